"""The eID server's service side for other processes of this machine: a Unix socket for its owner alone."""

import threading
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Protocol, cast

from sandbox.eid_server.eid_interface import GetResultResponse, UseIdError, UseIdRequest, UseIdResponse


class ServiceSide(Protocol):
    """What goes through the door (TR-03130-1 3); a method may raise OSError when the server is not there."""

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError: ...

    def get_result(self, session_id: str) -> GetResultResponse: ...


class EidDoor:
    """Answers at `path`, in a directory that only its owner may enter, until closed."""

    def __init__(self, server: ServiceSide, path: Path) -> None:
        self._server = server
        path.unlink(missing_ok=True)
        self._listener = Listener(str(path), "AF_UNIX")
        self._open: set[Connection] = set()
        self._closed = False
        threading.Thread(target=self._accept, name="eid-door", daemon=True).start()

    def close(self) -> None:
        self._closed = True
        self._listener.close()
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.close()

    def _accept(self) -> None:
        while not self._closed:
            try:
                connection = self._listener.accept()
            except OSError:
                return
            self._open.add(connection)
            threading.Thread(target=self._answer, args=(connection,), name="eid-door", daemon=True).start()

    def _answer(self, connection: Connection) -> None:
        with suppress(OSError, EOFError), connection:
            while True:
                connection.send(self._done(connection.recv()))
        self._open.discard(connection)

    def _done(self, order: UseIdRequest | str) -> object:
        try:
            if isinstance(order, UseIdRequest):
                return self._server.use_id(order)
            return self._server.get_result(order)
        except OSError as error:
            return error


class ThroughDoor:
    """The same service side, seen from another process; OSError when nobody answers."""

    def __init__(self, path: Path) -> None:
        self._path = str(path)
        self._of_this_thread = threading.local()

    def use_id(self, request: UseIdRequest) -> UseIdResponse | UseIdError:
        return cast("UseIdResponse | UseIdError", self._ask(request))

    def get_result(self, session_id: str) -> GetResultResponse:
        return cast("GetResultResponse", self._ask(session_id))

    def _ask(self, order: UseIdRequest | str) -> object:
        connection: Connection | None = getattr(self._of_this_thread, "connection", None)
        if connection is None:
            connection = Client(self._path, "AF_UNIX")
            self._of_this_thread.connection = connection
        try:
            connection.send(order)
            answer: object = connection.recv()
        except (EOFError, OSError) as error:
            self._of_this_thread.connection = None
            connection.close()
            raise ConnectionError("the eID server hung up") from error
        if isinstance(answer, OSError):
            raise answer
        return answer
