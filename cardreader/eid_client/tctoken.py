"""The TC token: where the eID server is, and where to go afterwards (TR-03124-1 2.5.1)."""

from dataclasses import dataclass, field

from cardreader.eid_client import xml_document
from cardreader.eid_client.addresses import is_https, is_web
from cardreader.eid_client.xml_document import Element
from cardreader.secret import Secret

_BINDING = "urn:liberty:paos:2006-08"
# The standard's is 4279. Others name what TLS negotiates anyway, and the key alone decides which TLS it is.
_PATH_SECURITY = frozenset(
    {"", "urn:ietf:rfc:4279", "urn:ietf:rfc:5487", "urn:ietf:rfc:4346", "urn:ietf:rfc:5246"}
)
_NAMES = frozenset({"ServerAddress", "RefreshAddress", "CommunicationErrorAddress", "SessionIdentifier"})
_READ = _NAMES | {"Binding", "PathSecurity-Protocol", "PSK"}


class TcTokenError(ValueError):
    """The document is no token, or breaks a rule; the addresses are those that could be used all the same."""

    def __init__(
        self, text: str, refresh_address: str | None = None, communication_error_address: str | None = None
    ) -> None:
        super().__init__(text)
        self.refresh_address = refresh_address
        self.communication_error_address = communication_error_address


@dataclass(frozen=True, slots=True)
class TcToken:
    """One run's token; without `psk` the eID server is attached to the server that gave the token."""

    server_address: str
    session_identifier: str = field(repr=False)
    psk: Secret | None
    refresh_address: str = field(repr=False)
    communication_error_address: str | None = field(repr=False)


def parse(document: bytes) -> TcToken:
    """Read a token; TcTokenError with the usable addresses if a rule is broken.

    Elements are found by local name at any depth and in any order; what is not known is not looked at. An
    element that is read and comes twice breaks a rule.
    """
    try:
        root = xml_document.parse(document)
    except xml_document.XmlError as error:
        raise TcTokenError(f"what came is no TC token: {error}") from error
    if not any(found.name in _NAMES for found in root.walk()):
        raise TcTokenError("what came is XML, but no TC token")
    error_address = _value(root, "CommunicationErrorAddress")
    if not is_web(error_address):
        error_address = ""
    refresh = _value(root, "RefreshAddress")
    if not is_https(refresh):
        raise TcTokenError("RefreshAddress is not an https URL", None, error_address or None)
    try:
        return _token(root, refresh, error_address or None)
    except ValueError as error:
        raise TcTokenError(str(error), refresh, error_address or None) from error


def _token(root: Element, refresh: str, error_address: str | None) -> TcToken:
    names = [found.name for found in root.walk() if found.name in _READ]
    if len(set(names)) != len(names):
        raise ValueError("an element of the token comes twice")
    if _value(root, "Binding") != _BINDING:
        raise ValueError("Binding is not PAOS")
    if _value(root, "PathSecurity-Protocol") not in _PATH_SECURITY:
        raise ValueError("PathSecurity-Protocol is none of TLS")
    server = _value(root, "ServerAddress")
    if not is_https(server):
        raise ValueError("ServerAddress is not an https URL")
    psk, session = _psk(root), _value(root, "SessionIdentifier")
    if psk is not None and not session:
        raise ValueError("SessionIdentifier is missing beside the pre-shared key")
    return TcToken(server, session, psk, refresh, error_address)


def _psk(root: Element) -> Secret | None:
    if not any(found.name == "PSK" for found in root.walk()):
        return None
    text = _value(root, "PSK")
    if len(text) < 2 or len(text) % 2 or any(c not in "0123456789abcdefABCDEF" for c in text):
        raise ValueError("PSK is not an even number of hexadecimal digits")
    return Secret(bytes.fromhex(text))


def _value(root: Element, name: str) -> str:
    return next((found.text for found in root.walk() if found.name == name), "")
