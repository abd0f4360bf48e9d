"""Reference cycles with Qt objects in them die on the Qt thread, whichever thread allocates."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.garbage import collected_here


class Circle:
    """Something that only the collector can free, and that says in which thread it was."""

    def __init__(self, freed_in: list[int]) -> None:
        self.itself = self
        self.shown = QObject()
        weakref.finalize(self, lambda: freed_in.append(threading.get_ident()))


def allocate() -> None:
    """Make more objects than any threshold of the collector."""
    kept = [[number] for number in range(50_000)]
    assert kept


def test_a_busy_worker_thread_frees_no_qt_object() -> None:
    freed_in: list[int] = []
    with collected_here():
        Circle(freed_in)
        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        assert freed_in == []
    assert freed_in == [threading.get_ident()]


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    with collected_here():
        assert not gc.isenabled()
    assert gc.isenabled()
