"""The two ways a terminal says who it is: a signed assertion, or its certificate (contract 2.1)."""

from collections.abc import Mapping
from urllib.parse import urlencode

from kiosk.bochum_id.access import BearerToken, BoundToken, RenewedToken, bearer_token, bound_token, proven
from kiosk.bochum_id.dpop import DpopKey
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.terminal_key import TerminalKey
from kiosk.bochum_id.transport import FORM, Answer, Call, Credentials, Transport

_TOKEN_PATH = "/v1/oauth/token"  # noqa: S105 - a path
_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_GRANT = {"grant_type": "client_credentials", "scope": "terminal"}


class AssertedTerminal:
    """Profile J: signs an assertion (RFC 7523), gets a token that is bound to a DPoP key of this process."""

    def __init__(self, transport: Transport, key: TerminalKey) -> None:
        self._transport = transport
        self._key = key
        self._dpop_key = DpopKey()
        self._token = RenewedToken(transport, self._fetch)

    @property
    def terminal_id(self) -> str:
        return self._key.terminal_id

    def send(self, call: Call, extra: Credentials | None = None) -> Answer:
        return self._token.send(call, lambda token: proven(self._transport, token), extra)

    def renew(self) -> None:
        self._token.forget()
        self._token.current()

    def _fetch(self) -> BoundToken:
        """Ask for a token; each try signs anew, since each assertion works once."""
        transport = self._transport
        url = transport.url(_TOKEN_PATH)

        def form() -> bytes:
            assertion = self._key.assertion(url, int(transport.now()))
            fields = {
                **_GRANT,
                "client_assertion_type": _ASSERTION_TYPE,
                "client_assertion": assertion,
            }
            return urlencode(fields).encode("ascii")

        def proof(method: str, proven_url: str) -> Mapping[str, str]:
            return {"DPoP": self._dpop_key.proof(method, proven_url, int(transport.now()))}

        asked_at = transport.timing.steady()
        answer = transport.send(Call("POST", _TOKEN_PATH, form, FORM), proof)
        return bound_token(*_token_parts(answer), self._dpop_key, asked_at)


class CertifiedTerminal:
    """Profile M: the connection shows the certificate (RFC 8705 2.1), and the token works on such ones only.

    The transport has to have been given the certificate.
    """

    def __init__(self, transport: Transport, terminal_id: str) -> None:
        self._transport = transport
        self._terminal_id = terminal_id
        self._token = RenewedToken(transport, self._fetch)

    @property
    def terminal_id(self) -> str:
        return self._terminal_id

    def send(self, call: Call, extra: Credentials | None = None) -> Answer:
        return self._token.send(call, _bearing, extra)

    def renew(self) -> None:
        self._token.forget()
        self._token.current()

    def _fetch(self) -> BearerToken:
        fields = {**_GRANT, "client_id": self._terminal_id}
        asked_at = self._transport.timing.steady()
        answer = self._transport.send(Call("POST", _TOKEN_PATH, urlencode(fields).encode("ascii"), FORM))
        return bearer_token(*_token_parts(answer), asked_at)


def _bearing(token: BearerToken) -> Credentials:
    return lambda _method, _url: {"Authorization": f"Bearer {token.value}"}


def _token_parts(answer: Answer) -> tuple[Part, Part, Part]:
    part = answer.json()
    return part.member("access_token"), part.member("token_type"), part.member("expires_in")
