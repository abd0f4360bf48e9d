"""What can be said of a payment, and what can be known of it: states, attempts, messages."""

from dataclasses import dataclass
from enum import StrEnum


class PaymentState(StrEnum):
    CREATED = "created"
    PENDING = "pending"
    """An attempt runs: at the card terminal, or on the pay page."""
    UNKNOWN = "unknown"
    """An attempt ended and nobody knows how; no other may begin."""
    PAID = "paid"
    FAILED = "failed"
    """The last attempt took no money; another may begin."""
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    REVERSAL_REQUIRED = "reversalRequired"
    """Money was taken that has to go back."""
    REVERSED = "reversed"
    REFUNDED = "refunded"
    """The money went back another way than it came."""


class Taking(StrEnum):
    """What is known of one attempt at taking the money."""

    BEGUN = "begun"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    ABORTED = "aborted"
    APPROVED = "approved"
    EXCESS = "excess"
    """Approved although another attempt had been: this money goes back, the payment stays as it is."""
    REVERSED = "reversed"


class Outcome(StrEnum):
    """What somebody says of an attempt."""

    APPROVED = "approved"
    DECLINED = "declined"
    ABORTED = "aborted"
    UNKNOWN = "unknown"


class Message(StrEnum):
    """What the columns of the table of states are called."""

    BEGIN = "begin"
    APPROVED = "approved"
    DECLINED = "declined"
    ABORTED = "aborted"
    UNKNOWN = "unknown"
    CANCEL = "cancel"
    EXPIRE = "expire"
    SUBMISSION_FAILED = "submissionFailed"
    REVERSED = "reversed"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Begin:
    """Attempt number so and so is about to ask for money; attempts count from 1 without gaps."""

    attempt: int


@dataclass(frozen=True, slots=True)
class Reported:
    """What came of an attempt, as far as somebody knows."""

    attempt: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody wants the payment any more."""


@dataclass(frozen=True, slots=True)
class Expire:
    """Its time is over."""


@dataclass(frozen=True, slots=True)
class SubmissionFailed:
    """What was to be paid for will never come."""


@dataclass(frozen=True, slots=True)
class ReversalReported:
    """What came of giving an attempt's money back; `attempt` None is the one that has to go back."""

    attempt: int | None
    succeeded: bool


@dataclass(frozen=True, slots=True)
class Refunded:
    """The city paid the money back."""


type PaymentMessage = Begin | Reported | Cancel | Expire | SubmissionFailed | ReversalReported | Refunded
