"""The runtime: whose answer counts, what a bug becomes, and that nothing happens after its end."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

import pytest
from fake_clock import FakeClock, settle
from theatre import LIMITS, Backstage, Theatre, play

from cardreader.eid_client.exchange import Progress
from cardreader.secret import Secret
from kiosk.runtime import Runtime
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language
from kiosk.session.step import Step, begin
from tests import samples
from tests.samples import CARD, CATALOGUE, CITIZEN, EMPTY, ERRAND, SIGN_IN, visit

# ---------------------------------------------------------------- showing and starting


def test_the_first_scene_is_shown_and_what_it_wants_is_started() -> None:
    async def story(theatre: Theatre) -> None:
        assert theatre.shown == [begin().visit]
        assert [each.effect for each in theatre.backstage.asked] == [do.Prepare(after_seconds=0)]
        await theatre.answer(do.Prepare, ev.Prepared(CATALOGUE))
        assert theatre.scene() == st.Start(CATALOGUE)
        assert theatre.shown[-1] is theatre.runtime.visit

    play(begin(), story)


def test_before_it_begins_there_is_no_visit() -> None:
    async def story() -> None:
        runtime = Runtime(
            Backstage(), FakeClock(), LIMITS, show=lambda _visit: None, journal=lambda *_step: None
        )
        with pytest.raises(RuntimeError, match="call begin"):
            runtime.dispatch(ev.Continue())

    asyncio.run(story())


def test_what_does_not_fit_is_journaled_but_not_shown() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.TryAgain())
        assert len(theatre.shown) == 1
        ((before, event, after),) = theatre.journal
        assert before is after
        assert event == ev.TryAgain()

    play("ChooseTopic", story)


def test_a_view_that_acts_while_it_is_shown_comes_after_what_it_was_shown() -> None:
    async def story() -> None:
        backstage = Backstage()

        def show(now: st.Visit) -> None:
            if isinstance(now.scene, st.OpeningService) and now.overlay == st.NothingOver():
                runtime.dispatch(ev.HelpAsked())

        runtime = Runtime(backstage, FakeClock(), LIMITS, show=show, journal=lambda *_step: None)
        runtime.begin(Step(visit("ChooseService")))
        runtime.dispatch(ev.ServiceChosen(samples.SERVICE.id))
        await settle()
        assert [type(each.effect) for each in backstage.asked] == [do.OpenService, do.CallHelp]
        backstage.asked[0].answer.set_result(ev.ServiceOpened(ERRAND.definition))
        await settle()
        assert isinstance(runtime.visit.scene, st.AboutService)
        await runtime.stop()

    asyncio.run(story())


# ---------------------------------------------------------------- whose answer counts


def test_an_answer_that_comes_after_its_scene_is_lost() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.PinEntered(samples.pin()), ev.EndAsked(), ev.EndConfirmed())
        goodbye = theatre.runtime.visit
        noted = len(theatre.journal)
        await theatre.answer(do.ConfirmSignIn, ev.SignedIn(CITIZEN))
        assert theatre.runtime.visit is goodbye
        assert len(theatre.journal) == noted

    play("EnterPin", story)


def test_an_answer_to_an_earlier_try_is_not_taken_for_the_answer_to_this_one() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.Continue(), ev.Failing(Failure.EID_UNREACHABLE), ev.TryAgain())
        assert theatre.scene() == st.Connecting(ERRAND)
        first, second = (each for each in theatre.backstage.asked if isinstance(each.effect, do.BeginSignIn))
        first.answer.set_result(ev.SignInPrepared(SIGN_IN))
        await settle()
        assert theatre.scene() == st.Connecting(ERRAND), "the same in every value, and yet another"
        second.answer.set_result(ev.SignInPrepared(SIGN_IN))
        await settle()
        assert isinstance(theatre.scene(), st.WhoAsks)

    play("AboutService", story)


def test_an_overlay_and_another_language_leave_the_answer_its_scene() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(
            ev.Continue(),
            ev.LanguageAsked(),
            ev.LanguageChosen(Language.ENGLISH),
            ev.EndAsked(),
            ev.ReaderChanged(EMPTY),
            ev.ReaderChanged(CARD),
        )
        await theatre.answer(do.BeginSignIn, ev.SignInPrepared(SIGN_IN))
        assert isinstance(theatre.scene(), st.WhoAsks)
        assert theatre.overlay() == st.LeaveQuestion()

    play("AboutService", story)


def test_progress_hands_the_effect_over_to_the_scene_that_came_of_it() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.PinEntered(samples.pin()))
        report = theatre.backstage.only(do.ConfirmSignIn).report
        for progress in (Progress.PIN, Progress.TERMINAL, Progress.CHIP, Progress.READING):
            report(ev.SignInProgressed(progress))
            scene = theatre.scene()
            assert isinstance(scene, st.SigningIn)
            assert scene.progress is progress
        await theatre.answer(do.ConfirmSignIn, ev.SignedIn(CITIZEN))
        assert isinstance(theatre.scene(), st.OpeningApplication)

    play("EnterPin", story)


def test_progress_of_a_sign_in_that_was_left_is_lost() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.PinEntered(samples.pin()))
        report = theatre.backstage.only(do.ConfirmSignIn).report
        await theatre.happen(ev.EndAsked(), ev.EndConfirmed())
        noted = len(theatre.journal)
        report(ev.SignInProgressed(Progress.READING))
        assert len(theatre.journal) == noted
        assert isinstance(theatre.scene(), st.Goodbye)

    play("EnterPin", story)


def test_the_answer_to_a_call_for_help_is_never_too_late() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.HelpAsked())
        theatre.runtime.dispatch(ev.Failing(Failure.BACKEND_REFUSED))
        await theatre.answer(do.CallHelp, ev.HelpAnswered(reached=True))
        assert isinstance(theatre.scene(), st.Failed)
        assert theatre.overlay() == st.HelpComes()

    play("Pricing", story)


# ---------------------------------------------------------------- bugs


def test_a_bug_in_an_adapter_becomes_an_event_and_its_words_stay_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.Continue())
        theatre.backstage.only(do.BeginSignIn).answer.set_exception(ValueError("Canary-Family"))
        await settle()
        assert theatre.scene() == st.Failed(Failure.TERMINAL_FAULT, st.SignInAgain(ERRAND))

    with caplog.at_level(logging.ERROR):
        play("AboutService", story)
    assert caplog.messages == ["effect BeginSignIn crashed: ValueError"]
    assert "Canary" not in caplog.text


def test_a_bug_that_comes_too_late_disturbs_nobody(caplog: pytest.LogCaptureFixture) -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.Continue(), ev.EndAsked(), ev.EndConfirmed())
        theatre.backstage.only(do.BeginSignIn).answer.set_exception(ValueError)
        await settle()
        assert isinstance(theatre.scene(), st.Goodbye)

    play("AboutService", story)
    assert caplog.messages == ["effect BeginSignIn crashed: ValueError"]


@pytest.mark.parametrize(
    ("scene", "entered"),
    [
        ("EnterPin", ev.PinEntered),
        ("EnterPassword", partial(ev.PasswordEntered, samples.USER_NAME)),
        ("EnterCode", ev.CodeEntered),
    ],
    ids=["PIN", "password", "code"],
)
def test_a_secret_that_comes_too_late_is_wiped(scene: str, entered: Callable[[Secret], ev.Event]) -> None:
    first, second = samples.pin(), samples.pin()

    async def story(theatre: Theatre) -> None:
        await theatre.happen(entered(first), entered(second))
        assert not first.is_wiped, "nobody has had it yet"
        assert second.is_wiped

    play(scene, story)


# ---------------------------------------------------------------- the end


def test_stopping_abandons_what_is_under_way_and_nothing_happens_after() -> None:
    async def story(theatre: Theatre) -> None:
        await theatre.happen(ev.Continue())
        report = theatre.backstage.only(do.BeginSignIn).report
        before = theatre.runtime.visit
        await theatre.runtime.stop()
        assert [type(each) for each in theatre.backstage.cancelled] == [do.BeginSignIn]
        pin = samples.pin()
        for late in (ev.SignInPrepared(SIGN_IN), ev.EndAsked(), ev.EndConfirmed(), ev.PinEntered(pin)):
            theatre.runtime.by_hand(late)
            report(late)
        await theatre.clock.advance(1000)
        assert theatre.runtime.visit is before
        assert theatre.shown[-1] is before
        assert pin.is_wiped
        assert asyncio.all_tasks() == {asyncio.current_task()}

    play("AboutService", story)
