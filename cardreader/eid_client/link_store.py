"""Link certificates that verified chains brought along: the roots they name are trusted from then on."""

import threading
from collections.abc import Iterable

from cardreader.chat import Role
from cardreader.cv_certificate import CvCertificate


class LinkStore:
    """Keeps them as long as the program runs, for all runs with one profile; usable from any thread.

    Each was signed by a root that was trusted already (TR-03110-3 2.5), so it needs no trust of its own.
    """

    def __init__(self) -> None:
        self._links: tuple[CvCertificate, ...] = ()
        self._lock = threading.Lock()

    @property
    def links(self) -> tuple[CvCertificate, ...]:
        return self._links

    def keep_from(self, verified_chain: Iterable[CvCertificate]) -> None:
        """Keep what is a link certificate among those of a chain that verifies."""
        found = [each for each in verified_chain if each.chat.role is Role.CVCA and not each.is_self_signed]
        with self._lock:
            self._links += tuple(each for each in found if each not in self._links)
