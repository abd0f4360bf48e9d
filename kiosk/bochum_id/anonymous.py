"""A session for what needs no sign-in: the terminal asks for it, bound to a key of this visit."""

from kiosk.bochum_id.access import BoundToken, TerminalAccess
from kiosk.bochum_id.code_exchange import open_session
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.reading import garbage
from kiosk.bochum_id.transport import Transport, json_bytes
from kiosk.bochum_id.values import CitizenSession, Level


def begin(
    transport: Transport, terminal: TerminalAccess, service_id: str, language: str
) -> tuple[CitizenSession, BoundToken]:
    """Open a session of nobody for a service; Refused level-too-low when it asks for a sign-in."""
    key = DpopKey()
    body = json_bytes({"serviceId": service_id, "dpopJkt": key.thumbprint, "uiLanguage": language})
    session, token = open_session(transport, terminal, "/v1/anonymous-sessions", body, key)
    if session.level is not Level.NONE:
        raise garbage("the session is somebody's, though nobody has signed in")
    return session, token
