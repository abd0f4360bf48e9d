"""What every table shares: how values are stored, and that no row prints its contents."""

from datetime import UTC, datetime

from sqlalchemy import JSON, BigInteger, Dialect, LargeBinary, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass

type JsonValue = bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None
type JsonObject = dict[str, JsonValue]


OPTIONAL_JSON = JSON(none_as_null=True)
"""A column that is NULL, not the JSON word null, when there is nothing."""


class UtcTime(TypeDecorator[datetime]):
    """A moment as microseconds since 1970 in UTC; SQLite has no time zones."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else round(value.timestamp() * 1_000_000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else datetime.fromtimestamp(value / 1_000_000, UTC)


class Table(MappedAsDataclass, DeclarativeBase, repr=False, kw_only=True):
    """Rows compare by identity of their key and never show personal data."""

    type_annotation_map = {datetime: UtcTime, bytes: LargeBinary, JsonObject: JSON, list[JsonValue]: JSON}  # noqa: RUF012 - SQLAlchemy's hook
