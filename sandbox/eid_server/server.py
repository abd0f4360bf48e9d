"""The sandbox's eID server: services open sessions and fetch results, eID clients come by PAOS."""

import socket
import threading
import time
from collections.abc import Callable
from datetime import date

from sandbox.eid_server import comparison, paos_endpoint, terminal
from sandbox.eid_server.conversation import converse
from sandbox.eid_server.eid_interface import (
    MISSING_ARGUMENT,
    MISSING_TERMINAL_RIGHTS,
    TOO_MANY_OPEN_SESSIONS,
    GetResultResponse,
    UseIdError,
    UseIdRequest,
    UseIdResponse,
)
from sandbox.eid_server.paos_endpoint import PaosEndpoint
from sandbox.eid_server.pki import Pki
from sandbox.eid_server.session_plan import SessionPlan
from sandbox.eid_server.sessions import Sessions
from sandbox.eid_server.terminal import Terminal


class EidServer:
    """One eID server for the one eService at `eservice_origin`, https://host:port as clients see it.

    Listens on 127.0.0.1:`port`, 0 for any, between `start` and `stop`. `max_sessions` counts open sessions
    and results not yet fetched; both are dropped after `idle_s` seconds without a sign of life. `clock_s`
    is a steady clock. `signs_late` makes the server send the terminal's signature in a message of its own.
    """

    def __init__(
        self,
        pki: Pki,
        eservice_origin: str,
        *,
        port: int = 0,
        max_sessions: int = 100,
        idle_s: float = 300.0,
        signs_late: bool = False,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pki = pki
        self._eservice_origin = eservice_origin
        self._idle_s = idle_s
        self._signs_late = signs_late
        self._terminal = pki.issue_terminal(eservice_origin)
        self._sessions = Sessions(max_sessions, idle_s, clock_s)
        self._wanted_port = port
        self._port_holder: socket.socket | None = None
        self._endpoint: PaosEndpoint | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin to listen; OSError when the port is taken."""
        with self._lock:
            if self._port_holder is not None:
                return
            # Bound but not listening: while the server is unavailable, its port refuses and stays its own.
            holder = socket.socket()
            holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                holder.bind(("127.0.0.1", self._wanted_port))
            except OSError:
                holder.close()
                raise
            self._port_holder = holder
            self._listen()

    def stop(self) -> None:
        """Cut all connections and forget all sessions; harmless when repeated."""
        with self._lock:
            self._hang_up()
            if self._port_holder is not None:
                self._port_holder.close()
                self._port_holder = None
            self._sessions.clear()

    @property
    def port(self) -> int:
        """The port between `start` and `stop`; RuntimeError outside."""
        if self._port_holder is None:
            raise RuntimeError("the eID server is not running: start it first")
        port: int = self._port_holder.getsockname()[1]
        return port

    @property
    def server_address(self) -> str:
        """What the tcToken names as ServerAddress."""
        return f"https://localhost:{self.port}{paos_endpoint.PATH}"

    def set_available(self, available: bool) -> None:  # noqa: FBT001 - a switch
        """Break or mend the network: unavailable, every connection is cut and new ones are refused."""
        with self._lock:
            if self._port_holder is None:
                return
            if available and self._endpoint is None:
                self._listen()
            elif not available:
                self._hang_up()

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError:
        """Open a session (TR-03130-1 3.2)."""
        requested = request.required | request.optional
        if not requested <= terminal.RIGHTS:
            return UseIdError(MISSING_TERMINAL_RIGHTS)
        today = self._pki.clock().date()
        auxiliary_data = comparison.auxiliary_data(request, today)
        if auxiliary_data is None or not requested:
            return UseIdError(MISSING_ARGUMENT)
        plan = SessionPlan(
            terminal=self._current_terminal(today),
            authority=self._pki.authority,
            trusted_country_signers=self._pki.trusted_country_signers,
            required=request.required,
            optional=request.optional - request.required,
            auxiliary_data=auxiliary_data,
            transaction_info=request.transaction_info,
            now=self._pki.clock(),
            signs_late=self._signs_late,
        )
        opened = self._sessions.open(converse(plan))
        if opened is None:
            return UseIdError(TOO_MANY_OPEN_SESSIONS)
        session_id, psk = opened
        return UseIdResponse(session_id, psk, self.server_address)

    def get_result(self, session_id: str) -> GetResultResponse:
        """Return the result of a session, once (TR-03130-1 3.3)."""
        return self._sessions.take_result(session_id)

    def _current_terminal(self, today: date) -> Terminal:
        with self._lock:
            if not self._terminal.certificate.is_valid_on(today):
                self._terminal = self._pki.issue_terminal(self._eservice_origin)
            return self._terminal

    def _listen(self) -> None:
        endpoint = PaosEndpoint(self.port, self._pki.eid_server_tls, self._sessions, self._idle_s)
        self._endpoint = endpoint.start()

    def _hang_up(self) -> None:
        if self._endpoint is not None:
            self._endpoint.close()
            self._endpoint = None
