"""Long lists come in pages (contract section 1)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from kiosk.bochum_id.reading import Part


@dataclass(frozen=True, slots=True)
class Page[T]:
    """Some entries, and where the next ones begin."""

    items: tuple[T, ...]
    next_cursor: str | None = field(default=None, repr=False)
    """Opaque; None on the last page."""


def read_page[T](part: Part, read: Callable[[Part], T]) -> Page[T]:
    items = tuple(read(item) for item in part.member("items").items())
    return Page(items, part.maybe("nextCursor", Part.text))


def with_query(path: str, **parameters: str | int | None) -> str:
    """Add what is not None to a path; never anything personal."""
    given = {name: value for name, value in parameters.items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path
