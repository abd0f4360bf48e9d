"""Why the card on which something depended is not there."""

from typing import assert_never

from cardreader.reader import EmptyReader, NoReader
from kiosk.session.failure import Failure


def failure_of(status: EmptyReader | NoReader) -> Failure:
    """Tell taking a card away from laying it down badly, and both from a reader that is gone."""
    match status:
        case NoReader():
            return Failure.READER_GONE
        case EmptyReader(is_restless=True):
            return Failure.CARD_ASKEW
        case EmptyReader():
            return Failure.CARD_REMOVED
        case _:
            assert_never(status)
