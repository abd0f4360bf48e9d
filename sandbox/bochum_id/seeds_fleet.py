"""The configuration of the sandbox's own terminal."""

from sqlalchemy.orm import Session

from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.tables import TerminalConfig
from sandbox.bochum_id.terminal_config import change_config

_TERMINAL = "BB-MITTE-03"


def seed(db: Session, backend: Backend) -> None:
    """Decide how the terminal in the office Mitte stands there, unless somebody has already."""
    if db.get(TerminalConfig, _TERMINAL) is not None:
        return
    change_config(
        db,
        backend,
        _TERMINAL,
        {
            "terminal": {"location": "EG links", "arrangement": "wheelchairLow"},
            "features": {"payment.cardTerminal": True},
        },
    )
