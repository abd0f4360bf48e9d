"""Puts a simulated card into the virtual reader driver of pcscd (vsmartcard-vpcd), over its TCP port."""

import contextlib
import socket
import threading
import time

from sandbox.id_card.card import ATR, IdCard

DEFAULT_PORT = 35963
_POWER_OFF, _POWER_ON, _RESET, _ASK_ATR = 0x00, 0x01, 0x02, 0x04
_RETRY_S = 0.1
_LOOKS_APART_S = 0.45  # pcscd looks every 0.4 s
_GIVE_UP_S = 2.0
_LENGTH_BYTES = 2


class VirtualReaderLink:
    """One slot of the driver: a card placed here lies on pcscd's reader, also after pcscd restarts.

    The driver sees a card as long as a TCP connection stands, and looks some times a second. Two cards laid
    down between two looks would be one to pcscd: so each is taken away in the driver's sight before the next.
    `place` and `pull` may come from any thread.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = DEFAULT_PORT) -> None:
        self._address = (host, port)
        self._changed = threading.Condition()
        self._card: IdCard | None = None
        self._connection: socket.socket | None = None
        self._removal_unseen = False
        self._closed = False
        self._apdu_count = 0
        self._thread = threading.Thread(target=self._run, name="virtual-reader-link", daemon=True)
        self._thread.start()

    @property
    def apdu_count(self) -> int:
        """How many commands the card has answered over this link."""
        return self._apdu_count

    def place(self, card: IdCard) -> None:
        """Lay a card on the reader, in place of any other; returns before the driver has seen it."""
        with self._changed:
            self._card = card
            self._drop_connection()
            self._changed.notify_all()

    def pull(self) -> None:
        """Take the card away; the driver notices at its next look."""
        with self._changed:
            self._card = None
            self._drop_connection()
            self._changed.notify_all()

    def close(self) -> None:
        """Take the card away for good, wait until the driver has seen it, and end the link's thread."""
        with self._changed:
            self._closed = True
            self._card = None
            self._drop_connection()
            self._changed.notify_all()
        self._thread.join()

    def _run(self) -> None:
        while (card := self._next_card()) is not None:
            with contextlib.suppress(OSError), socket.create_connection(self._address) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                if self._adopt(card, connection):
                    self._serve(card, connection)
            card.power_off()
            with self._changed:
                self._connection = None
                # The card still lies there: pcscd is not up (again) yet, or dropped the line.
                if self._card is card and not (self._removal_unseen or self._closed):
                    self._changed.wait(_RETRY_S)
        self._show_empty_reader()

    def _next_card(self) -> IdCard | None:
        """Wait for the card to serve; none when the link is closed. Meanwhile show removals to the driver."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._removal_unseen or self._card is not None or self._closed)
                if self._closed or not self._removal_unseen:
                    return None if self._closed else self._card
            self._show_empty_reader()

    def _show_empty_reader(self) -> None:
        """Let the driver look in vain: it asks whoever calls for an ATR, and nobody answers.

        Looks on behalf of commands change nothing in pcscd, only its regular ones do: so they are awaited for
        longer than these are apart.
        """
        with self._changed:
            is_needed, self._removal_unseen = self._removal_unseen, False
        seen_by = time.monotonic() + _LOOKS_APART_S
        while is_needed:
            try:
                with socket.create_connection(self._address) as caller:
                    caller.settimeout(_GIVE_UP_S)
                    caller.recv(1)
            except OSError:
                return  # no driver, nothing to show
            is_needed = time.monotonic() < seen_by

    def _adopt(self, card: IdCard, connection: socket.socket) -> bool:
        """Make the connection the one that `pull` drops, unless the card has changed meanwhile."""
        with self._changed:
            if self._card is not card:
                return False
            self._connection = connection
            return True

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._removal_unseen = True
            with contextlib.suppress(OSError):
                self._connection.shutdown(socket.SHUT_RDWR)

    def _serve(self, card: IdCard, connection: socket.socket) -> None:
        while message := _receive_message(connection):
            answer = self._answer(card, message)
            if answer is not None:
                connection.sendall(len(answer).to_bytes(_LENGTH_BYTES) + answer)

    def _answer(self, card: IdCard, message: bytes) -> bytes | None:
        if len(message) > 1:
            self._apdu_count += 1
            return card.process(message)
        if message[0] == _ASK_ATR:
            return ATR
        if message[0] == _POWER_OFF:
            card.power_off()
        elif message[0] in {_POWER_ON, _RESET}:
            card.power_on()
        return None


def _receive_message(connection: socket.socket) -> bytes:
    """Return the next message of the driver, empty when it has closed the connection."""
    length = _receive(connection, _LENGTH_BYTES)
    return _receive(connection, int.from_bytes(length)) if length else b""


def _receive(connection: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        # Else every command waits some 40 ms for a delayed acknowledgement; the kernel forgets this again.
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        part = connection.recv(count - len(data))
        if not part:
            return b""
        data += part
    return data
