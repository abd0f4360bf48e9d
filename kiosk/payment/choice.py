"""The till of this terminal, as configured: a card reader on the network, or none."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kiosk.config import CardTerminal
from kiosk.payment.journal import FileJournal, JournalError
from kiosk.payment.settling import Settlement, Settler
from kiosk.payment.tcp_reader import Patience, TcpReader
from kiosk.payment.till import CardTill, NoCardReader
from kiosk.payment.turn import Turn
from kiosk.payment.zvt_till import CardPayments, ZvtTill


class PayingBackend(Protocol):
    """What a till needs of Bochum-ID."""

    @property
    def payments(self) -> CardPayments: ...
    @property
    def settlement(self) -> Settlement: ...


def choose_till(device: CardTerminal, state_dir: Path | None, backend: PayingBackend) -> CardTill:
    """Put the till together. `state_dir` keeps the journal; without it JournalError: no card is charged."""
    if not device.host:
        return NoCardReader()
    place = Path(device.journal_dir) if device.journal_dir else state_dir
    if place is None:
        raise JournalError("cards can be charged only where it is written down: set journal_dir")
    patience = Patience(answer=device.answer_seconds, end=device.end_seconds)
    reader = TcpReader(device.host, device.port, device.password, patience)
    settler = Settler(reader, FileJournal(place / "card-payments.json"), backend.settlement, _now)
    turn = Turn(place / "card-payments.lock")
    return ZvtTill(reader, settler, backend.payments, _now, turn.taken)


def _now() -> datetime:
    return datetime.now(UTC)
