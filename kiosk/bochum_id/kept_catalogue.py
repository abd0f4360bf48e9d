"""The city's catalogue as a terminal has it: asked for anew, and kept for when nobody answers."""

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.catalogue import SignedCatalogue, fetch_catalogue, fetch_definition
from kiosk.bochum_id.catalogue_cache import CatalogueCache
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.values import Catalogue, ServiceSummary


class KeptCatalogue:
    """Blocks while it asks the city; without a cache, nothing outlives the connection to it."""

    def __init__(self, terminal: TerminalAccess, keys: CatalogueKeys, cache: CatalogueCache | None) -> None:
        self._terminal = terminal
        self._keys = keys
        self._cache = cache
        self._latest: SignedCatalogue | None = None

    def fetch(self) -> Catalogue:
        """Ask the city; cheap when nothing has changed, even over a restart. May raise BackendError."""
        known = self._latest
        if known is None and self._cache is not None:
            known = self._cache.catalogue()
        self._latest = fetch_catalogue(self._terminal, known, self._keys)
        if self._cache is not None:
            self._cache.keep(self._latest)
        return self._latest.catalogue

    def kept(self) -> Catalogue | None:
        """Give what is kept for an outage, without asking anybody; None unless every service can be read."""
        if self._cache is None or (signed := self._cache.catalogue()) is None:
            return None
        readable = all(self._cache.definition(each.digest) is not None for each in signed.catalogue.services)
        return signed.catalogue if readable else None

    def definition(self, service: ServiceSummary) -> bytes:
        """Give the definition with the catalogue's digest: it never changes, so a kept one is as good.

        May raise BackendError where none is kept.
        """
        if self._cache is not None and (kept := self._cache.definition(service.digest)) is not None:
            return kept
        fetched = fetch_definition(self._terminal, service)
        if self._cache is not None:
            self._cache.keep_definition(fetched)
        return fetched

    def keep_definitions(self, offered: Catalogue) -> None:
        """Keep the definition of every service, so that each can be read in an outage."""
        if self._cache is not None:
            for service in offered.services:
                self.definition(service)
