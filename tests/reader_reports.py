"""Collects what a reader's watch reports, for tests to wait for."""

import queue

from cardreader.reader import ReaderPort, ReaderStatus

_PATIENCE_S = 6.0


class ReaderReports:
    """A watch that runs from construction to `stop`."""

    def __init__(self, port: ReaderPort) -> None:
        self._reported: queue.Queue[ReaderStatus] = queue.Queue()
        self._watching = port.watch(self._reported.put)

    def next(self) -> ReaderStatus:
        """Return the next report; queue.Empty if none comes."""
        return self._reported.get(timeout=_PATIENCE_S)

    def wait_for[Status: ReaderStatus](self, kind: type[Status]) -> Status:
        """Skip reports until one of that kind comes, and return it."""
        while not isinstance(status := self.next(), kind):
            pass
        return status

    def nothing_waits(self) -> bool:
        return self._reported.empty()

    def stop(self) -> None:
        self._watching.stop()
