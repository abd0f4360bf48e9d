"""Lists page by page (contract section 1): newest first, with a cursor that inserts do not shift."""

import base64
import binascii
import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import Query
from sqlalchemy import Select, and_, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import FieldError, ProblemError

type Limit = Annotated[int, Query(ge=1, le=100, description="How many items at most.")]
type Cursor = Annotated[
    str, Query(max_length=160, pattern=r"^[A-Za-z0-9_-]+$", description="`nextCursor` of the page before.")
]
_PLACE = re.compile(r"([0-9]{1,18})\.([A-Za-z0-9_-]{1,64})")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def page_of[Row](
    db: Session,
    rows: Select[Row],
    order: tuple[InstrumentedAttribute[datetime], InstrumentedAttribute[str]],
    limit: int,
    cursor: str | None,
) -> tuple[list[Row], str | None]:
    """Take one page of `rows`, ordered by moment and id, both falling; and the cursor of the next.

    ProblemError validation-failed for a cursor that no page gave.
    """
    moment, name = order
    if cursor is not None:
        at, last = _read(cursor)
        rows = rows.where(or_(moment < at, and_(moment == at, name < last)))
    found = list(db.scalars(rows.order_by(moment.desc(), name.desc()).limit(limit + 1)))
    if len(found) <= limit:
        return found, None
    end: Any = found[limit - 1]
    return found[:limit], _write(getattr(end, moment.key), getattr(end, name.key))


def _write(at: datetime, name: str) -> str:
    place = f"{(at - _EPOCH) // _MICROSECOND}.{name}"
    return base64.urlsafe_b64encode(place.encode()).rstrip(b"=").decode()


def _read(cursor: str) -> tuple[datetime, str]:
    try:
        place = _PLACE.fullmatch(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii"))
        at = place and _EPOCH + int(place[1]) * _MICROSECOND
    except (binascii.Error, ValueError, OverflowError):
        place = at = None
    if place is None or at is None:
        raise ProblemError(Code.VALIDATION_FAILED, errors=(FieldError("#query/cursor", "pattern"),))
    return at, place[2]
