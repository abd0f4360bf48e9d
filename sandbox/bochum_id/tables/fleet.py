"""Terminals and what they tell."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sandbox.bochum_id.tables.base import Table


class Terminal(Table):
    __tablename__ = "terminals"
    id: Mapped[str] = mapped_column(primary_key=True)
    public_key_pem: Mapped[str]
    blocked: Mapped[bool] = mapped_column(default=False)


class AssistanceCall(Table):
    __tablename__ = "assistance_calls"
    id: Mapped[str] = mapped_column(primary_key=True)
    terminal_id: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
