"""The catalogue on this terminal's disk, for when the city cannot be reached. Nothing personal is in it."""

import base64
import binascii
import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.bochum_id.catalogue import SignedCatalogue, read_catalogue
from kiosk.bochum_id.catalogue_keys import CatalogueKeys
from kiosk.bochum_id.errors import BackendError
from kiosk.bochum_id.reading import parse

log = logging.getLogger(__name__)

STALE_AFTER_S: Final = 7 * 24 * 3600
"""How long a catalogue is good after the city last confirmed it (stale-if-error, contract section 4)."""
CONFIRM_EVERY_S: Final = 3600
"""How exactly the last confirmation is written down; flash memory wears out."""
_CLOCK_MAY_GO_BACK_S: Final = 300
_LARGEST_BYTES: Final = 4 * 1024 * 1024
_CATALOGUE: Final = "catalogue"
_DEFINITION: Final = ".definition"
_UNFINISHED: Final = ".new-"


class CatalogueCache:
    """A directory that several processes read and write; each file is whole or not there.

    What comes out was checked: the catalogue against the city's signature, a definition against its digest.
    What cannot be read or written is not there; no method raises, and one line in the log says why.
    """

    def __init__(self, directory: Path, keys: CatalogueKeys, now: Callable[[], float]) -> None:
        """`now` is Unix time. The directory is made when there is something to keep."""
        self._directory = directory
        self._keys = keys
        self._now = now
        self._said = ""

    def catalogue(self) -> SignedCatalogue | None:
        """Give the catalogue kept last, if it can be trusted and is not too old."""
        try:
            head, _, content = self._read(_CATALOGUE).partition(b"\n")
            part = parse(head, "the cache")
            age_s = self._now() - part.member("confirmedAt").whole_number()
            if not -_CLOCK_MAY_GO_BACK_S <= age_s <= STALE_AFTER_S:
                self._not_used("its last confirmation is too old, or ahead of this clock")
                return None
            return SignedCatalogue(part.member("etag").text(), content, read_catalogue(content, self._keys))
        except FileNotFoundError:
            return None
        except OSError as error:
            self._not_used(error.strerror or "it cannot be read")
        except BackendError as error:
            self._not_used(str(error))
        return None

    def keep(self, signed: SignedCatalogue) -> None:
        """Keep what the city has just sent or confirmed."""
        now = int(self._now())
        with suppress(OSError):
            head, _, content = self._read(_CATALOGUE).partition(b"\n")
            if content == signed.content and _confirmed_lately(head, signed.etag, now):
                return
        head = json.dumps({"etag": signed.etag, "confirmedAt": now}).encode()
        self._write(_CATALOGUE, head + b"\n" + signed.content)
        self._prune({_definition_name(service.digest) for service in signed.catalogue.services})

    def definition(self, digest: str) -> bytes | None:
        """Give the definition document with this digest (`sha-256=:…:`)."""
        name = _definition_name(digest)
        if name is None:
            return None
        try:
            content = self._read(name)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._not_used(error.strerror or "it cannot be read")
            return None
        if _file_name(hashlib.sha256(content).digest()) != name:
            self._not_used("a definition does not have its digest")
            return None
        return content

    def keep_definition(self, content: bytes) -> None:
        """Keep a definition document under its own digest."""
        self._write(_file_name(hashlib.sha256(content).digest()), content)

    def _read(self, name: str) -> bytes:
        with (self._directory / name).open("rb") as file:
            return file.read(_LARGEST_BYTES)

    def _write(self, name: str, content: bytes) -> None:
        """Put a file in its place at once: who reads meanwhile has the old one or the new one."""
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, unfinished = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._directory)  # mode 0600
            try:
                with os.fdopen(descriptor, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                Path(unfinished).replace(self._directory / name)
            except OSError:
                Path(unfinished).unlink(missing_ok=True)
                raise
            _sync_directory(self._directory)
        except OSError as error:
            self._say(f"the catalogue cannot be kept: {error.strerror}")

    def _prune(self, wanted: set[str | None]) -> None:
        """Remove what an earlier catalogue named and what a crash left; another process may still use it."""
        with suppress(OSError):
            for file in self._directory.iterdir():
                ours = file.name.endswith(_DEFINITION) or file.name.startswith(_UNFINISHED)
                if ours and file.name not in wanted and self._now() - file.stat().st_mtime > STALE_AFTER_S:
                    file.unlink()

    def _not_used(self, why: str) -> None:
        self._say(f"the catalogue in the cache is not used: {why}")

    def _say(self, words: str) -> None:
        """Say it once: an outage asks the cache again every few seconds."""
        if words != self._said:
            self._said = words
            log.warning("%s", words)


def _confirmed_lately(head: bytes, etag: str, now: int) -> bool:
    try:
        part = parse(head, "the cache")
        age_s = now - part.member("confirmedAt").whole_number()
        return part.member("etag").text() == etag and 0 <= age_s < CONFIRM_EVERY_S
    except BackendError:
        return False


def _definition_name(digest: str) -> str | None:
    encoded = digest.removeprefix("sha-256=:").removesuffix(":")
    try:
        return _file_name(base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError):
        return None


def _file_name(sha256: bytes) -> str:
    return sha256.hex() + _DEFINITION


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
