"""`python -m sandbox.bochum_id.worker`: one of several processes that answer on the same ports.

It reads its order as one JSON line, prints `ready`, and ends when its input closes.
"""

import json
import os
import signal
import socket
import sys
from pathlib import Path

from starlette.types import ASGIApp

from sandbox.bochum_id.apps import api_app, eservice_app
from sandbox.bochum_id.backend import Origins
from sandbox.bochum_id.opening import Premises, open_backend, tls_for_terminals
from sandbox.bochum_id.ports import EidServerUnreachableError
from sandbox.bochum_id.serving import Serving, TlsFiles
from sandbox.eid_server.door import ThroughDoor
from sandbox.eid_server.eid_interface import GetResultResponse, UseIdError, UseIdRequest, UseIdResponse

_STDIN = 0


class EidServerElsewhere:
    """The eID server of another process, as the backend wants it."""

    def __init__(self, door: Path) -> None:
        self._through = ThroughDoor(door)

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError:
        try:
            return self._through.use_id(request)
        except OSError as error:
            raise EidServerUnreachableError from error

    def get_result(self, session_id: str) -> GetResultResponse:
        try:
            return self._through.get_result(session_id)
        except OSError as error:
            raise EidServerUnreachableError from error


def main() -> int:
    order = json.loads(sys.stdin.readline())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent says when it is over
    premises = Premises(Path(order["stateDir"]), order["database"], Path(order["catalogue"]), order["seed"])
    origins = Origins(order["api"], order["apiMtls"], order["eservice"])
    backend = open_backend(premises, origins, EidServerElsewhere(Path(order["eidDoor"])))
    tls = TlsFiles(Path(order["certificate"]), Path(order["key"]))
    serving = [
        _answering(order["apiSocket"], api_app(backend), None),
        _answering(order["apiMtlsSocket"], api_app(backend), tls_for_terminals(premises, backend)),
        _answering(order["eserviceSocket"], eservice_app(backend), tls),
    ]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while os.read(_STDIN, 1024):
        pass
    for each in serving:
        each.stop()
    backend.store.close()
    return 0


def _answering(descriptor: int, app: ASGIApp, tls: TlsFiles | None) -> Serving:
    return Serving(app, tls, socket.socket(fileno=descriptor))


if __name__ == "__main__":
    sys.exit(main())
