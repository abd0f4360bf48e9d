"""Which paper comes of an application: what the visitor asked for, a slip to pay by, or proof of sending."""

from enum import Enum

from kiosk.session.cover import AtCashDesk
from kiosk.session.errand import Outcome


class Paper(Enum):
    DOCUMENT = "document"
    """What the visitor came for."""
    SLIP = "slip"
    """For the cash desk: the document comes once the fee is paid."""
    RECEIPT = "receipt"
    """That the application arrived; the answer takes a while."""


def paper_of(outcome: Outcome) -> Paper:
    """Tell the paper by what the city gave back and how the fee is paid."""
    if outcome.submission.document_id is not None:
        return Paper.DOCUMENT
    return Paper.SLIP if isinstance(outcome.cover, AtCashDesk) else Paper.RECEIPT
