"""Which events each scene answers to; whatever else arrives leaves the visit as it was."""

from itertools import product

import pytest
from walking import productive

from cardreader.chat import AccessRight
from cardreader.secret import Secret
from kiosk.bochum_id.values import SignInMethod, Topic
from kiosk.session import bringing as bring
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session import own_events as oe
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_events as pe
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.open_application import open_application
from tests import evidence_samples as evidence
from tests import samples
from tests.samples import SCENES, visit

EVERYWHERE = frozenset(
    {
        ev.LanguageChosen,
        ev.TextSizeChosen,
        ev.ContrastChosen,
        ev.LowPositionChosen,
        ev.HelpAsked,
        ev.PinHelpAsked,
        ev.LanguageAsked,
        ev.DisplayAsked,
        ev.ReaderChanged,
        ev.PrinterChanged,
        ev.Prepared,
        ev.PreparedFromCache,
        ev.NotPrepared,
        ev.EndAsked,
        ev.EndConfirmed,
        ev.SilenceTold,
        ev.SilenceOver,
        ev.EffectCrashed,
    }
)
"""What concerns the frame around the scenes, or the city: told in tests of its own."""

SLIP = {ev.SlipAsked}
"""What a slip on its way is answered with, is told in `test_doors`."""

FITTING: dict[type[st.Scene], set[type[ev.Event]]] = {
    **evidence.FITTING,
    # nobody is here yet
    st.Preparing: {ev.PutOnScreen},
    st.Closed: {ev.PutOnScreen},
    st.CardForgotten: {ev.PutOnScreen},
    st.Start: {ev.Continue, ev.PutOnScreen},
    # choosing
    st.ChooseTopic: {ev.TopicChosen, knock.SearchAsked, knock.DoorChosen, ev.Back},
    door.FindService: {knock.WordsTyped, knock.DoorChosen, ev.ServiceChosen, ev.Back},
    door.HandOver: {*SLIP, ev.Continue, ev.Back},
    door.Information: {*SLIP, ev.Continue, ev.Back},
    door.PinFirstAid: {knock.PinAtHandTold, pe.OtherCardAsked, ev.Back},
    door.PinAdvice: {*SLIP, ev.Continue, ev.Back},
    st.ChooseService: {ev.ServiceChosen, ev.Back},
    st.OpeningService: {ev.ServiceOpened, ev.Failing},
    st.AboutService: {ev.Continue, ev.Back},
    # PIN first aid with the card
    pin.ChoosePinWish: {pe.WishTold, pe.CounterAsked, ev.Back},
    pin.LayCard: {pe.CounterAsked, ev.Back},
    pin.LookingAtCard: {pe.CardLooked, ev.Failing},
    pin.EnterCardPin: {ev.PinEntered, pe.CounterAsked, ev.Back},
    pin.EnterCan: {pe.CanEntered, ev.Back},
    pin.EnterPuk: {pe.PukEntered, pe.CounterAsked, ev.Back},
    pin.ChooseNewPin: {pe.NewPinChosen, ev.Back},
    pin.TypeNumberOnReader: {
        pe.CanAccepted,
        pe.CanRejected,
        pe.CardLooked,
        pe.NewPinRejected,
        pe.PadCancelled,
        pe.PinOpened,
        pe.PinRenewed,
        pe.PinUnblocked,
        pe.PukRejected,
        pe.PukSpent,
        ev.PinRejected,
        ev.Back,
        ev.Failing,
    },
    pin.CheckingNumber: {
        pe.CanAccepted,
        pe.CanRejected,
        pe.CardLooked,
        pe.PinOpened,
        pe.PinRenewed,
        pe.PinUnblocked,
        pe.PukRejected,
        pe.PukSpent,
        ev.PinRejected,
        ev.Failing,
    },
    pin.PinMended: {ev.Continue, pe.WishTold},
    pin.ChooseCard: {pe.CardTold, ev.Back},
    pin.CardAdvice: {*SLIP, ev.Continue, ev.Back},
    # signing in
    si.ChooseSignIn: {ev.SignInMethodChosen, ev.SignInSkipped, ev.Back},
    si.EnterPassword: {ev.PasswordEntered, ev.SignInMethodChosen, ev.Back},
    si.CheckingPassword: {ev.PasswordAccepted, ev.PasswordRejected, ev.Failing},
    si.ChooseFactor: {ev.FactorChosen, ev.Back},
    si.SendingCode: {ev.CodeSent, ev.Failing},
    si.EnterCode: {ev.CodeEntered, ev.NewCodeAsked, ev.Back},
    si.CheckingCode: {ev.SignedIn, ev.CodeRejected, ev.Failing},
    si.StepUp: {ev.Continue, ev.Back},
    st.PlaceCard: {ev.Back},
    st.Connecting: {ev.SignInPrepared, ev.Failing},
    st.WhoAsks: {ev.Continue, ev.Back, ev.SignInDeclined, ev.OptionalDataSwitched},
    st.EnterPin: {ev.PinEntered, ev.Back},
    si.TypeOnReader: {ev.SignInProgressed, ev.PinRejected, pe.CanRejected, ev.Back, ev.Failing},
    st.SigningIn: {
        ev.SignInProgressed,
        ev.PinRejected,
        pe.CanRejected,
        ev.AccountAsked,
        ev.SignedIn,
        ev.Failing,
    },
    si.LinkAccount: {ev.AccountDecided, ev.Back},
    si.OpeningAccount: {ev.SignedIn, ev.Failing},
    si.OpeningSession: {ev.SignedIn, ev.Failing},
    # applying
    st.OpeningApplication: {ev.ApplicationOpened, ev.Failing},
    st.FillIn: {ev.Answered, ev.Continue, ev.Back},
    st.Pricing: {ev.Priced, ev.AnswersObjected, ev.Failing},
    st.Review: {ev.Declared, ev.ChangeAsked, bring.DeliveryAsked, ev.Continue, ev.Back},
    bring.ChooseDelivery: {bring.DeliveryChosen, ev.Back},
    # paying and sending
    pay.FindingWaysToPay: {ev.WaysToPayFound, ev.Failing},
    pay.ChoosePayment: {ev.PaymentChosen, ev.Back},
    pay.PayingByCard: {
        ev.CardStepped,
        ev.Back,
        ev.PaymentMade,
        ev.PaymentNotMade,
        ev.PaymentUnknown,
        ev.Failing,
    },
    pay.OpeningPayPage: {ev.PayPageOpened, ev.Failing},
    pay.PayByPhone: {
        ev.Back,
        ev.PaymentMade,
        ev.PaymentNotMade,
        ev.PaymentUnknown,
        ev.MoneyGivenBack,
        ev.Failing,
    },
    pay.NotPaid: {ev.TryAgain, ev.Continue},
    pay.PaymentUnclear: {ev.TryAgain, ev.Continue, ev.HelpAnswered},
    pay.CheckingPayment: {ev.HelpAnswered, ev.PaymentMade, ev.PaymentNotMade, ev.PaymentUnknown, ev.Failing},
    pay.GivingMoneyBack: {ev.MoneyGivenBack, ev.Sent, ev.Failing},
    pay.MoneyBack: {ev.Continue, ev.SlipAsked, ev.SlipHandled, ev.Failing},
    st.Sending: {ev.Sent, ev.Failing},
    # one's own things
    own.LookingUp: {
        ev.Failing,
        ev.PaperHandled,
        oe.OverviewCame,
        oe.MailboxCame,
        oe.MessageCame,
        oe.ApplicationsCame,
        oe.StatusCame,
        oe.DraftCame,
        oe.ActivityCame,
        oe.DataCame,
        oe.AccountEnding,
        oe.AppointmentsCame,
        oe.CapacitiesCame,
    },
    own.AskFirst: {ev.Continue, ev.Back},
    own.Account: {oe.RoomChosen, oe.CapacityAsked, ev.Continue},
    own.MyMailbox: {oe.EntryChosen, oe.EarlierAsked, ev.Back},
    own.ReadMessage: {oe.ReplyAsked, oe.PrintAsked, ev.Back},
    own.WriteReply: {oe.Typed, ev.Continue, ev.Back},
    own.MyApplications: {oe.EntryChosen, oe.EarlierAsked, ev.Back},
    own.ApplicationStatus: {ev.Continue, oe.EntryChosen, oe.TakeBackAsked, oe.PrintAsked, ev.Back},
    own.MyAppointments: {oe.EntryChosen, ev.Back},
    own.MyActivity: {oe.EarlierAsked, ev.Back},
    own.MyData: {
        oe.ConsentSwitched,
        oe.ContactChangeAsked,
        oe.EntryChosen,
        oe.AccountEndAsked,
        ev.Back,
    },
    own.ChangeContact: {oe.Typed, ev.Continue, ev.Back},
    own.AccountEnds: {ev.Continue, ev.Back},
    own.ChooseCapacity: {oe.CapacityChosen, ev.Back},
    # the end
    st.TakeCard: set(),
    st.Printing: {ev.PaperHandled, ev.Failing},
    st.Done: {
        ev.Continue,
        ev.TryAgain,
        ev.ReceiptOnPaperAsked,
        ev.ReceiptHandled,
        ev.ReceiptToPhoneAsked,
        ev.ReceiptToMailboxAsked,
        ev.ReceiptLinked,
        ev.ReceiptMailed,
        ev.Failing,
    },
    st.ReceiptOnPhone: {ev.Continue, ev.Back},
    st.Goodbye: set(),
    st.Failed: {ev.TryAgain, ev.Back, ev.Continue},
}


def test_the_table_knows_every_scene() -> None:
    assert set(FITTING) == {type(scene) for scene in SCENES.values()}


@pytest.mark.parametrize("kind", FITTING, ids=lambda kind: kind.__name__)
def test_a_scene_answers_to_what_fits_and_to_nothing_else(kind: type[st.Scene]) -> None:
    answered: set[type[ev.Event]] = set()
    scenes = [scene for scene in SCENES.values() if isinstance(scene, kind)]
    # With answers on the screen and no card, there is always a cover: told in `test_card_away`.
    covered = kind in own.SHOWN or any(open_application(scene) for scene in scenes)
    readers = (samples.CARD,) if covered else samples.READERS
    for scene, reader in product(scenes, readers):
        answered |= {type(event) for event in productive(visit(scene, reader=reader))}
    assert answered - EVERYWHERE == FITTING[kind]


@pytest.mark.parametrize(
    ("name", "unfitting"),
    [
        ("ChooseTopic", ev.TopicChosen("no such topic")),
        ("ChooseService", ev.ServiceChosen("no such service")),
        ("WhoAsks", ev.OptionalDataSwitched(AccessRight.NATIONALITY, given=True)),
        ("WhoAsks", ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=False)),
        ("ChooseSignIn", ev.SignInSkipped()),
        ("EnterPassword", ev.PasswordEntered("  ", samples.pin())),
        ("EnterPassword", ev.PasswordEntered(samples.USER_NAME, Secret(b""))),
        ("EnterPassword", ev.SignInMethodChosen(SignInMethod.PASSWORD)),
        ("ChooseFactor", ev.FactorChosen("no such factor")),
        ("EnterCode", ev.NewCodeAsked()),
        ("EnterCode", ev.CodeEntered(Secret(b""))),
        ("FillIn-first", ev.Answered("/applicant/familyName", "Mallory")),
        ("FillIn-first", ev.Answered("/nowhere", "anything")),
        ("FillIn-first", ev.Answered("/copies", "many")),
        ("FillIn-first", ev.Back()),
        ("FillIn-missing", ev.Continue()),
        ("Review", ev.Continue()),
        ("Review", ev.ChangeAsked("applicant")),
        ("Review", ev.ChangeAsked("no such step")),
        ("Done", ev.TryAgain()),
        ("Failed-over", ev.TryAgain()),
        ("Failed-send", ev.Continue()),
        ("Failed-send", ev.Back()),
    ],
    ids=str,
)
def test_what_has_the_right_kind_but_does_not_fit_changes_nothing(name: str, unfitting: ev.Event) -> None:
    assert productive(visit(name), [unfitting]) == []


def test_a_service_of_another_topic_cannot_be_chosen() -> None:
    elsewhere = Topic("other", samples.TOPIC.title, "doc", ())
    before = visit(st.ChooseService(samples.CATALOGUE, elsewhere))
    assert productive(before, [ev.ServiceChosen(samples.SERVICE.id)]) == []
