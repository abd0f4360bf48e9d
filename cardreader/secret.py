"""A short secret (a PIN) that lives in one buffer, never prints, and can be wiped."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, NoReturn


class SecretWipedError(RuntimeError):
    """The secret was asked for after it had been wiped: a bug in the caller."""


class Secret:
    """Bytes nobody prints, copies or pickles by accident.

    The constructor copies `value` into its own buffer; a bytearray handed in stays the caller's to clear.
    Two secrets are equal only if they are the same object.
    """

    __slots__ = ("_buffer", "_wiped")

    def __init__(self, value: bytes | bytearray | memoryview) -> None:
        self._wiped = False
        self._buffer = bytearray()  # so that `wipe` works even on what could not be made
        self._buffer += value

    def reveal(self) -> memoryview:
        """Return a read-only view of the secret; zeros after `wipe`. Copy it no further than needed.

        Raises SecretWipedError once wiped.
        """
        if self._wiped:
            raise SecretWipedError("this secret has been used and wiped; ask for it again")
        return memoryview(self._buffer).toreadonly()

    @contextmanager
    def opened(self) -> Generator[memoryview]:
        """Lend the view of `reveal` until the end of the block. Does not wipe."""
        with self.reveal() as view:
            yield view

    def wipe(self) -> None:
        """Overwrite the buffer; harmless when repeated."""
        self._buffer[:] = bytes(len(self._buffer))
        self._wiped = True

    @property
    def is_wiped(self) -> bool:
        return self._wiped

    def __len__(self) -> int:
        return len(self._buffer)

    def __repr__(self) -> str:
        return "<Secret>"

    def __del__(self) -> None:
        self.wipe()

    def __copy__(self) -> NoReturn:
        raise TypeError("a Secret is not copied")

    def __deepcopy__(self, _memo: object) -> NoReturn:
        raise TypeError("a Secret is not copied")

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a Secret is not pickled")


@dataclass(frozen=True, slots=True)
class TypedOnReader:
    """In the place of a secret that the person types on the reader's own pad: it never comes here."""

    def wipe(self) -> None:
        """There is nothing to wipe."""


TYPED_ON_READER: Final = TypedOnReader()
