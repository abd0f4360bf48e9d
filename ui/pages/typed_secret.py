"""What a visitor types and nobody may read: one buffer of fixed length, handed over once, and wiped."""

from cardreader.secret import Secret


class TypedSecret:
    """Characters in UTF-8. The buffer has its full length from the start: growing leaves copies behind."""

    def __init__(self, most: int) -> None:
        """`most` characters fit; a character takes four bytes at most."""
        self._most = most
        self._buffer = bytearray(4 * most)
        self._ends: list[int] = []
        """Where each character ends in the buffer."""

    def __len__(self) -> int:
        """How many characters are typed."""
        return len(self._ends)

    def put(self, text: str) -> bool:
        """Take each character of `text`; False where nothing printable was, or nothing more fits."""
        taken = False
        for character in text:
            if len(self._ends) < self._most and character.isprintable():
                encoded = character.encode()
                start = self._filled
                self._buffer[start : start + len(encoded)] = encoded
                self._ends.append(start + len(encoded))
                taken = True
        return taken

    def delete_last(self) -> None:
        if self._ends:
            end = self._ends.pop()
            self._buffer[self._filled : end] = bytes(end - self._filled)

    def take(self) -> Secret:
        """Hand over what is typed, and keep nothing."""
        with memoryview(self._buffer)[: self._filled] as typed:
            secret = Secret(typed)
        self.wipe()
        return secret

    def wipe(self) -> None:
        self._buffer[:] = bytes(len(self._buffer))
        self._ends.clear()

    @property
    def _filled(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __repr__(self) -> str:
        return "<TypedSecret>"
