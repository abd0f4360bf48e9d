"""The eService origin (contract 2.2): TC tokens for eID clients, neutral pages, checking a certificate.

No client certificate, no session, nothing personal. Looking at a refresh address changes nothing.
"""

from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Path
from fastapi.responses import HTMLResponse, PlainTextResponse, Response
from sqlalchemy import select

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.callers import BackendDep
from sandbox.bochum_id.eid_outcomes import use_id_problem
from sandbox.bochum_id.identification import identification_of
from sandbox.bochum_id.identifiers import sha256_base64url
from sandbox.bochum_id.login_attempts import fail, transaction_info
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import Problem
from sandbox.bochum_id.store import terminal_lock
from sandbox.bochum_id.tables import Document, LoginAttempt
from sandbox.eid_server.eid_interface import TOO_MANY_OPEN_SESSIONS, UseIdError, UseIdResponse

router = APIRouter()
_BINDING = "urn:liberty:paos:2006-08"
_PATH_SECURITY = "urn:ietf:rfc:4279"
_PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{text}</p></body></html>"""

type Token = Annotated[str, Path(min_length=43, max_length=43, pattern=r"^[A-Za-z0-9_-]+$")]


@router.get("/eid/tctoken/{link}")
def tc_token(link: Token, backend: BackendDep) -> Response:
    """Open the eID session behind a one-time link and describe it to the eID client (TR-03124-1 2.5).

    404 for a link that never was, 410 for one that was used or is too old.
    """
    digest = sha256_base64url(link)
    with backend.store.transaction(f"link {digest}") as db:
        attempt = db.scalar(select(LoginAttempt).where(LoginAttempt.link_digest == digest))
        if attempt is None:
            return PlainTextResponse("unbekannt", 404)
        if attempt.link_used or attempt.state != "awaitingEid" or _too_old(backend, attempt):
            return PlainTextResponse("nicht mehr gültig", 410)
        attempt.link_used = True
    session = _use_id(backend, attempt)  # outside the transaction: it goes over the network
    with backend.store.transaction(terminal_lock(attempt.terminal_id)) as db:
        attempt = db.get_one(LoginAttempt, attempt.id)
        if attempt.state != "awaitingEid":  # given up meanwhile
            return PlainTextResponse("nicht mehr gültig", 410)
        if isinstance(session, UseIdResponse):
            attempt.eid_session_id = session.session_id
        else:
            fail(attempt, session)
        xml = _token_xml(backend, attempt, session if isinstance(session, UseIdResponse) else None)
    return Response(xml, media_type="text/xml; charset=utf-8")


@router.get("/eid/refresh/{token}")
def refresh(token: Token) -> Response:  # noqa: ARG001 - says nothing about it, known or not
    return _page("Anmeldung am Terminal", "Gehen Sie zurück zum Bürgerterminal. Hier ist nichts zu tun.")


@router.get("/eid/error/{token}")
def communication_error(token: Token) -> Response:  # noqa: ARG001 - says nothing about it, known or not
    return _page("Anmeldung am Terminal", "Die Anmeldung kam nicht zustande. Bitte versuchen Sie es neu.")


@router.get("/pruefen/{code}")
def check_certificate(code: Annotated[str, Path(max_length=32)], backend: BackendDep) -> Response:
    """Tell whoever holds a certificate that the city issued it, and when; not to whom."""
    with backend.store.transaction() as db:
        document = db.scalar(select(Document).where(Document.verification_code == code.upper()))
    if document is None:
        return _page("Nicht gefunden", "Unter diesem Code hat die Sandbox nichts ausgestellt.", 404)
    day = document.issued_at.strftime("%d.%m.%Y")
    return _page("Echt – aber ein Muster", f"Die Sandbox hat diese Bescheinigung am {day} ausgestellt.")


def _too_old(backend: Backend, attempt: LoginAttempt) -> bool:
    return backend.clock.now() >= min(attempt.link_expires_at or attempt.expires_at, attempt.expires_at)


def _use_id(backend: Backend, attempt: LoginAttempt) -> UseIdResponse | Problem:
    if "eid.serverBusy" in attempt.scenarios:
        return use_id_problem(UseIdError(TOO_MANY_OPEN_SESSIONS))
    request = identification_of(backend, attempt).request(transaction_info(attempt))
    try:
        answer = backend.eid_server.use_id(request)
    except EidServerUnreachableError:
        return Problem(Code.EID_SERVER_UNAVAILABLE)
    return use_id_problem(answer) if isinstance(answer, UseIdError) else answer


def _token_xml(backend: Backend, attempt: LoginAttempt, session: UseIdResponse | None) -> str:
    """Write the TCToken; without a session every element stays, empty, save the error address.

    Clients drop a token that lacks elements, and the error address with it.
    """
    origin = backend.origins.eservice
    elements = {
        "ServerAddress": session.server_address if session else "",
        "SessionIdentifier": session.session_id if session else "",
        "RefreshAddress": f"{origin}/eid/refresh/{attempt.refresh_token}" if session else "",
        "CommunicationErrorAddress": f"{origin}/eid/error/{attempt.refresh_token}",
        "Binding": _BINDING if session else "",
        "PathSecurity-Protocol": _PATH_SECURITY if session else "",
    }
    lines = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in elements.items())
    psk = session.psk.hex().upper() if session else ""
    security = f"<PathSecurity-Parameters><PSK>{psk}</PSK></PathSecurity-Parameters>"
    return f'<?xml version="1.0" encoding="utf-8"?><TCTokenType>{lines}{security}</TCTokenType>'


def _page(title: str, text: str, status: int = 200) -> Response:
    headers = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}
    return HTMLResponse(_PAGE.format(title=title, text=text), status, headers=headers)
