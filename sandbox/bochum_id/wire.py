"""The shape of every message: camelCase members, nothing unknown let in, nothing personal in an error."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_camel

from sandbox.bochum_id.examples import ANY_ID


class Wire(BaseModel):
    """A message; unknown members are refused."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        populate_by_name=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
    )


def _in_utc(moment: datetime) -> datetime:
    """Take a moment without an offset as UTC; ValueError at the ends of the calendar."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("no such moment in UTC") from error


def rfc3339(moment: datetime) -> str:
    """Write a moment in UTC with Z, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_SHA256 = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"

type Moment = Annotated[datetime, AfterValidator(_in_utc), PlainSerializer(rfc3339, return_type=str)]
type Id = Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_-]+$", examples=[ANY_ID])]
type FreeText = Annotated[
    str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$", examples=["Text"])
]
"""What somebody wrote: lines and tabs, no other control characters."""
type Sha256 = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$", examples=[_SHA256])]
"""A SHA-256 value, base64url without padding."""
type ContentDigest = Annotated[
    str,
    Field(
        pattern=r"^sha-256=:[A-Za-z0-9+/]{43}=:$",
        examples=["sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"],
    ),
]
"""A digest of bytes or of a text's UTF-8, as a structured field (RFC 9530)."""


class MoneyWire(Wire):
    amount: int
    """Integer minor units."""
    currency: str = "EUR"
