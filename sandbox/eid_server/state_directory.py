"""The files in which the sandbox PKI outlives a restart: private to their owner, written in one step."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


class PkiStateError(Exception):
    """The state directory cannot be used; the text names the file and says what to do."""


class StateDirectory:
    """A flat directory of small files; `directory` is made when missing (mode 0700)."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        try:
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise PkiStateError(
                f"the sandbox PKI cannot keep its keys in {directory}: {error.strerror}; "
                "choose another directory"
            ) from error

    def path(self, name: str) -> Path:
        return self._directory / name

    def read(self, name: str) -> bytes | None:
        """Return the contents of a file; None when it does not exist, PkiStateError when it is unreadable."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self.damaged(name, error.strerror or "it cannot be read") from error

    def write(self, name: str, content: bytes) -> None:
        """Replace a file in one step; mode 0600."""
        try:
            handle, temporary = tempfile.mkstemp(dir=self._directory)  # mode 0600 from the start
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).replace(self.path(name))
        except OSError as error:
            raise PkiStateError(
                f"the sandbox PKI cannot write {self.path(name)}: {error.strerror}; "
                "make room there or choose another directory"
            ) from error

    def load[T](self, name: str, decode: Callable[[bytes], T]) -> T | None:
        """Return a decoded file, None when it does not exist; what `decode` rejects is a PkiStateError."""
        content = self.read(name)
        if content is None:
            return None
        try:
            return decode(content)
        except (ValueError, TypeError, KeyError) as error:
            raise self.damaged(name, "its contents are not what this program writes") from error

    def damaged(self, name: str, what: str) -> PkiStateError:
        """Make the error that tells a person how to get going again."""
        return PkiStateError(
            f"the sandbox PKI's file {self.path(name)} is damaged: {what}. Delete the directory "
            f"{self._directory}: the next start makes new keys and new simulated cards"
        )
