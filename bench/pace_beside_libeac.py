"""PACE as the terminal, ours beside libeac's, on every curve: computation only, libeac plays the card.

`python -m bench.pace_beside_libeac` prints one line a curve. Processor time of the thread; what the card
computes is left out for both. libeac is called through ctypes, which costs it some hundredths of a
millisecond.
"""

import statistics
import time
from collections.abc import Callable

from bench.figures import Figure
from cardreader import tlv
from cardreader.apdu import CommandApdu, ResponseApdu
from cardreader.elliptic import BRAINPOOL_P256R1, CURVES, Curve
from cardreader.pace import PaceEstablished, PasswordId, pace
from cardreader.secret import Secret
from cardreader.security_infos import PaceInfo, SecurityInfos
from tests.third_party.libeac import LIBRARY, Context, Libeac

TIMES = 40
RATIO = 2.0
"""The goal for the curve that German identity cards use."""
_PIN = b"123456"
_PROTOCOL = "0.4.0.127.0.7.2.2.4.2.2"


def measure() -> tuple[Figure, ...]:
    """Give our part of libeac's time; nothing where libeac is not installed."""
    try:
        library = Libeac()
    except OSError:
        print(f"PACE beside libeac: left out, {LIBRARY} is not there")
        return ()
    figures = []
    for curve in CURVES:
        ours, theirs = compare(library, curve)
        print(f"PACE on {curve.name:<16} ours {ours:6.2f} ms   libeac {theirs:6.2f} ms   {ours / theirs:.2f}")
        if curve is BRAINPOOL_P256R1:
            figures.append(Figure(f"PACE / libeac's, {curve.name}", (ours / theirs,), RATIO, "×", digits=2))
    return tuple(figures)


def compare(library: Libeac, curve: Curve) -> tuple[float, float]:
    """Run PACE in turns and return both medians in milliseconds."""
    info = PaceInfo(_PROTOCOL, 2, curve.parameter_id)
    ef_card_access = SecurityInfos((info,)).encode()
    ours, theirs = [], []
    for _ in range(TIMES):
        ours.append(_ours(library, info, ef_card_access))
        theirs.append(_libeacs(library, ef_card_access))
    return statistics.median(ours) * 1000, statistics.median(theirs) * 1000


class BrokenPaceError(Exception):
    """Two sides that know the same PIN did not understand each other."""


class _Clock:
    """Adds up the thread's processor time inside `timed`."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed[T](self, call: Callable[[], T]) -> T:
        begun = time.thread_time()
        try:
            return call()
        finally:
            self.seconds += time.thread_time() - begun


class _Card:
    """As much of a card as PACE needs; everything in it is libeac's."""

    def __init__(self, library: Libeac, ef_card_access: bytes) -> None:
        self.context = Context(library, ef_card_access)
        self._their_point = b""

    def answer(self, command: CommandApdu) -> ResponseApdu:
        if command.ins != 0x86:
            return ResponseApdu(b"", 0x9000)
        ((tag, value),) = tlv.fields(tlv.parse_one(command.data).value).items() or ((0, b""),)
        match tag:
            case 0x81:
                own = self.context.buffer("PACE_STEP3A_generate_mapping_data")
                self.context.ok("PACE_STEP3A_map_generator", value)
                objects = tlv.encode(0x82, own)
            case 0x83:
                self._their_point = value
                own = self.context.buffer("PACE_STEP3B_generate_ephemeral_key")
                self.context.ok("PACE_STEP3B_compute_shared_secret", value)
                self.context.ok("PACE_STEP3C_derive_keys")
                objects = tlv.encode(0x84, own)
            case 0x85:
                own = self.context.buffer("PACE_STEP3D_compute_authentication_token", self._their_point)
                objects = tlv.encode(0x86, own)
            case _:
                objects = tlv.encode(0x80, self.context.encrypted_nonce(_PIN, PasswordId.PIN))
        return ResponseApdu(tlv.encode(0x7C, objects), 0x9000)


def _ours(library: Libeac, info: PaceInfo, ef_card_access: bytes) -> float:
    card, clock = _Card(library, ef_card_access), _Clock()
    operation = pace(info, PasswordId.PIN, Secret(_PIN), None)
    try:
        command = clock.timed(lambda: next(operation))
        while True:
            response = card.answer(command)
            command = clock.timed(lambda response=response: operation.send(response))  # type: ignore[misc]
    except StopIteration as done:
        if not isinstance(done.value, PaceEstablished):
            raise BrokenPaceError from done
    card.context.close()
    return clock.seconds


def _libeacs(library: Libeac, ef_card_access: bytes) -> float:
    card, clock = Context(library, ef_card_access), _Clock()
    terminal = Context(library, ef_card_access)
    encrypted = card.encrypted_nonce(_PIN, PasswordId.PIN)
    clock.timed(lambda: terminal.deciphered_nonce(_PIN, PasswordId.PIN, encrypted))
    mapping = clock.timed(lambda: terminal.buffer("PACE_STEP3A_generate_mapping_data"))
    cards_mapping = card.buffer("PACE_STEP3A_generate_mapping_data")
    card.ok("PACE_STEP3A_map_generator", mapping)
    clock.timed(lambda: terminal.ok("PACE_STEP3A_map_generator", cards_mapping))
    point = clock.timed(lambda: terminal.buffer("PACE_STEP3B_generate_ephemeral_key"))
    cards_point = card.buffer("PACE_STEP3B_generate_ephemeral_key")
    card.ok("PACE_STEP3B_compute_shared_secret", point)
    card.ok("PACE_STEP3C_derive_keys")
    clock.timed(lambda: terminal.ok("PACE_STEP3B_compute_shared_secret", cards_point))
    clock.timed(lambda: terminal.ok("PACE_STEP3C_derive_keys"))
    token = clock.timed(lambda: terminal.buffer("PACE_STEP3D_compute_authentication_token", cards_point))
    cards_token = card.buffer("PACE_STEP3D_compute_authentication_token", point)
    if not (clock.timed(lambda: terminal.is_token_right(cards_token)) and card.is_token_right(token)):
        raise BrokenPaceError
    terminal.close()
    card.close()
    return clock.seconds


if __name__ == "__main__":
    for figure in measure():
        print(figure.line())
