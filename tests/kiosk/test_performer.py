"""The performer with stand-ins for the world: each effect ends in one event, whatever the world does."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fake_clock import FakeClock, settle
from fake_sign_in import FakeConversation, Gate, failed, refused
from fake_world import (
    BEGIN,
    CERTIFICATE,
    OPEN,
    PAYMENT,
    PRICE,
    PRINT,
    PRINT_DESK_SLIP,
    PRINT_PAID,
    PRINT_SLIP,
    REOPEN,
    SEND_FREE,
    SEND_PAID,
    SLIP,
    STEP_UP,
    World,
    check_password,
    confirm,
    live,
)

from cardreader.eid_client.exchange import Progress
from cardreader.eid_client.outcome import EidFailure
from kiosk.bochum_id.errors import BackendError, Garbage, Unreachable
from kiosk.bochum_id.values import AcceptedDeclaration, AccountQuestion, PrintOutcome
from kiosk.performer import PURGE_AGAIN_SECONDS
from kiosk.printing import NoPaperBecause, NotPrinted, Printed, PrintResult, SavedTo
from kiosk.session import delivery
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session.errand import ForOrganisation, Undecided
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from tests import own_samples, samples
from tests.samples import CATALOGUE, CITIZEN, DRAFT, ERRAND, PAID, SAVED, TODAY

SERVICES = Path("resources/catalogue/services")


def performed(effect: do.Effect, prepare: Callable[[World], None] = lambda _world: None) -> ev.Event:
    """What one effect ends in, in a world prepared like that."""
    answers = []

    async def story(world: World) -> None:
        prepare(world)
        if isinstance(effect, do.ConfirmSignIn):
            await world.does(BEGIN)
        answers.append(await world.does(effect))

    live(story)
    (answer,) = answers
    return answer


# ---------------------------------------------------------------- each effect, one event


@pytest.mark.parametrize(
    ("effect", "answer", "calls"),
    [
        (do.EndLeftovers(), ev.Settled(), ["end_leftover_sessions"]),
        (do.KeepDefinitions(CATALOGUE), ev.Settled(), [f"keep_definitions {CATALOGUE.version}"]),
        (BEGIN, ev.SignInPrepared(samples.SIGN_IN), ["begin 1 svc_meldebescheinigung en"]),
        (do.CancelSignIn(), ev.Settled(), []),
        (STEP_UP, ev.SignInPrepared(samples.SIGN_IN), ["step up svc_meldebescheinigung en"]),
        (
            check_password(),
            ev.PasswordAccepted((samples.TOTP, samples.SMS)),
            ["begin 1 svc_x de", "password la_1 erika 1"],
        ),
        (OPEN, ev.ApplicationOpened(DRAFT, TODAY), ["create_application svc_meldebescheinigung"]),
        (REOPEN, ev.ApplicationOpened(SAVED, TODAY), ["reopen_application app_0001"]),
        (
            do.OpenSession("svc_x", Language.ENGLISH),
            ev.SignedIn(samples.NOBODYS),
            ["begin_anonymous svc_x en"],
        ),
        (
            do.OpenApplication(samples.UNFINISHED, samples.NOBODYS),
            ev.ApplicationOpened(DRAFT, TODAY),
            ["create_application svc_meldebescheinigung"],
        ),
        (
            PRICE,
            ev.Priced(SAVED, PAID),
            ["save_answers \"1\" ['authority', 'copies', 'extras', 'kind', 'purpose']", 'quote "2"'],
        ),
        (SEND_FREE, ev.Sent(samples.WITH_DOCUMENT), ["submit"]),
        (SEND_PAID, ev.Sent(samples.WITH_SLIP), ['pay_at_desk "1" quo_paid', "submit"]),
        (
            PRINT,
            ev.PaperHandled(delivery.Printed()),
            ["document doc_0001", "begin_print doc_0001", "report_print prj_1"],
        ),
        (PRINT_DESK_SLIP, ev.PaperHandled(delivery.Printed()), ["receipt rcp_0002 en"]),
        (
            PRINT_PAID,
            ev.PaperHandled(delivery.Printed(), delivery.Printed()),
            ["document doc_0001", "begin_print doc_0001", "report_print prj_1", "receipt rcp_0001 en"],
        ),
        (
            do.PrintReceipt(samples.FREE_OUTCOME, Language.ENGLISH),
            ev.ReceiptHandled(delivery.Printed()),
            ["receipt rcp_0001 en"],
        ),
        (
            do.LinkReceipt(samples.PAID_OUTCOME, Language.ENGLISH),
            ev.ReceiptLinked("https://id.example/beleg/canary-token"),
            ["link_receipt rcp_0002 en"],
        ),
        (
            do.MailReceipt(samples.PAID_OUTCOME, Language.ENGLISH),
            ev.ReceiptMailed(),
            ["mail_receipt rcp_0002 en"],
        ),
        (PRINT_SLIP, ev.SlipHandled(delivery.Printed()), []),
        (do.CallHelp(), ev.HelpAnswered(reached=True), ["call_assistance"]),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_each_effect_ends_in_its_event(effect: do.Effect, answer: ev.Event, calls: list[str]) -> None:
    async def story(world: World) -> None:
        assert await world.does(effect) == answer
        assert world.backend.calls == calls
        assert world.reported == []
        assert threading.get_ident() not in world.backend.threads, "nothing that blocks runs on the loop"

    live(story)


def test_preparing_waits_as_long_as_it_is_told() -> None:
    async def story(world: World) -> None:
        preparing = asyncio.create_task(world.does(do.Prepare(after_seconds=5)))
        await world.clock.asleep(1)
        await world.clock.advance(4.9)
        assert world.backend.calls == []
        await world.clock.advance(0.1)
        assert await preparing == ev.Prepared(CATALOGUE)
        assert world.backend.calls == ["catalogue"]

    live(story)


def test_a_service_is_opened_from_its_document() -> None:
    document = samples.json_of(SERVICES / f"{ERRAND.service.id}.{ERRAND.service.version}.json")

    def offered(world: World) -> None:
        world.backend.definition = document

    opened = performed(do.OpenService(ERRAND.service), offered)
    assert isinstance(opened, ev.ServiceOpened)
    assert opened.definition.id == ERRAND.service.id
    assert [step.id for step in opened.definition.steps] == [step.id for step in ERRAND.definition.steps]


def test_a_document_nobody_can_use_is_the_citys_fault_and_no_crash() -> None:
    assert performed(do.OpenService(ERRAND.service)) == ev.Failing(Failure.BACKEND_UNREADABLE)


def test_the_sign_in_reports_its_progress_before_it_answers() -> None:
    async def story(world: World) -> None:
        await world.does(BEGIN)
        effect = confirm()
        assert await world.does(effect) == ev.SignedIn(CITIZEN)
        assert world.reported == [ev.SignInProgressed(each) for each in Progress]
        assert effect.pin.is_wiped

    live(story)


def test_a_password_a_code_that_is_sent_and_the_session_follow_each_other() -> None:
    async def story(world: World) -> None:
        password, code = check_password(), do.CheckCode(samples.SMS, samples.pin())
        await world.does(password)
        assert await world.does(do.SendCode(samples.SMS)) == ev.CodeSent()
        assert await world.does(code) == ev.SignedIn(samples.BY_PASSWORD)
        assert world.backend.secrets == [b"Kortum", b"271828"]
        assert password.password.is_wiped
        assert code.code.is_wiped
        assert threading.get_ident() not in world.backend.threads

    live(story)


def test_the_card_takes_the_place_of_a_password_under_way() -> None:
    async def story(world: World) -> None:
        await world.does(check_password())
        await world.does(BEGIN)
        assert world.backend.calls[2:] == ["cancel la_1", "begin 2 svc_meldebescheinigung en"]

    live(story)


def test_whose_account_it_is_is_asked_and_answered() -> None:
    async def story(world: World) -> None:
        world.backend.session = AccountQuestion("c0de", "acc_1")
        await world.does(BEGIN)
        assert await world.does(confirm()) == ev.AccountAsked()
        assert await world.does(do.DecideAccount(link=True)) == ev.SignedIn(CITIZEN)
        assert world.backend.calls[-1] == "answer la_1 acc_1 True"

    live(story)


def test_leaving_gives_up_both_kinds_of_sign_in() -> None:
    async def story(world: World) -> None:
        await world.does(check_password())
        assert await world.does(do.CancelSignIn()) == ev.Settled()
        assert world.backend.calls[2:] == ["cancel la_1"]

    live(story)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (refused("too-many-attempts"), Failure.TOO_MANY_TRIES),
        (refused("account-locked"), Failure.ACCOUNT_LOCKED),
        (BackendError(Unreachable("ConnectTimeout")), Failure.BACKEND_UNREACHABLE),
    ],
)
def test_a_refused_password_is_told_by_its_failure_and_wiped(error: BackendError, failure: Failure) -> None:
    effect = check_password()

    def refusing(world: World) -> None:
        world.backend.factors = error

    assert performed(effect, refusing) == ev.Failing(failure)
    assert effect.password.is_wiped


# ---------------------------------------------------------------- what the backend can do to it

FAULTS = {
    "unreachable": (BackendError(Unreachable("ConnectTimeout")), Failure.BACKEND_UNREACHABLE),
    "session ended": (refused("session-ended"), Failure.SESSION_ENDED),
    "closed": (refused("service-closed"), Failure.SERVICE_CLOSED),
    "too much at once": (refused("too-many-attempts"), Failure.TOO_OFTEN),
    "something else": (refused("never-heard-of"), Failure.BACKEND_REFUSED),
    "nonsense": (BackendError(Garbage("catalogue.version")), Failure.BACKEND_UNREADABLE),
}

CALLS: list[tuple[do.Effect, str]] = [
    (do.OpenService(ERRAND.service), "service_definition"),
    (OPEN, "create_application"),
    (REOPEN, "reopen_application"),
    (PRICE, "save_answers"),
    (PRICE, "quote"),
    (SEND_PAID, "pay_at_desk"),
    (SEND_PAID, "submit"),
    (PRINT, "document"),
    (PRINT, "begin_print"),
    (PRINT_DESK_SLIP, "receipt"),
    (do.LinkReceipt(samples.PAID_OUTCOME, Language.ENGLISH), "link_receipt"),
    (do.MailReceipt(samples.PAID_OUTCOME, Language.ENGLISH), "mail_receipt"),
]


class NoTime(FakeClock):
    async def sleep(self, seconds: float) -> None:
        assert seconds == 0


@pytest.mark.parametrize(("effect", "method"), CALLS, ids=[method for _, method in CALLS])
@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_of_the_backend_is_told_by_its_failure(
    effect: do.Effect, method: str, fault: str
) -> None:
    error, failure = FAULTS[fault]

    def broken(world: World) -> None:
        world.backend.errors = {method: [error]}
        world.performer._clock = NoTime()

    assert performed(effect, broken) == ev.Failing(failure)


@pytest.mark.parametrize("fault", FAULTS)
def test_where_the_city_fails_what_is_kept_is_told_with_the_cause(fault: str) -> None:
    error, failure = FAULTS[fault]

    def broken(world: World) -> None:
        world.backend.errors = {"catalogue": [error]}
        world.performer._clock = NoTime()

    def broken_but_kept(world: World) -> None:
        broken(world)
        world.backend.kept = CATALOGUE

    assert performed(do.Prepare(after_seconds=0), broken) == ev.NotPrepared(failure)
    assert performed(do.Prepare(after_seconds=0), broken_but_kept) == ev.PreparedFromCache(CATALOGUE, failure)


@pytest.mark.parametrize("code", ["terminal-unknown", "terminal-blocked", "terminal-certificate-expired"])
def test_a_terminal_that_the_city_has_shut_gives_no_information_either(code: str) -> None:
    def shut(world: World) -> None:
        world.backend.errors = {"catalogue": [refused(code)]}
        world.backend.kept = CATALOGUE
        world.performer._clock = NoTime()

    assert performed(do.Prepare(after_seconds=0), shut) == ev.NotPrepared(Failure.BACKEND_REFUSED)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_sign_in_tells_the_backends_faults_too_and_wipes_the_pin(fault: str) -> None:
    error, failure = FAULTS[fault]
    effect = confirm()

    def no_attempt(world: World) -> None:
        world.backend.begin_error = error

    def no_session(world: World) -> None:
        world.backend.session = error

    assert performed(BEGIN, no_attempt) == ev.Failing(failure)
    assert performed(effect, no_session) == ev.Failing(failure)
    assert effect.pin.is_wiped


@pytest.mark.parametrize(
    ("effect", "method", "answer"),
    [
        (do.EndLeftovers(), "end_leftover_sessions", ev.Settled()),
        (do.KeepDefinitions(CATALOGUE), "keep_definitions", ev.Settled()),
        (do.CallHelp(), "call_assistance", ev.HelpAnswered(reached=False)),
        (PRINT, "report_print", ev.PaperHandled(delivery.Printed())),
    ],
    ids=["leftovers", "definitions", "help", "report of a print"],
)
@pytest.mark.parametrize("fault", FAULTS)
def test_what_the_visitor_need_not_hear_stays_unheard(
    effect: do.Effect, method: str, answer: ev.Event, fault: str
) -> None:
    def broken(world: World) -> None:
        world.backend.errors = {method: [FAULTS[fault][0]]}

    assert performed(effect, broken) == answer


@pytest.mark.parametrize(
    ("effect", "method"),
    [*CALLS, (do.Prepare(after_seconds=0), "catalogue"), (do.KeepDefinitions(CATALOGUE), "keep_definitions")],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bug_gets_out_for_the_runtime_to_tell(effect: do.Effect, method: str) -> None:
    def broken(world: World) -> None:
        world.backend.errors = {method: [KeyError("a bug")]}
        world.performer._clock = NoTime()

    with pytest.raises(KeyError):
        performed(effect, broken)


@pytest.mark.parametrize(
    "conversation",
    [
        FakeConversation(proceeded=[failed(EidFailure.PIN_BLOCKED)]),
        FakeConversation(proceeded=[ValueError("a bug")]),
    ],
    ids=["failed", "crashed"],
)
def test_a_pin_is_wiped_however_the_sign_in_ends(conversation: FakeConversation) -> None:
    effect = confirm()

    async def story(world: World) -> None:
        await world.does(BEGIN)
        crashes = isinstance(conversation.proceeded[0], ValueError)
        if crashes:
            with pytest.raises(ValueError, match="a bug"):
                await world.does(effect)
        else:
            assert await world.does(effect) == ev.Failing(Failure.PIN_BLOCKED)

    live(story, conversation)
    assert effect.pin.is_wiped


def test_a_pin_is_wiped_when_the_visit_is_stopped_but_not_while_the_card_reads_it() -> None:
    effect, conversation = confirm(), FakeConversation(proceed_gate=Gate())

    async def story(world: World) -> None:
        await world.does(BEGIN)
        confirming = asyncio.create_task(world.does(effect))
        await asyncio.to_thread(conversation.proceed_gate.wait_until_reached)
        confirming.cancel()
        await settle()
        wiped_at_once = effect.pin.is_wiped
        assert (confirming.cancelled(), wiped_at_once) == (True, False)
        conversation.proceed_gate.opened.set()
        assert await world.does(do.CancelSignIn()) == ev.Settled()
        assert effect.pin.is_wiped
        assert conversation.pins == [b"271828"]

    live(story, conversation)


# ---------------------------------------------------------------- sending once


def test_the_declarations_are_sent_in_the_words_that_were_read() -> None:
    async def story(world: World) -> None:
        await world.does(SEND_PAID)
        ((draft, declarations, payment, language),) = world.backend.submitted
        assert (draft, payment, language) == (DRAFT, PAYMENT, "en")
        assert declarations == (AcceptedDeclaration("truthful", "My details are correct and complete."),)

    live(story)


def test_what_costs_nothing_is_not_paid() -> None:
    async def story(world: World) -> None:
        await world.does(SEND_FREE)
        ((_, _, payment, _),) = world.backend.submitted
        assert payment is None

    live(story)


def test_sending_again_sends_the_very_same_so_that_the_server_can_know_it_again() -> None:
    async def story(world: World) -> None:
        world.backend.errors = {
            "submit": [BackendError(Unreachable("the answer was lost")), BackendError(Garbage("cut off"))]
        }
        assert await world.does(SEND_PAID) == ev.Failing(Failure.BACKEND_UNREACHABLE)
        assert await world.does(SEND_PAID) == ev.Failing(Failure.BACKEND_UNREADABLE)
        assert await world.does(SEND_PAID) == ev.Sent(samples.WITH_SLIP)
        assert world.backend.desk_payments == 1
        first, second, third = world.backend.submitted
        assert first == second == third

    live(story)


def test_another_price_is_another_payment() -> None:
    async def story(world: World) -> None:
        await world.does(SEND_PAID)
        await world.does(replace(SEND_PAID, quote=replace(PAID, id="quo_next")))
        assert [payment.id for _, _, payment, _ in world.backend.submitted if payment] == ["pay_1", "pay_2"]

    live(story)


# ---------------------------------------------------------------- paper


@pytest.mark.parametrize(
    ("result", "told", "reported"),
    [
        (Printed("A4"), delivery.Printed(), PrintOutcome.PRINTED),
        (
            SavedTo(Path("/paper"), "Meldebescheinigung.pdf"),
            delivery.SavedTo("/paper", "Meldebescheinigung.pdf"),
            PrintOutcome.PRINTED,
        ),
        *(
            (NotPrinted(reason), delivery.NotPrinted(failure), outcome)
            for reason, failure, outcome in (
                (NoPaperBecause.JAM, Failure.PRINTER_JAM, PrintOutcome.JAM),
                (NoPaperBecause.EMPTY, Failure.PRINTER_EMPTY, PrintOutcome.OUT_OF_PAPER),
                (NoPaperBecause.OFF, Failure.PRINTER_OFF, PrintOutcome.ABORTED),
                (NoPaperBecause.TIMEOUT, Failure.PRINTER_SLOW, PrintOutcome.ABORTED),
                (NoPaperBecause.REFUSED, Failure.PRINTER_REFUSED, PrintOutcome.ABORTED),
                (NoPaperBecause.OVER, Failure.PAPER_UNWANTED, PrintOutcome.ABORTED),
            )
        ),
    ],
    ids=str,
)
def test_what_became_of_the_paper_is_told_to_the_visitor_and_to_the_city(
    result: PrintResult, told: delivery.Delivery, reported: PrintOutcome
) -> None:
    async def story(world: World) -> None:
        world.printer.result = result
        assert await world.does(PRINT) == ev.PaperHandled(told)
        assert world.backend.reported == [reported]
        (job,) = world.printer.jobs
        assert (job.title, job.pdf) == ("Meldebescheinigung", CERTIFICATE.content)

    live(story)


def test_a_slip_for_the_cash_desk_needs_no_report() -> None:
    async def story(world: World) -> None:
        assert await world.does(PRINT_DESK_SLIP) == ev.PaperHandled(delivery.Printed())
        (job,) = world.printer.jobs
        assert (job.title, job.pdf) == ("Kassenzettel", SLIP.content)
        assert world.backend.reported == []

    live(story)


def test_a_certificate_that_cannot_be_fetched_uses_up_no_print() -> None:
    async def story(world: World) -> None:
        world.backend.errors = {"document": [BackendError(Unreachable("gone"))]}
        assert await world.does(PRINT) == ev.Failing(Failure.BACKEND_UNREACHABLE)
        assert world.backend.calls == ["document doc_0001"]
        assert world.printer.jobs == []

    live(story)


def test_a_slip_needs_no_city_and_belongs_to_the_visit() -> None:
    visits = set()

    async def story(world: World) -> None:
        world.printer.result = NotPrinted(NoPaperBecause.EMPTY)
        assert await world.does(PRINT_SLIP) == ev.SlipHandled(delivery.NotPrinted(Failure.PRINTER_EMPTY))
        world.printer.result = Printed("slips")
        assert await world.does(PRINT_SLIP) == ev.SlipHandled(delivery.Printed())
        first, second = world.printer.slips
        assert first == second
        assert (first.slip, first.language) == (samples.SLIP, "en")
        visits.add(first.visit_id)
        assert world.backend.calls == []

    live(story)
    live(story)
    assert len(visits) == 2, "each process is another visit"


def test_a_paper_comes_out_only_for_the_one_whose_session_is_open() -> None:
    async def story(world: World) -> None:
        await world.does(PRINT)
        await world.does(OPEN)
        await world.does(PRINT)
        await world.does(replace(OPEN, session=replace(CITIZEN, id="ses_of_another")))
        await world.does(PRINT)
        assert world.printer.wanted == [False, True, False]

    live(story)


def test_after_the_end_of_a_visit_nothing_of_it_is_wanted_and_what_waits_is_destroyed() -> None:
    async def story(world: World) -> None:
        await world.does(OPEN)
        await world.does(PRINT)
        await world.does(PRINT_SLIP)
        assert world.printer.purged == 0
        ending = asyncio.create_task(world.does(do.EndVisit(do.EndedHow.FINISHED, after_seconds=4)))
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        assert world.printer.purged == 1
        await world.clock.advance(4)
        await ending
        assert [job.still_wanted() for job in (*world.printer.jobs, *world.printer.slips)] == [False, False]

    live(story)


def test_what_a_crash_left_in_the_spooler_is_destroyed_before_anybody_begins() -> None:
    async def story(world: World) -> None:
        world.printer.stuck = 2
        clearing = asyncio.create_task(world.does(do.EndLeftovers()))
        for purged in (1, 2):
            await world.clock.asleep(1)
            assert world.printer.purged == purged
            await world.clock.advance(PURGE_AGAIN_SECONDS)
        assert await clearing == ev.Settled()
        assert world.printer.purged == 3

    live(story)


# ---------------------------------------------------------------- one's own things, and in whose name


def test_what_is_wanted_of_ones_own_things_is_done_beside_the_loop() -> None:
    async def story(world: World) -> None:
        assert await world.does(want.SeeMailbox()) == ev.Settled()
        assert world.own_things.wishes == [want.SeeMailbox()]

    live(story)


def test_a_draft_is_opened_in_the_name_that_was_chosen() -> None:
    errand = replace(ERRAND, capacity=ForOrganisation(own_samples.COMPANY))

    async def story(world: World) -> None:
        assert await world.does(do.OpenApplication(errand, CITIZEN)) == await world.does(OPEN)
        assert world.own_things.names == [ForOrganisation(own_samples.COMPANY), Undecided()]

    live(story)
