"""The card terminal itself, without a network: frames and hands in, frames out.

It obeys 2.2.8: a payment is stored only once its result and every receipt were acknowledged. Whatever
interrupts it before (silence, a broken line, a power cut) undoes the payment.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.card_terminal import frames as f
from sandbox.card_terminal.memory import Memory, Transaction

TERMINAL_ID = "65432101"
CONTRACT = b"455600000001   "
_TIMEOUT, _BUSY, _IMPOSSIBLE, _ALREADY, _NOT_FOUND, _PIN_TRIES = 0x6C, 0xA0, 0x83, 0xB4, 0xB5, 0x75
_BANK_SAYS_NO = 0x05
_PASSWORD = "000000"  # noqa: S105 - the one every such device is delivered with


class Hand(StrEnum):
    """What somebody does at the device."""

    HOLD_CARD = "holdCard"
    """A card that the bank accepts, without a PIN."""
    CARD_WITH_PIN = "cardWithPin"
    RIGHT_PIN = "rightPin"
    WRONG_PIN = "wrongPin"
    DECLINED_CARD = "declinedCard"
    """A card that the bank does not accept."""
    CANCEL = "cancel"
    """The red key; also what the device does when nobody came."""


@dataclass(slots=True)
class _Step:
    """A frame that has to be acknowledged before the next one goes out."""

    out: bytes
    acknowledged: Callable[[], None] | None = None


@dataclass(slots=True)
class Machine:
    """One device. Every method gives the frames that it sends thereupon."""

    memory: Memory
    password: str = _PASSWORD
    steps: deque[_Step] = field(default_factory=deque)
    waits_for_card: int | None = None
    """The amount, while it waits for a card or its PIN."""
    pin_tries: int = 0
    asks_for_pin: bool = False
    abort_wanted: bool = False
    config: int = 0x86
    blocks: bool = False
    """Whether it may send text blocks."""
    storing: Transaction | None = None

    # ------------------------------------------------------------ from the cash register

    def receive(self, whole: bytes) -> list[bytes]:  # noqa: C901 - flat: a case a command
        control, body = f.control_of(whole), f.body_of(whole)
        if control[:2] in ("80", "84"):
            return self._answered(positive=control in ("8000", "8400"))
        if control == "06b0":
            return self._abort()
        if self.is_busy:
            return [f.no(_BUSY)]
        match control:
            case "0600":
                return self._register(body)
            case "0602":
                self.config, self.blocks = 0x86, False
                return [f.YES]
            case "0501":
                return self._begin(_Step(f.frame("060F", b"\x00")))
            case "0670":
                return self._begin(_Step(f.frame("060F")))
            case "0601":
                return self._authorise(body)
            case "0620":
                return self._repeat(body)
            case "0630":
                return self._reverse(body)
            case "0650":
                return self._end_of_day(body)
            case _:
                return [f.no(_IMPOSSIBLE)]

    @property
    def is_busy(self) -> bool:
        return bool(self.steps) or self.waits_for_card is not None

    def disconnected(self) -> None:
        """The line is gone, or there is no power: what was not stored is undone."""
        self.memory.undo_unfinished()
        self.steps.clear()
        self.waits_for_card, self.asks_for_pin, self.pin_tries, self.storing = None, False, 0, None
        self.abort_wanted = False

    # ------------------------------------------------------------ at the device

    def touched(self, hand: Hand) -> list[bytes]:
        if self.waits_for_card is None or self.steps:
            return []
        match hand:
            case Hand.HOLD_CARD:
                return self._send(*self._status(0x17), *self._status(0x04), *self._approval())
            case Hand.RIGHT_PIN if self.asks_for_pin:
                return self._send(*self._status(0x04), *self._approval())
            case Hand.WRONG_PIN if self.asks_for_pin:
                self.pin_tries += 1
                if self.pin_tries < 3:
                    return self._send(*self._status(0x15))
                return self._send(*self._status(0x18), *self._refusal(_PIN_TRIES))
            case Hand.CARD_WITH_PIN:
                self.asks_for_pin = True
                return self._send(*self._status(0x01))
            case Hand.DECLINED_CARD:
                return self._send(*self._status(0x04), *self._refusal(_BANK_SAYS_NO))
            case Hand.CANCEL:
                return self._send(*self._refusal(_TIMEOUT))
            case _:
                return []

    # ------------------------------------------------------------ commands

    def _register(self, body: bytes) -> list[bytes]:
        if body[:3].hex() != self.password:
            return [f.no(_IMPOSSIBLE)]
        if body[4:6].hex() not in ("", "0978"):
            return [f.frame("841E", b"\x6f")]
        self.config = body[3]
        self.blocks = bytes.fromhex("0A0206D3") in body
        answer = b"\x19\x00\x29" + bytes.fromhex(TERMINAL_ID) + bytes.fromhex("490978")
        return self._begin(_Step(f.frame("060F", answer)))

    def _authorise(self, body: bytes) -> list[bytes]:
        if body[:1] != b"\x04":
            return [f.no(_IMPOSSIBLE)]
        self.waits_for_card, self.pin_tries, self.asks_for_pin = f.decimal(body[1:7]), 0, False
        return [f.YES, *self._send(*self._status(0x0A))]

    def _repeat(self, body: bytes) -> list[bytes]:
        if body[:3].hex() != self.password:
            return [f.no(_IMPOSSIBLE)]
        if not self.memory.transactions:
            return self._begin(_Step(f.frame("061E", bytes([_IMPOSSIBLE]))))
        wanted = body[4] if body[3:4] == b"\x03" else 0
        steps = [_Step(self._information(self.memory.transactions[-1]))] if wanted & 1 else []
        return self._begin(*steps, _Step(f.frame("060F")))

    def _reverse(self, body: bytes) -> list[bytes]:
        if body[:3].hex() != self.password or body[3:4] != b"\x87":
            return [f.no(_IMPOSSIBLE)]
        wanted = f.decimal(body[4:6])
        cents = f.decimal(body[7:13]) if body[6:7] == b"\x04" else None
        payment = next((each for each in self.memory.transactions if self._fits(each, wanted, cents)), None)
        if payment is None or payment.reversed:
            code = _NOT_FOUND if payment is None else _ALREADY
            return self._begin(_Step(f.frame("061E", bytes([code]))))
        receipt, trace = self.memory.next_numbers()
        undone = Transaction(receipt, trace, payment.cents, reverses=payment.receipt)
        self.memory.account -= payment.cents
        self.memory.unfinished = -payment.cents
        return self._begin(*self._status(0x04), *self._closing(undone, _written("STORNO", payment.cents)))

    def _fits(self, each: Transaction, receipt: int, cents: int | None) -> bool:
        return each.receipt == receipt and each.reverses is None and cents in (None, each.cents)

    def _end_of_day(self, body: bytes) -> list[bytes]:
        if body[:3].hex() != self.password:
            return [f.no(_IMPOSSIBLE)]
        payments = [each for each in self.memory.transactions if each.reverses is None and not each.reversed]
        receipts = [each.receipt for each in self.memory.transactions] or [0]
        cents = sum(each.cents for each in payments)
        nothing = b"\x00" + f.number(0, 12)
        totals = f.number(receipts[0], 4) + f.number(receipts[-1], 4)
        totals += bytes([len(payments)]) + f.number(cents, 12) + 6 * nothing
        _, trace = self.memory.receipt, self.memory.trace
        body = b"\x27\x00" + f.amount(cents) + b"\x0b" + f.number(trace, 6) + f.counted(0x60, totals, 3)
        self.memory.transactions.clear()  # the status follows a day that is closed already (2.16.4)
        return self._begin(
            *self._status(0x0F), _Step(f.frame("040F", body)), *self._receipts(3, ["KASSENSCHNITT"]),
            _Step(f.frame("060F")),
        )  # fmt: skip

    def _abort(self) -> list[bytes]:
        if self.waits_for_card is None or self.storing is not None:
            return [f.YES]  # too late, or nothing to abort
        if self.steps:
            self.abort_wanted = True
            return [f.YES]
        return [f.YES, *self._send(*self._refusal(_TIMEOUT))]

    # ------------------------------------------------------------ how payments end

    def _approval(self) -> list[_Step]:
        cents = self.waits_for_card or 0
        receipt, trace = self.memory.next_numbers()
        self.memory.account += cents
        self.memory.unfinished = cents
        return self._closing(Transaction(receipt, trace, cents), _written("ZAHLUNG", cents))

    def _closing(self, done: Transaction, lines: list[str]) -> list[_Step]:
        """Give the last frames of a transaction; it is stored when the last receipt is acknowledged."""
        receipts = self._receipts(2, lines)
        information = _Step(self._information(done))
        (receipts or [information])[-1].acknowledged = self._store
        self.storing = done
        return [information, *receipts, _Step(f.frame("060F"))]

    def _store(self) -> None:
        done = self.storing
        if done is None:
            return
        self.memory.unfinished = 0
        self.memory.transactions.append(done)
        for each in self.memory.transactions:
            if each.receipt == done.reverses and each.reverses is None:
                each.reversed = True
        self.storing = None

    def _refusal(self, code: int) -> list[_Step]:
        told = bytes([0x27, code, 0x29]) + bytes.fromhex(TERMINAL_ID)
        if code == _BANK_SAYS_NO:
            told += f.counted(0x3C, b"Karte abgelehnt", 3)
        return [_Step(f.frame("040F", told)), _Step(f.frame("061E", bytes([code])))]

    def _information(self, done: Transaction) -> bytes:
        told = b"\x27\x00" + f.amount(done.cents) + bytes.fromhex("490978") + b"\x19\x70"
        told += b"\x0b" + f.number(done.trace, 6) + b"\x0c\x14\x32\x07" + b"\x0d\x11\x23"
        told += b"\x87" + f.number(done.receipt, 4) + b"\x29" + bytes.fromhex(TERMINAL_ID)
        told += f.counted(0x22, bytes.fromhex("EEEEEEEEEEEE4711")) + b"\x2a" + CONTRACT
        told += f.counted(0x8B, b"girocard\x00") + b"\x8a\x05"
        if done.reverses is not None:
            told += b"\x37" + f.number(self._trace_of(done.reverses), 6)
        return f.frame("040F", told + f.container(f.tagged("43", bytes.fromhex("A0000003591010"))))

    def _trace_of(self, receipt: int) -> int:
        return next((each.trace for each in self.memory.transactions if each.receipt == receipt), 0)

    def _receipts(self, kind: int, lines: list[str]) -> list[_Step]:
        if not self.config & 0x02:
            return []
        if self.blocks:
            return [_Step(f.text_block(kind, lines))]
        return [_Step(f.text_line(line)) for line in lines]

    def _status(self, code: int) -> list[_Step]:
        return [_Step(f.frame("04FF", bytes([code])))] if self.config & 0x08 else []

    # ------------------------------------------------------------ one frame after the other

    def _begin(self, *steps: _Step) -> list[bytes]:
        return [f.YES, *self._send(*steps)]

    def _send(self, *steps: _Step) -> list[bytes]:
        idle = not self.steps
        self.steps.extend(steps)
        return [self.steps[0].out] if idle and self.steps else []

    def _answered(self, *, positive: bool) -> list[bytes]:
        if not self.steps:
            return []
        done = self.steps.popleft()
        if not positive:
            self.disconnected()
            return self._send(_Step(f.frame("061E", bytes([_TIMEOUT]))))
        if done.acknowledged is not None:
            done.acknowledged()
        if f.control_of(done.out) in ("060f", "061e"):
            self.waits_for_card, self.abort_wanted = None, False
        if self.abort_wanted and not self.steps and self.waits_for_card is not None:
            return self._send(*self._refusal(_TIMEOUT))
        return [self.steps[0].out] if self.steps else []


def _written(what: str, cents: int) -> list[str]:
    """Write the receipt for the one whose card it is."""
    amount = f"EUR {cents // 100},{cents % 100:02}"
    return ["Stadt Bochum", "K-U-N-D-E-N-B-E-L-E-G", what, amount, "Karte ****4711"]
