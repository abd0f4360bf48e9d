"""The accounts that the sandbox knows beforehand: read from resources/simulated_accounts.toml."""

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sandbox.id_card.personas import load_personas

ACCOUNTS_FILE: Final = Path(__file__).parents[2] / "resources" / "simulated_accounts.toml"

type Word = Annotated[str, Field(min_length=1)]


class SampleAccountError(ValueError):
    """The file has a mistake; the text names the account and the key."""


class SampleAccount(BaseModel):
    """One account of an invented person; a second factor is what stands there."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    persona: Word
    card: Literal["linked", "older"]
    username: Word
    password: Word = Field(repr=False)
    language: Literal["de", "en"]
    totp_secret: Word | None = Field(None, repr=False)
    recovery_codes: list[Word] = Field([], repr=False)
    email: Word | None = Field(None, repr=False)
    phone: Word | None = Field(None, repr=False)
    sms_codes: bool = False
    email_codes: bool = False
    large_text: bool = False
    locked: bool = False

    @model_validator(mode="after")
    def _have_where_to_send(self) -> Self:
        if (self.sms_codes and self.phone is None) or (self.email_codes and self.email is None):
            raise ValueError("sms_codes needs phone, email_codes needs email")
        return self


def sample_accounts(path: Path = ACCOUNTS_FILE) -> dict[str, SampleAccount]:
    """Read all, by the name of their table; SampleAccountError on a mistake."""
    personas = load_personas()
    accounts = {}
    for name, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
        try:
            accounts[name] = SampleAccount.model_validate(table)
        except ValidationError as error:
            raise SampleAccountError(f"{path.name}, [{name}]: {error}") from error
        if accounts[name].persona not in personas:
            raise SampleAccountError(f"{path.name}, [{name}]: persona must be one of {', '.join(personas)}")
    return accounts
