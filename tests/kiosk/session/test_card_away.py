"""The card is taken away, put back, or was never there: each scene says what that means."""

from dataclasses import replace

import pytest
from walking import after, effect

from cardreader.reader import CardPresent, ReaderStatus
from kiosk.bochum_id.values import SignInMethod
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import Application, Errand, Unfinished
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.step import misses_card, step
from tests import samples
from tests.samples import CARD, EMPTY, ERRAND, NO_READER, SIGN_IN, visit

AWAY, BACK, NO_MORE_READER = ev.ReaderChanged(EMPTY), ev.ReaderChanged(CARD), ev.ReaderChanged(NO_READER)
SIGN_IN_AGAIN = st.SignInAgain(ERRAND)


@pytest.mark.parametrize(
    "name", ["CardForgotten", "Connecting", "WhoAsks", "EnterPin", "FillIn-first", "Review", "TakeCard"]
)
def test_as_long_as_some_card_lies_there_none_is_away(name: str) -> None:
    other = CardPresent("Reader", b"\x3b\x01")
    swapped = step(visit(name), ev.ReaderChanged(other))
    assert swapped.visit == visit(name, reader=other)
    assert swapped.effects == ()


# ---------------------------------------------------------------- before the PIN


@pytest.mark.parametrize("name", ["WhoAsks", "WhoAsks-given", "EnterPin", "EnterPin-rejected"])
def test_taken_before_the_pin_the_sign_in_is_cancelled_and_begins_anew_when_it_is_back(name: str) -> None:
    taken = step(visit(name), AWAY)
    assert taken.visit.scene == st.Failed(Failure.CARD_REMOVED, SIGN_IN_AGAIN)
    assert taken.effects == (do.CancelSignIn(),)
    placed = step(taken.visit, BACK)
    assert placed.visit.scene == st.Connecting(ERRAND)
    assert [type(each) for each in placed.effects] == [do.BeginSignIn]


@pytest.mark.parametrize("name", ["WhoAsks", "EnterPin"])
def test_a_reader_that_vanishes_is_not_called_a_card_that_was_taken(name: str) -> None:
    gone = step(visit(name), NO_MORE_READER)
    assert gone.visit.scene == st.Failed(Failure.READER_GONE, SIGN_IN_AGAIN)
    assert gone.effects == (do.CancelSignIn(),)
    assert after(gone.visit, AWAY).scene == st.PlaceCard(ERRAND)
    assert after(gone.visit, BACK).scene == st.Connecting(ERRAND)


def test_nobody_is_asked_to_place_a_card_where_there_is_no_reader() -> None:
    gone = st.Failed(Failure.READER_GONE, SIGN_IN_AGAIN)
    choosing = after(visit("AboutService", reader=NO_READER), ev.Continue())
    assert choosing.scene == si.ChooseSignIn(ERRAND), "the password needs no reader"
    assert after(choosing, ev.SignInMethodChosen(SignInMethod.EID)).scene == gone
    placing = visit("PlaceCard", reader=EMPTY)
    assert after(placing, NO_MORE_READER).scene == gone
    assert after(placing, NO_MORE_READER, AWAY).scene == st.PlaceCard(ERRAND)


def test_a_card_that_is_pushed_around_while_the_terminal_connects_disturbs_nobody() -> None:
    connecting = visit("Connecting")
    pushed = after(connecting, AWAY, BACK)
    assert pushed.scene is connecting.scene
    assert after(pushed, ev.SignInPrepared(SIGN_IN)).scene == st.WhoAsks(ERRAND, SIGN_IN, samples.NOTHING)


@pytest.mark.parametrize(
    ("status", "failure"), [(EMPTY, Failure.CARD_REMOVED), (NO_READER, Failure.READER_GONE)]
)
def test_who_asks_is_not_shown_to_somebody_who_took_the_card_meanwhile(
    status: ReaderStatus, failure: Failure
) -> None:
    connected = step(visit("Connecting", reader=status), ev.SignInPrepared(SIGN_IN))
    assert connected.visit.scene == st.Failed(failure, SIGN_IN_AGAIN)
    assert connected.effects == (do.CancelSignIn(),)


def test_while_the_card_works_its_own_answer_counts_and_not_the_reader() -> None:
    signing_in = visit("SigningIn")
    assert after(signing_in, AWAY).scene is signing_in.scene


@pytest.mark.parametrize("failure", [Failure.CARD_REMOVED, Failure.CARD_UNREADABLE, Failure.NOT_AN_ID_CARD])
def test_putting_a_card_down_says_that_it_is_to_be_tried_again(failure: Failure) -> None:
    failed = visit(st.Failed(failure, SIGN_IN_AGAIN))
    assert after(failed, AWAY, BACK).scene == st.Connecting(ERRAND)
    assert step(failed, BACK).visit is failed, "it lay there already"


@pytest.mark.parametrize("failure", [Failure.CARD_REMOVED, Failure.READER_GONE, Failure.TERMINAL_FAULT])
def test_putting_a_card_down_begins_a_sign_in_or_nothing(failure: Failure) -> None:
    for name, again in samples.AGAIN.items():
        failed = visit(st.Failed(failure, again), reader=NO_READER)
        placed = step(failed, BACK)
        if name == "sign-in" and failure is not Failure.TERMINAL_FAULT:
            assert [type(each) for each in placed.effects] == [do.BeginSignIn]
        elif name == "pin" and failure is not Failure.TERMINAL_FAULT:
            assert placed.effects == (px.LookAtCard(),)
        else:
            assert placed.visit.scene is failed.scene
            assert placed.effects == ()


# ---------------------------------------------------------------- with answers on the screen


@pytest.mark.parametrize("name", ["FillIn-first", "FillIn-reviewing", "Review", "Review-declared"])
def test_an_application_is_covered_while_its_card_is_away(name: str) -> None:
    before = visit(name)
    for overlay in samples.OVERLAYS:
        covered = step(visit(name, overlay=overlay), AWAY)
        assert covered.visit.overlay == st.PutCardBack(), "at once, whatever lay over it"
        assert covered.visit.scene is before.scene
        assert covered.effects == ()


@pytest.mark.parametrize("reader", [EMPTY, NO_READER])
def test_a_card_taken_while_the_terminal_worked_covers_what_comes(reader: ReaderStatus) -> None:
    opened = after(
        visit("OpeningApplication", reader=reader), ev.ApplicationOpened(samples.DRAFT, samples.TODAY)
    )
    assert isinstance(opened.scene, st.FillIn)
    assert opened.overlay == st.PutCardBack()
    priced = after(visit("Pricing", reader=reader), ev.Priced(samples.SAVED, samples.PAID))
    assert isinstance(priced.scene, st.Review)
    assert priced.overlay == st.PutCardBack()


SAFE = (st.PutCardBack, st.CallingHelp, st.HelpComes, st.HelpNotReached, st.LeaveQuestion)


@pytest.mark.parametrize("name", ["FillIn-text", "Review"])
def test_nothing_but_the_card_or_the_end_uncovers_an_application(name: str) -> None:
    covered = visit(name, reader=EMPTY, overlay=st.PutCardBack())
    for event in samples.events():
        reached = after(covered, event)
        if misses_card(reached):
            assert isinstance(reached.overlay, SAFE), event
            assert after(reached, ev.OverlayClosed()).overlay == st.PutCardBack(), event


def test_help_can_be_called_from_under_the_cover_and_answers() -> None:
    covered = visit("Review", reader=EMPTY, overlay=st.PutCardBack())
    assert effect(covered, ev.HelpAsked()) == do.CallHelp()
    helped = after(covered, ev.HelpAsked(), ev.HelpAnswered(reached=True))
    assert helped.overlay == st.HelpComes()
    assert after(helped, ev.OverlayClosed()) == covered


def test_help_that_was_called_before_the_card_went_away_is_heard_under_the_cover() -> None:
    called = after(visit("Review"), ev.HelpAsked(), AWAY)
    assert called.overlay == st.PutCardBack()
    assert after(called, ev.HelpAnswered(reached=True)).overlay == st.HelpComes()


# ---------------------------------------------------------------- whose card comes back


@pytest.mark.parametrize(
    "name", ["FillIn-first", "FillIn-reviewing", "FillIn-last-gap", "Review", "Review-declared"]
)
@pytest.mark.parametrize("away", [EMPTY, NO_READER], ids=["taken", "reader gone"])
def test_a_card_that_comes_back_signs_in_before_anything_is_uncovered(name: str, away: ReaderStatus) -> None:
    before = visit(name).scene
    assert isinstance(before, st.FillIn | st.Review)
    back = step(visit(name, reader=away, overlay=st.PutCardBack()), BACK)
    unfinished = replace(ERRAND, beginning=Unfinished(samples.DRAFT, before.form))
    assert back.visit.scene == st.Connecting(unfinished)
    assert back.visit.overlay == st.NothingOver()
    assert back.effects == (do.BeginSignIn(unfinished, Language.GERMAN),)


def signed_in_again(errand: Errand) -> st.Visit:
    return after(
        visit(st.Connecting(errand)),
        ev.SignInPrepared(SIGN_IN),
        ev.Continue(),
        ev.PinEntered(samples.pin()),
        ev.SignedIn(samples.CITIZEN),
    )


def test_the_same_citizen_finds_every_answer_again() -> None:
    opening = signed_in_again(samples.UNFINISHED)
    assert opening.scene == st.OpeningApplication(samples.UNFINISHED, samples.CITIZEN)
    reopened = step(opening, ev.ApplicationOpened(samples.SAVED, samples.TODAY))
    assert isinstance(reopened.visit.scene, st.Pricing), "nothing is missing"
    assert reopened.visit.scene.form.answers == samples.FOR_AUTHORITY.answers
    assert reopened.visit.scene.application == Application(ERRAND, samples.CITIZEN, samples.SAVED)
    assert [type(each) for each in reopened.effects] == [do.Price]


def test_the_same_citizen_goes_on_where_an_answer_is_missing() -> None:
    gap = replace(ERRAND, beginning=Unfinished(samples.DRAFT, samples.UNDER_PRESSURE))
    reopened = after(signed_in_again(gap), ev.ApplicationOpened(samples.SAVED, samples.TODAY)).scene
    assert isinstance(reopened, st.FillIn)
    assert (reopened.step_id, reopened.checked, reopened.reviewing) == ("authority", False, False)
    assert reopened.form.answers == samples.UNDER_PRESSURE.answers


def test_another_citizen_is_turned_away_and_finds_nothing() -> None:
    refused = after(signed_in_again(samples.UNFINISHED), ev.Failing(Failure.BACKEND_REFUSED))
    assert refused.scene == st.Failed(Failure.BACKEND_REFUSED, st.StartOver())


def test_a_network_that_fails_meanwhile_loses_nothing() -> None:
    opening = signed_in_again(samples.UNFINISHED)
    failed = after(opening, ev.Failing(Failure.BACKEND_UNREACHABLE))
    again = step(failed, ev.TryAgain())
    assert again.visit.scene == opening.scene
    assert again.effects == (do.OpenApplication(samples.UNFINISHED, samples.CITIZEN),)


@pytest.mark.parametrize("event", [AWAY, ev.SignInDeclined(), ev.Back()], ids=["taken", "declined", "back"])
def test_whatever_interrupts_the_second_sign_in_keeps_the_application_for_the_next(event: ev.Event) -> None:
    asked = after(visit(st.Connecting(samples.UNFINISHED)), ev.SignInPrepared(SIGN_IN))
    left = after(asked, event).scene
    match left:
        case st.Failed(again=st.SignInAgain(errand)) | st.AboutService(errand):
            assert errand == samples.UNFINISHED
        case _:
            raise AssertionError(left)


def test_a_card_put_back_answers_whether_somebody_is_still_there() -> None:
    asked = visit("ChooseTopic", reader=EMPTY, overlay=st.StillThere(seconds_left=3))
    assert after(asked, BACK).overlay == st.NothingOver()


# ---------------------------------------------------------------- at the end


def test_the_paper_comes_when_the_card_is_taken() -> None:
    taking = visit("TakeCard")
    taken = step(taking, AWAY)
    assert taken.visit.scene == st.Printing(samples.PAID_OUTCOME)
    assert taken.effects == (do.PrintPaper(samples.PAID_OUTCOME, Language.GERMAN),)


def test_goodbye_says_whether_a_card_still_lies_there() -> None:
    lies_there, taken = (st.Goodbye(there, paper_printed=True) for there in (True, False))
    assert after(visit("Done"), ev.Continue()).scene == lies_there
    assert after(visit("Done"), ev.Continue(), AWAY).scene == taken
    assert after(visit("Done", reader=EMPTY), ev.Continue(), BACK).scene == lies_there


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        *(("Done", True), ("Done-jam", False), ("ReadMessage-printed", True), ("ReadMessage", False)),
        *(("Account", False), ("FillIn-first", False)),
    ],
)
def test_goodbye_reminds_of_paper_that_the_last_screen_told_of(name: str, printed: bool) -> None:  # noqa: FBT001 - a column of the table
    last = after(visit(name), ev.EndAsked(), ev.EndConfirmed()).scene
    assert last == st.Goodbye(card_on_reader=True, paper_printed=printed)
