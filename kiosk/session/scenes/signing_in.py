"""From "place your card" to a citizen's session."""

from dataclasses import replace
from typing import Final, assert_never

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.reader import CardPresent, EmptyReader, NoReader, ReaderStatus
from cardreader.secret import TYPED_ON_READER
from kiosk.bochum_id.values import Destination
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import pin_effects as px
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.errand import NOBODY, Errand, Nobody, SignedInAs, SignIn
from kiosk.session.failure import Failure
from kiosk.session.number_length import digits
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish
from kiosk.session.scenes.card_away import failure_of
from kiosk.session.scenes.turn import STAY, Turn
from kiosk.session.scenes.ways_in import go_on, place_card

type SigningInScene = (
    st.PlaceCard
    | st.Connecting
    | st.WhoAsks
    | st.EnterPin
    | si.TypeOnReader
    | st.SigningIn
    | si.LinkAccount
    | si.OpeningAccount
)


def turn(visit: st.Visit, scene: SigningInScene, event: ev.Event) -> Turn:
    match scene:
        case st.PlaceCard(errand):
            match event:
                case ev.ReaderChanged(CardPresent() | NoReader() | EmptyReader(is_restless=True)):
                    return place_card(visit, errand)
                case ev.Back():
                    return left(errand, asked=Turn(si.ChooseSignIn(errand)))
                case _:
                    return STAY
        case st.Connecting(errand):
            match event:
                case ev.SignInPrepared() if not isinstance(visit.reader, CardPresent):
                    return card_gone(errand, visit.reader)
                case ev.SignInPrepared(sign_in):
                    return Turn(st.WhoAsks(errand, sign_in, chosen=frozenset()))
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, after(failure, errand)))
                case _:
                    return STAY
        case st.WhoAsks():
            return _who_asks(scene, event)
        case st.EnterPin():
            return _enter_pin(scene, event)
        case si.TypeOnReader():
            return _type_on_reader(scene, event)
        case st.SigningIn():
            return _signing_in(scene, event)
        case si.LinkAccount(errand):
            return _link_account(errand, event)
        case si.OpeningAccount(errand):
            match event:
                case ev.SignedIn(session):
                    return go_on(errand, session)
                case ev.Failing(failure):
                    return Turn(st.Failed(failure, after(failure, errand)))
                case _:
                    return STAY
        case _:
            assert_never(scene)


def _who_asks(scene: st.WhoAsks, event: ev.Event) -> Turn:
    errand, sign_in, chosen = scene.errand, scene.sign_in, scene.chosen
    match event:
        case ev.OptionalDataSwitched(right, given) if right in sign_in.request.optional:
            agreed = chosen | {right} if given else chosen - {right}
            return Turn(st.WhoAsks(errand, sign_in, agreed))
        case ev.Continue():
            return ask_for_pin(errand, sign_in, chosen, rejected=False)
        case ev.SignInDeclined():
            return Turn(st.Failed(Failure.SIGN_IN_DECLINED, st.SignInAgain(errand)), (do.CancelSignIn(),))
        case ev.Back():
            return Turn(left(errand).scene, (do.CancelSignIn(),))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return card_gone(errand, status)
        case _:
            return STAY


def ask_for_pin(errand: Errand, sign_in: SignIn, chosen: frozenset[AccessRight], *, rejected: bool) -> Turn:
    """Here on the screen, or on the reader, which begins to ask at once; before the last attempt the CAN."""
    attempts = sign_in.attempts_left
    if attempts == 1 and not sign_in.last_is_open:
        return ask_for_can(pin.ForSignIn(errand, sign_in, chosen), PadWord.FIRST)
    if sign_in.pin_on_reader:
        on_reader = si.TypeOnReader(errand, sign_in, chosen, attempts, rejected)
        return Turn(on_reader, (do.ConfirmSignIn(chosen, TYPED_ON_READER),))
    return Turn(st.EnterPin(errand, sign_in, chosen, attempts, rejected))


def ask_for_can(at: pin.ForSignIn, word: PadWord) -> Turn:
    """Ask for the digits that open the last attempt, where its PIN will be typed as well."""
    if at.sign_in.pin_on_reader:
        on_reader = pin.TypeNumberOnReader(at, CardNumber.CAN, 1, word)
        return Turn(on_reader, (px.ResumeSignIn(TYPED_ON_READER),))
    return Turn(pin.EnterCan(at, rejected=word is PadWord.WRONG))


def _type_on_reader(scene: si.TypeOnReader, event: ev.Event) -> Turn:
    errand = scene.errand
    match event:
        case ev.SignInProgressed(Progress.PIN):
            return STAY  # the reader has begun to ask
        case ev.SignInProgressed(progress):
            return Turn(st.SigningIn(errand, scene.sign_in, scene.chosen, scene.attempts_left, progress))
        case ev.PinRejected(attempts_left):
            sign_in = replace(scene.sign_in, attempts_left=attempts_left)
            return ask_for_pin(errand, sign_in, scene.chosen, rejected=True)
        case pe.CanRejected():
            sign_in = replace(scene.sign_in, attempts_left=1, last_is_open=False)
            return ask_for_pin(errand, sign_in, scene.chosen, rejected=False)
        case ev.Back():
            return Turn(left(errand).scene, (do.CancelSignIn(),))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return card_gone(errand, status)
        case ev.Failing(failure):
            return Turn(st.Failed(failure, after(failure, errand)))
        case _:
            return STAY


def _enter_pin(scene: st.EnterPin, event: ev.Event) -> Turn:
    match event:
        case ev.PinEntered(pin) if len(pin) == digits(scene):
            return Turn(
                st.SigningIn(scene.errand, scene.sign_in, scene.chosen, scene.attempts_left, Progress.PIN),
                (do.ConfirmSignIn(scene.chosen, pin),),
            )
        case ev.Back():
            return Turn(st.WhoAsks(scene.errand, scene.sign_in, scene.chosen))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return card_gone(scene.errand, status)
        case _:
            return STAY


def _signing_in(scene: st.SigningIn, event: ev.Event) -> Turn:
    errand = scene.errand
    match event:
        case ev.SignInProgressed(progress):
            return Turn(st.SigningIn(errand, scene.sign_in, scene.chosen, scene.attempts_left, progress))
        case ev.PinRejected(attempts_left):
            sign_in = replace(scene.sign_in, attempts_left=attempts_left)
            return ask_for_pin(errand, sign_in, scene.chosen, rejected=True)
        case pe.CanRejected():
            sign_in = replace(scene.sign_in, attempts_left=1, last_is_open=False)
            return ask_for_pin(errand, sign_in, scene.chosen, rejected=False)
        case ev.SignedIn(session):
            return go_on(errand, session)
        case ev.AccountAsked():
            return Turn(si.LinkAccount(errand))
        case ev.Failing(failure):
            return Turn(st.Failed(failure, after(failure, errand)))
        case _:
            return STAY


def _link_account(errand: Errand, event: ev.Event) -> Turn:
    match event:
        case ev.AccountDecided(mine):
            return Turn(si.OpeningAccount(errand), (do.DecideAccount(link=mine),))
        case ev.Back():
            return Turn(left(errand).scene, (do.CancelSignIn(),))
        case ev.ReaderChanged(status) if not isinstance(status, CardPresent):
            return card_gone(errand, status)
        case _:
            return STAY


def left(errand: Errand, asked: Turn | None = None) -> Turn:
    """To where signing in with the card was decided: `asked`, else the service or the step up."""
    match errand.caller:
        case SignedInAs(session):
            return go_on(errand, session)
        case Nobody():
            return asked or Turn(st.AboutService(errand))
        case _:
            assert_never(errand.caller)


def card_gone(errand: Errand, status: ReaderStatus) -> Turn:
    """The card is away before the end: the sign-in is over, and may begin again."""
    failure = Failure.CARD_REMOVED if isinstance(status, CardPresent) else failure_of(status)
    return Turn(st.Failed(failure, st.SignInAgain(errand)), (do.CancelSignIn(),))


HOPELESS = frozenset(
    {
        Failure.PIN_SUSPENDED,
        Failure.PIN_BLOCKED,
        Failure.EID_SWITCHED_OFF,
        Failure.CARD_EXPIRED,
        Failure.CARD_REFUSED,
        Failure.READER_UNSUITABLE,
        Failure.EID_UNTRUSTED,
        Failure.SERVICE_CLOSED,
    }
)
"""What a second try does not mend."""


MENDED: Final[dict[Failure, PinWish | CardTrouble]] = {
    Failure.PIN_BLOCKED: PinWish.UNBLOCK,
    Failure.EID_SWITCHED_OFF: CardTrouble.SWITCHED_OFF,
    Failure.CARD_EXPIRED: CardTrouble.EXPIRED,
}
"""What PIN first aid knows a way for; the service waits meanwhile."""


def _has_first_aid(errand: Errand) -> bool:
    return any(each.destination is Destination.PIN_FIRST_AID for each in errand.catalogue.services)


def after(failure: Failure, errand: Errand) -> st.Again:
    """Give the way on after a failure; whoever is signed in with a password stays so."""
    if failure in MENDED and _has_first_aid(errand):
        return pin.MendCard(errand, MENDED[failure])
    if failure in HOPELESS:
        signed_in = isinstance(errand.caller, SignedInAs)
        return pin.StaySignedIn(errand) if signed_in else st.StartOver()
    # Who steps up when the session is over has to begin at the beginning.
    return st.SignInAgain(replace(errand, caller=NOBODY) if failure is Failure.SESSION_ENDED else errand)
