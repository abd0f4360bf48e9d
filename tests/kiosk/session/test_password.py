"""Signing in with a password: every step and every way back, and how the card is asked for as well."""

from dataclasses import replace

import pytest
from walking import after, effect

from cardreader.secret import Secret
from kiosk.bochum_id.password_values import FactorKind, SecondFactor
from kiosk.bochum_id.values import Level, SignInMethod
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_states as own
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import NOBODY, ByDetour, SecondStep, SignedInAs
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardTrouble, PinWish
from kiosk.session.preferences import Language
from kiosk.session.scenes.signing_in import HOPELESS, MENDED
from kiosk.session.step import misses_card, step
from tests import samples
from tests.samples import (
    BY_PASSWORD,
    CARD,
    CITIZEN,
    EMPTY,
    ERRAND,
    FOR_ANYBODY,
    NO_READER,
    ONLY_SMS,
    RAISED,
    SECOND,
    SIGN_IN,
    SMS,
    STEPPING_UP,
    TOTP,
    USER_NAME,
    WANTING,
    visit,
)

BY_CARD = ev.SignInMethodChosen(SignInMethod.EID)
WITH_PASSWORD = ev.SignInMethodChosen(SignInMethod.PASSWORD)
CARD_LAID = ev.ReaderChanged(CARD)


def entered(user_name: str = USER_NAME) -> ev.PasswordEntered:
    return ev.PasswordEntered(user_name, Secret(b"Kortum"))


# ---------------------------------------------------------------- how to sign in


def test_a_card_on_the_reader_is_the_answer_before_anybody_asks() -> None:
    assert after(visit("AboutService"), ev.Continue()).scene == st.Connecting(ERRAND)
    assert after(visit("AboutService", reader=EMPTY), ev.Continue()).scene == si.ChooseSignIn(ERRAND)


@pytest.mark.parametrize(
    ("event", "reader", "scene"),
    [
        (BY_CARD, EMPTY, st.PlaceCard(ERRAND)),
        (BY_CARD, CARD, st.Connecting(ERRAND)),
        (BY_CARD, NO_READER, st.Failed(Failure.READER_GONE, st.SignInAgain(ERRAND))),
        (CARD_LAID, EMPTY, st.Connecting(ERRAND)),
        (WITH_PASSWORD, NO_READER, si.EnterPassword(ERRAND, "", rejected=False)),
        (ev.Back(), EMPTY, st.AboutService(ERRAND)),
    ],
)
def test_each_answer_leads_on(event: ev.Event, reader: object, scene: st.Scene) -> None:
    assert after(visit("ChooseSignIn", reader=reader), event).scene == scene


def test_back_from_the_card_is_the_question_how_to_sign_in() -> None:
    assert after(visit("PlaceCard", reader=EMPTY), ev.Back()).scene == si.ChooseSignIn(ERRAND)


@pytest.mark.parametrize("name", ["ChooseSignIn", "EnterPassword", "StepUp", "PlaceCard"])
def test_in_a_city_that_closed_meanwhile_nobody_is_sent_to_the_card(name: str) -> None:
    closed = st.CityClosed(Failure.BACKEND_UNREACHABLE)
    begin = ev.Continue() if name == "StepUp" else CARD_LAID if name == "PlaceCard" else BY_CARD
    reached = step(visit(name, reader=EMPTY, city=closed), begin)
    assert isinstance(reached.visit.scene, st.AboutService)
    assert reached.effects == ()


# ---------------------------------------------------------------- user name and password


def test_user_name_and_password_go_to_the_city_once() -> None:
    event = entered(f" {USER_NAME} ")
    checking = step(visit("EnterPassword"), event)
    assert checking.visit.scene == si.CheckingPassword(ERRAND, USER_NAME)
    wanted = do.CheckPassword(ERRAND.service.id, USER_NAME, event.password, Language.GERMAN)
    assert checking.effects == (wanted,)
    assert step(checking.visit, entered()).effects == ()


def test_a_wrong_password_is_asked_for_again_under_the_same_name() -> None:
    rejected = after(visit("CheckingPassword"), ev.PasswordRejected())
    assert rejected.scene == si.EnterPassword(ERRAND, USER_NAME, rejected=True)


@pytest.mark.parametrize(
    ("factors", "scene"),
    [
        (SECOND.factors, si.ChooseFactor(ERRAND, SECOND)),
        ((TOTP,), si.EnterCode(ERRAND, SecondStep(USER_NAME, (TOTP,)), TOTP, si.FirstTry())),
        ((SMS,), si.SendingCode(ERRAND, ONLY_SMS, SMS)),
    ],
    ids=["several", "an app", "a message"],
)
def test_a_factor_is_chosen_only_where_there_are_several(
    factors: tuple[SecondFactor, ...], scene: st.Scene
) -> None:
    assert after(visit("CheckingPassword"), ev.PasswordAccepted(factors)).scene == scene


def test_who_lays_the_card_down_while_typing_is_not_interrupted_but_may_choose_it() -> None:
    typing = visit("EnterPassword", reader=EMPTY)
    assert after(typing, CARD_LAID).scene is typing.scene
    assert after(typing, CARD_LAID, BY_CARD).scene == st.Connecting(ERRAND)
    assert after(typing, BY_CARD).scene == st.PlaceCard(ERRAND)


# ---------------------------------------------------------------- the second factor


@pytest.mark.parametrize("kind", FactorKind)
def test_a_code_is_sent_only_where_the_city_sends_it(kind: FactorKind) -> None:
    factor = SecondFactor("f7", kind, "")
    second = SecondStep(USER_NAME, (TOTP, factor))
    chosen = step(visit(si.ChooseFactor(ERRAND, second)), ev.FactorChosen("f7"))
    if kind in (FactorKind.SMS, FactorKind.EMAIL):
        assert chosen.visit.scene == si.SendingCode(ERRAND, second, factor)
        assert chosen.effects == (do.SendCode(factor),)
        sent = after(chosen.visit, ev.CodeSent())
        assert sent.scene == si.EnterCode(ERRAND, second, factor, si.FirstTry())
        assert effect(sent, ev.NewCodeAsked()) == do.SendCode(factor)
    else:
        assert chosen.visit.scene == si.EnterCode(ERRAND, second, factor, si.FirstTry())
        assert chosen.effects == ()


def test_a_code_goes_to_the_city_once_and_a_wrong_one_is_counted() -> None:
    event = ev.CodeEntered(samples.pin())
    checking = step(visit("EnterCode"), event)
    assert checking.visit.scene == si.CheckingCode(ERRAND, SECOND, TOTP)
    assert checking.effects == (do.CheckCode(TOTP, event.code),)
    assert step(checking.visit, ev.CodeEntered(samples.pin())).effects == ()
    wrong = after(checking.visit, ev.CodeRejected(remaining=1))
    assert wrong.scene == si.EnterCode(ERRAND, SECOND, TOTP, si.WrongBefore(1))


@pytest.mark.parametrize(
    ("name", "scene", "cancels"),
    [
        ("EnterPassword", si.ChooseSignIn(ERRAND), True),
        ("ChooseFactor", si.EnterPassword(ERRAND, USER_NAME, rejected=False), True),
        ("EnterCode", si.ChooseFactor(ERRAND, SECOND), False),
        ("EnterCode-sent", si.EnterPassword(ERRAND, USER_NAME, rejected=False), True),
    ],
)
def test_back_is_the_last_choice_and_gives_up_what_cannot_go_on(
    name: str, scene: st.Scene, *, cancels: bool
) -> None:
    left = step(visit(name), ev.Back())
    assert left.visit.scene == scene
    assert left.effects == ((do.CancelSignIn(),) if cancels else ())


# ---------------------------------------------------------------- signed in


@pytest.mark.parametrize("name", ["CheckingCode", "SigningIn", "OpeningAccount"])
@pytest.mark.parametrize("session", [CITIZEN, BY_PASSWORD, RAISED], ids=["card", "password", "both"])
@pytest.mark.parametrize("required", Level)
def test_the_card_is_asked_for_as_well_where_a_password_is_not_enough(
    name: str, session: samples.CitizenSession, required: Level
) -> None:
    errand = replace(ERRAND, service=replace(ERRAND.service, required_level=required))
    signed_in = step(visit(replace(samples.SCENES[name], errand=errand)), ev.SignedIn(session))
    if session is BY_PASSWORD and not Level.NORMAL.reaches(required):
        assert signed_in.visit.scene == si.StepUp(errand, BY_PASSWORD)
        assert signed_in.effects == ()
    else:
        assert signed_in.visit.scene == st.OpeningApplication(errand, session)
        assert signed_in.effects == (do.OpenApplication(errand, session),)


def test_whose_card_was_read_is_not_asked_for_it_again_however_low_the_level() -> None:
    low = replace(CITIZEN, level=Level.SUBSTANTIELL)
    signed_in = after(visit("SigningIn"), ev.SignedIn(low))
    assert signed_in.scene == st.OpeningApplication(ERRAND, low), "the server has the last word"


def test_levels_are_in_order() -> None:
    reached = {(own, asked) for own in Level for asked in Level if own.reaches(asked)}
    assert reached == {
        *((own, Level.NONE) for own in Level),
        (Level.NORMAL, Level.NORMAL),
        (Level.SUBSTANTIELL, Level.NORMAL),
        (Level.SUBSTANTIELL, Level.SUBSTANTIELL),
        *((Level.HOCH, asked) for asked in Level),
    }


@pytest.mark.parametrize("event", [ev.Continue(), CARD_LAID], ids=["button", "card"])
def test_stepping_up_is_a_sign_in_that_knows_who_is_there(event: ev.Event) -> None:
    reader = CARD if isinstance(event, ev.Continue) else EMPTY
    connecting = step(visit("StepUp", reader=reader), event)
    assert connecting.visit.scene == st.Connecting(STEPPING_UP)
    assert connecting.effects == (do.BeginSignIn(STEPPING_UP, Language.GERMAN),)
    raised = after(
        connecting.visit,
        ev.SignInPrepared(SIGN_IN),
        ev.Continue(),
        ev.PinEntered(samples.pin()),
        ev.SignedIn(RAISED),
    )
    assert raised.scene == st.OpeningApplication(ERRAND, RAISED), "and forgets it when it is done"


STEP_UP = si.StepUp(ERRAND, BY_PASSWORD)


@pytest.mark.parametrize("name", ["PlaceCard-stepping-up", "WhoAsks-stepping-up"])
def test_back_from_the_card_keeps_who_is_signed_in(name: str) -> None:
    assert after(visit(name), ev.Back()).scene == STEP_UP
    about = after(visit(name), ev.Back(), ev.Back())
    assert about.scene == st.AboutService(STEPPING_UP)
    assert after(about, ev.Continue()).scene == STEP_UP


@pytest.mark.parametrize("failure", sorted(set(Failure) - HOPELESS, key=lambda each: each.value))
def test_a_card_that_fails_keeps_the_session_of_the_password(failure: Failure) -> None:
    failed = after(visit(st.Connecting(STEPPING_UP)), ev.Failing(failure))
    if failure is Failure.SESSION_ENDED:
        assert failed.scene == st.Failed(failure, st.SignInAgain(ERRAND)), "there is none any more"
        return
    assert failed.scene == st.Failed(failure, st.SignInAgain(STEPPING_UP))
    assert after(failed, ev.Back()).scene == STEP_UP
    again = step(failed, ev.TryAgain())
    assert again.effects == (do.BeginSignIn(STEPPING_UP, Language.GERMAN),)


@pytest.mark.parametrize("failure", sorted(HOPELESS - set(MENDED), key=lambda each: each.value))
def test_a_card_that_will_never_do_leaves_what_the_password_opens(failure: Failure) -> None:
    failed = after(visit(st.Connecting(STEPPING_UP)), ev.Failing(failure)).scene
    assert failed == st.Failed(failure, pin.StaySignedIn(STEPPING_UP))
    for event in (ev.TryAgain(), ev.Back()):
        assert after(visit(failed), event).scene == st.AboutService(STEPPING_UP)


def test_a_wish_that_the_card_does_not_open_leads_back_to_where_it_was_told() -> None:
    wanting = replace(WANTING, caller=SignedInAs(BY_PASSWORD))
    failed = visit(st.Failed(Failure.CARD_REFUSED, pin.StaySignedIn(wanting)))
    before = after(visit("StepUp-letter"), ev.Back()).scene
    assert isinstance(before, own.MyMailbox | own.LookingUp)
    assert after(failed, ev.TryAgain()).scene == before


@pytest.mark.parametrize("failure", sorted(MENDED, key=lambda each: each.value))
def test_first_aid_mends_the_card_and_the_session_waits_meanwhile(failure: Failure) -> None:
    failed = after(visit(st.Connecting(STEPPING_UP)), ev.Failing(failure)).scene
    assert failed == st.Failed(failure, pin.MendCard(STEPPING_UP, MENDED[failure]))
    opening = after(visit(failed), ev.TryAgain()).scene
    assert isinstance(opening, st.OpeningService)
    assert opening.way == ByDetour(STEPPING_UP, MENDED[failure])
    first_aid = replace(ERRAND, way=opening.way)
    waiting = si.StepUp(replace(STEPPING_UP, caller=NOBODY), BY_PASSWORD)
    advice = visit(pin.CardAdvice(first_aid, CardTrouble.SWITCHED_OFF))
    assert after(advice, ev.Back()).scene == waiting
    asks_for_puk = visit(pin.EnterPuk(pin.PinTask(first_aid, PinWish.UNBLOCK), rejected=False), reader=CARD)
    assert after(asks_for_puk, ev.Back()).scene == waiting
    mended = visit(pin.PinMended(pin.PinTask(first_aid, PinWish.UNBLOCK)), reader=CARD)
    assert after(mended, ev.Continue()).scene == waiting


def test_a_card_taken_away_keeps_the_session_of_the_password() -> None:
    taken = after(visit("WhoAsks-stepping-up"), ev.ReaderChanged(EMPTY))
    assert taken.scene == st.Failed(Failure.CARD_REMOVED, st.SignInAgain(STEPPING_UP))


# ---------------------------------------------------------------- without the card


def test_an_application_of_a_password_needs_no_card_on_the_reader() -> None:
    opened = after(
        visit("CheckingCode-anybody", reader=EMPTY),
        ev.SignedIn(BY_PASSWORD),
        ev.ApplicationOpened(samples.DRAFT, samples.TODAY),
    )
    assert isinstance(opened.scene, st.FillIn)
    assert opened.overlay == st.NothingOver()
    assert not misses_card(opened)
    for laid_and_taken in (CARD_LAID, ev.ReaderChanged(EMPTY), ev.ReaderChanged(NO_READER)):
        moved = step(opened, laid_and_taken)
        assert moved.visit.scene is opened.scene
        assert moved.visit.overlay == st.NothingOver()
        assert moved.effects == ()


def test_an_application_of_both_is_covered_like_one_of_the_card() -> None:
    opened = after(
        visit(st.OpeningApplication(FOR_ANYBODY, RAISED), reader=EMPTY),
        ev.ApplicationOpened(samples.DRAFT, samples.TODAY),
    )
    assert misses_card(opened)
    assert opened.overlay == st.PutCardBack()


def test_after_a_session_that_ended_the_visitor_chooses_again_how_to_sign_in() -> None:
    ended = visit(st.Failed(Failure.SESSION_ENDED, st.SignInAgain(samples.UNFINISHED)), reader=EMPTY)
    assert after(ended, ev.TryAgain()).scene == si.ChooseSignIn(samples.UNFINISHED)
    assert after(replace(ended, reader=CARD), ev.TryAgain()).scene == st.Connecting(samples.UNFINISHED)


# ---------------------------------------------------------------- failures

CARD_CURES = (Failure.TOO_MANY_TRIES, Failure.ACCOUNT_LOCKED)


@pytest.mark.parametrize("name", ["CheckingPassword", "SendingCode", "CheckingCode"])
@pytest.mark.parametrize("failure", Failure, ids=lambda failure: failure.name)
def test_every_failure_of_a_password_leads_to_its_kind_screen(name: str, failure: Failure) -> None:
    failed = after(visit(name, reader=EMPTY), ev.Failing(failure))
    if failure is Failure.SERVICE_CLOSED:
        assert failed.scene == st.Failed(failure, st.StartOver())
    elif failure in CARD_CURES:
        assert failed.scene == st.Failed(failure, st.SignInAgain(ERRAND))
        assert after(failed, ev.TryAgain()).scene == st.PlaceCard(ERRAND)
        assert after(failed, CARD_LAID).scene == st.Connecting(ERRAND)
    else:
        assert failed.scene == st.Failed(failure, st.PasswordAgain(ERRAND, USER_NAME))
        assert after(failed, ev.TryAgain()).scene == si.EnterPassword(ERRAND, USER_NAME, rejected=False)
        assert after(failed, ev.Back()).scene == si.ChooseSignIn(ERRAND)


def test_another_card_is_tried_as_soon_as_it_is_laid_down() -> None:
    failed = visit(st.Failed(Failure.CARD_OF_ANOTHER, st.SignInAgain(STEPPING_UP)))
    assert after(failed, ev.ReaderChanged(EMPTY)).scene is failed.scene
    assert after(failed, ev.ReaderChanged(EMPTY), CARD_LAID).scene == st.Connecting(STEPPING_UP)


# ---------------------------------------------------------------- a renewed card


@pytest.mark.parametrize("mine", [True, False], ids=["mine", "not mine"])
def test_whose_account_it_is_is_decided_once(*, mine: bool) -> None:
    asked = after(visit("SigningIn"), ev.AccountAsked())
    assert asked.scene == si.LinkAccount(ERRAND)
    decided = step(asked, ev.AccountDecided(mine))
    assert decided.visit.scene == si.OpeningAccount(ERRAND)
    assert decided.effects == (do.DecideAccount(link=mine),)
    assert step(decided.visit, ev.AccountDecided(not mine)).effects == ()


@pytest.mark.parametrize(
    ("event", "scene"),
    [
        (ev.Back(), st.AboutService(ERRAND)),
        (ev.ReaderChanged(EMPTY), st.Failed(Failure.CARD_REMOVED, st.SignInAgain(ERRAND))),
        (ev.ReaderChanged(NO_READER), st.Failed(Failure.READER_GONE, st.SignInAgain(ERRAND))),
    ],
    ids=["back", "card taken", "reader gone"],
)
def test_nobody_else_can_say_whose_account_it_is(event: ev.Event, scene: st.Scene) -> None:
    left = step(visit("LinkAccount"), event)
    assert left.visit.scene == scene
    assert left.effects == (do.CancelSignIn(),)


@pytest.mark.parametrize("failure", Failure, ids=lambda failure: failure.name)
def test_an_account_that_cannot_be_opened_leads_to_its_kind_screen(failure: Failure) -> None:
    failed = after(visit("OpeningAccount"), ev.Failing(failure)).scene
    again: st.Again = st.StartOver() if failure in HOPELESS else st.SignInAgain(ERRAND)
    if failure in MENDED:
        again = pin.MendCard(ERRAND, MENDED[failure])
    assert failed == st.Failed(failure, again)
