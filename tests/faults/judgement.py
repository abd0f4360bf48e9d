"""What holds after every visit, whatever happened on the line: on paper, on the screen, in the books."""

from collections.abc import Sequence

from fault_rules import Expectation, agrees
from ledger import Books
from visitor import Story

from kiosk.session.effects import EndedHow

SECRETS = ("Mustermann", "MUSTERMANN", "Erika", "ERIKA", "Kortum", "123456", "1984-", "eyJ")
_LIVING_PAYMENT = {"created", "pending", "paid"}


def check_screens(story: Story, expected: Sequence[Expectation]) -> None:
    """Every fault was seen where the rule says, and nothing else."""
    assert not story.crashed, f"effects crashed: {story.crashed}"
    for number, expectation in enumerate(expected):
        seen = [each for each in story.troubles if each.strike == number]
        assert agrees(seen, expectation), f"fault {number}: expected {expectation}, seen {seen}"
    assert all(0 <= each.strike < len(expected) for each in story.troubles), story.troubles
    assert story.ended == [EndedHow.FINISHED]
    for text in (*map(str, story.journal), repr(story.last), repr(story.troubles)):
        assert not any(secret in text for secret in SECRETS), (
            f"the journal or a repr tells of the citizen: {text}"
        )


def check_books(story: Story, books: Books, purpose: str, *, told_at_the_end: bool) -> None:
    """One application was sent, paid and printed once; what the visitor was told is what the city has.

    `told_at_the_end` is false when the last words of the terminal could not reach Bochum-ID.
    """
    (application,) = books.applications
    assert application.reference is not None
    assert story.references == [application.reference]
    data = application.data
    assert (data["purpose"], data["kind"], data["copies"]) == (purpose, "simple", 1)
    applicant = data["applicant"]
    assert isinstance(applicant, dict)
    assert applicant["familyName"] == "Mustermann"
    (receipt,) = books.receipts
    (sheet,) = story.sheets
    living = [payment for payment in books.payments if payment.state in _LIVING_PAYMENT]
    if purpose == "private":
        (payment,) = living
        assert (application.state, payment.state) == ("awaitingPayment", "created")
        assert (payment.application_id, receipt.reference) == (application.id, payment.reference)
        assert not books.documents
        assert not books.print_jobs
    else:
        (document,) = books.documents
        assert application.state == "completed"
        assert not books.payments
        assert receipt.reference == application.reference
        assert sheet.pdf == document.content
        printed = [job for job in books.print_jobs if job.outcome == "printed"]
        if told_at_the_end:
            assert (len(printed), document.prints_left) == (1, 0)
        else:
            assert len(printed) == 1 - document.prints_left <= 1
    if told_at_the_end:
        assert all(session.ended_reason for session in books.sessions), "a session was left open"
        assert all(session.attributes is None for session in books.sessions)
        assert not [each.state for each in books.attempts if each.state in {"awaitingEid", "verified"}]
        assert all(attempt.attributes is None for attempt in books.attempts)
