"""What a card terminal keeps without power: its numbers, its turnover, and what the bank was told."""

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Transaction:
    """One that was stored: a payment, or with `reverses` the undoing of one."""

    receipt: int
    trace: int
    cents: int
    reverses: int | None = None
    """Receipt number of the payment."""
    reversed: bool = False


@dataclass(slots=True)
class Memory:
    transactions: list[Transaction] = field(default_factory=list)
    receipt: int = 0
    trace: int = 0
    account: int = 0
    """Cents that the bank took from cards and did not give back, over all time."""
    unfinished: int = 0
    """Cents that the bank took for a payment which is not stored: given back before anything else."""

    def next_numbers(self) -> tuple[int, int]:
        self.receipt = self.receipt % 9999 + 1
        self.trace = self.trace % 999_999 + 1
        return self.receipt, self.trace

    def undo_unfinished(self) -> None:
        """Auto-reversal (2.2.8)."""
        self.account -= self.unfinished
        self.unfinished = 0


def load(file: Path) -> Memory:
    """Read what was kept; an empty memory where nothing was."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Memory()
    kept["transactions"] = [Transaction(**each) for each in kept["transactions"]]
    return Memory(**kept)


def save(file: Path, memory: Memory) -> None:
    draft = file.with_suffix(".new")
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with draft.open("w", encoding="utf-8") as written:
        json.dump(asdict(memory), written)
        written.flush()
        os.fsync(written.fileno())
    draft.replace(file)
