"""Activation as browsers know it: http://127.0.0.1:24727/eID-Client?tcTokenURL=… (TR-03124-1 2.2)."""

from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, override
from urllib.parse import parse_qsl, urlsplit

from cardreader.eid_client import addresses
from cardreader.eid_client.outcome import EidFailure, EidOutcome

PORT = 24727
_PATH = "/eID-Client"
_TOKEN_URL, _STATUS = "tctokenurl", "status"
_NO_TOKEN = frozenset({EidFailure.TOKEN_UNREACHABLE, EidFailure.TOKEN_INVALID, EidFailure.TLS_UNTRUSTED})


def token_url(activation: str) -> str | None:
    """Return the token's address inside an activation's (whole, or path and query); none if it has none."""
    parts = urlsplit(activation)
    if parts.path != _PATH:
        return None
    return next((value for name, value in _query(parts.query) if name == _TOKEN_URL), None)


class ActivationServer(HTTPServer):
    """Waits on loopback for a browser; each activation is one run, one after the other."""

    def __init__(self, run: Callable[[str], EidOutcome], status: str, port: int = PORT) -> None:
        """`run` carries out a sign-in for a token's address; `status` answers `?Status`."""
        self.run = run
        self.status = status
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: ActivationServer

    def do_GET(self) -> None:
        """Run, then send the browser on to where the result belongs (TR-03124-1 2.7.4)."""
        url = token_url(self.path)
        if url is None:
            self._answer_without_a_token()
            return
        if not addresses.is_https(url):
            self._say(HTTPStatus.BAD_REQUEST, "The address of the token is not https.")
            return
        outcome = self.server.run(url)
        if outcome.refresh_url is not None:
            self._say(HTTPStatus.SEE_OTHER, "", Location=outcome.refresh_url)
            return
        status = HTTPStatus.NOT_FOUND if outcome.failure in _NO_TOKEN else HTTPStatus.BAD_REQUEST
        reason = outcome.failure.name
        self._say(status, f"The sign-in failed, and there is no address to go back to: {reason}.")

    def _answer_without_a_token(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == _PATH and any(name == _STATUS for name, _ in _query(parts.query)):
            self._say(HTTPStatus.OK, self.server.status)
        else:
            self._say(HTTPStatus.NOT_FOUND, "Nothing is here but /eID-Client?tcTokenURL=… and ?Status.")

    def _say(self, status: HTTPStatus, text: str, **headers: str) -> None:
        body = text.encode()
        self.send_response(status)
        common = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache, no-store"}
        for name, value in (
            common | {"Content-Length": str(len(body)), "Connection": "close"} | headers
        ).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Keep addresses out of every log: they name sessions."""


def _query(text: str) -> list[tuple[str, str]]:
    """Split a query; names count in any case."""
    return [(name.lower(), value) for name, value in parse_qsl(text, keep_blank_values=True)]
