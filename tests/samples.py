"""Values for tests of the visit: at least one sample of every scene, overlay, reader status and event."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cardreader.card import PinBlocked, PinDeactivated, PinReady, PinSuspended
from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import Progress
from cardreader.pin_on_pad import NewPinRefused, Pad
from cardreader.reader import CardPresent, EmptyReader, NoReader, ReaderStatus
from cardreader.secret import Secret
from kiosk.bochum_id.password_values import FactorKind, SecondFactor
from kiosk.bochum_id.payment_values import AttemptState, CardOrder, Channel, Payment, PaymentState, PayPage
from kiosk.bochum_id.values import (
    AccountMode,
    CitizenSession,
    Destination,
    Draft,
    FieldError,
    JsonObject,
    JsonValue,
    Level,
    LocalisedText,
    Money,
    Quote,
    QuoteItem,
    SignInMethod,
    Submission,
)
from kiosk.services import form as forms
from kiosk.services.evidence import BookedTime
from kiosk.session import bringing as bring
from kiosk.session import door_events as knock
from kiosk.session import door_states as door
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import own_effects as want
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_events as pe
from kiosk.session import pin_states
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.cover import AT_CASH_DESK, BY_INVOICE, NOTHING_DUE
from kiosk.session.cover import Paid as MoneyThere
from kiosk.session.delivery import InMailbox, NoPaper, NotPrinted, OnItsWay, PaperComes, Printed, SavedTo
from kiosk.session.errand import Application, Outcome, SecondStep, SignedInAs, Unfinished
from kiosk.session.failure import Failure
from kiosk.session.paying import CardStep, Due, MoneyBackBy, NotPaidBecause, StaffCall, WayToPay
from kiosk.session.pin_values import CardTrouble, PinWish
from kiosk.session.preferences import Contrast, Language, TextSize
from kiosk.slip import Slip
from tests import evidence_samples as evidence
from tests import own_samples
from tests.unions import members
from ui.gallery import door_samples
from ui.gallery import samples as gallery

ROOT = Path(__file__).resolve().parent.parent

CATALOGUE, ERRAND, SIGN_IN = gallery.catalogue(), gallery.errand(), gallery.SIGN_IN
ON_READER = gallery.ON_READER
TOPIC, SERVICE = ERRAND.topic, ERRAND.service

PERSONAL = (
    "canary-words",
    "canary-user@example.org",
    "Canary-App",
    "4711",
    "Canary-Family",
    "Canary-Given",
    "1931-05-29",
    "Canary-Street",
    "Canary-Citizen",
    "Canary-Office",
    *own_samples.PERSONAL,
    *evidence.PERSONAL,
)
"""What only the citizen may see; it appears in no repr."""

CITIZEN = CitizenSession(
    id="ses_0001",
    level=Level.HOCH,
    display_name="Canary-Citizen",
    account_mode=AccountMode.TRANSIENT,
    idle_seconds=180,
    absolute_end=datetime(2026, 11, 23, 15, 24, tzinfo=UTC),
)
FROM_CARD: JsonObject = {
    "applicant": {
        "familyName": "Canary-Family",
        "givenNames": "Canary-Given",
        "dateOfBirth": "1931-05-29",
        "address": "Canary-Street 17, 44793 Bochum",
    }
}
LOCKED = frozenset(
    f"/applicant/{name}" for name in ("familyName", "givenNames", "doctoralDegree", "dateOfBirth", "address")
)
DRAFT = Draft(
    id="app_0001",
    etag='"1"',
    service_id=SERVICE.id,
    definition_version=SERVICE.version,
    data=FROM_CARD,
    locked=LOCKED,
    valid=False,
    errors=(),
)
SAVED = replace(DRAFT, etag='"2"', valid=True)
OBJECTED = replace(DRAFT, etag='"2"', errors=(FieldError("/authority", "notInRegister"),))
APPLICATION = Application(ERRAND, CITIZEN, DRAFT)

OF_ACCOUNT = replace(APPLICATION, session=replace(CITIZEN, account_mode=AccountMode.EXISTING))
"""Somebody with a mailbox."""

FREE = Quote("quo_free", (), Money(0))
PAID = Quote(
    "quo_paid",
    (QuoteItem("base", SERVICE.title, 1, Money(900), Money(900), "AVwGebO NRW"),),
    Money(900),
)
WITH_DOCUMENT = Submission("MB-2026-000001", "rcp_0001", "doc_0001")
WITH_SLIP = Submission("MB-2026-000002", "rcp_0002", None)
FREE_OUTCOME = Outcome(ERRAND, CITIZEN, WITH_DOCUMENT, FREE, NOTHING_DUE)
PAID_OUTCOME = Outcome(ERRAND, CITIZEN, WITH_SLIP, PAID, AT_CASH_DESK)
BILLED_OUTCOME = replace(
    PAID_OUTCOME, submission=replace(WITH_SLIP, pay_by=date(2026, 12, 7)), cover=BY_INVOICE
)


def payment(channel: Channel, state: PaymentState, *attempts: tuple[int, AttemptState]) -> Payment:
    """A payment of the sample fee, as the city shows it."""
    card = channel is Channel.CARD_TERMINAL
    soon = datetime(2026, 11, 23, 15, 10, tzinfo=UTC)
    return Payment(
        id="pay_0001",
        etag='"1"',
        state=state,
        channel=channel,
        total=Money(900),
        reference="BO260004812",
        purpose="BO260004812 MELDEBESCH",
        expires_at=soon,
        attempts=attempts,
        card_order=CardOrder("zvt-1", 900, "978") if card else None,
        pay_page=PayPage("https://id.bochum.example/bezahlen/abc", soon) if channel is Channel.QR else None,
        due=None,
        paid_at=None,
        receipt_id="rcp_0003" if state is PaymentState.PAID else None,
        reversal=None,
    )


BY_PHONE = payment(Channel.QR, PaymentState.PENDING)
CARD_PAID = payment(Channel.CARD_TERMINAL, PaymentState.PAID, (1, AttemptState.APPROVED))
COVERED = MoneyThere(CARD_PAID)
REVERSAL_LINES = ("K-U-N-D-E-N-B-E-L-E-G", "STORNO", "EUR 9,00", "Karte ****4711")
WAYS = (
    WayToPay(Channel.CARD_TERMINAL, works=True),
    WayToPay(Channel.QR, works=True),
    WayToPay(Channel.CASH_DESK, works=True),
    WayToPay(Channel.INVOICE, works=True),
)
BROKEN_READER = (WayToPay(Channel.CARD_TERMINAL, works=False), *WAYS[1:])
WITH_MAILBOX = replace(FREE_OUTCOME, session=replace(CITIZEN, account_mode=AccountMode.EXISTING))
SLIP = Slip(
    title=LocalisedText.of({"de": "Ihre Wartenummer", "en": "Your waiting number"}),
    lines=(
        LocalisedText.of({"de": "Warten Sie im 1. Stock.", "en": "Please wait on the first floor."}),
        LocalisedText.of({"de": "Bürgerbüro Mitte"}),
    ),
    code="A 4711",
    qr="https://bochum.example/q/canary-token",
    bring=(LocalisedText.of({"de": "Ihren Ausweis", "en": "Your identity card"}),),
)

TODAY = date(2026, 11, 23)
"""The day of every sample."""

PENSION: dict[str, JsonValue] = {"/purpose": "pension", "/kind": "simple", "/copies": 1}
AUTHORITY: dict[str, JsonValue] = {
    "/purpose": "authority",
    "/authority": "Canary-Office",
    "/kind": "extended",
    "/extras": ["maritalStatus"],
    "/copies": 2,
}


def form(answers: dict[str, JsonValue]) -> forms.Form:
    """The form of the sample service with these answers."""
    now = forms.start(ERRAND.definition, FROM_CARD, LOCKED, TODAY)
    for pointer, value in answers.items():
        now = forms.answer(now, pointer, value)
    return now


BLANK, FOR_PENSION, FOR_AUTHORITY = form({}), form(PENSION), form(AUTHORITY)
UNDER_PRESSURE = form({**AUTHORITY, "/authority": ""})
"""Complete but for one answer in the middle."""

UNFINISHED = replace(ERRAND, beginning=Unfinished(DRAFT, FOR_AUTHORITY))
"""The errand of a visitor who took the card away in the middle of the form."""

DUE = Due(APPLICATION, FOR_AUTHORITY, PAID)

NOTHING: frozenset[AccessRight] = frozenset()
DEGREE = frozenset({AccessRight.DOCTORAL_DEGREE})

BY_PASSWORD = replace(CITIZEN, id="ses_0002", level=Level.NORMAL, methods=frozenset({SignInMethod.PASSWORD}))
RAISED = replace(BY_PASSWORD, level=Level.HOCH, methods=frozenset(SignInMethod))
STEPPING_UP = replace(ERRAND, caller=SignedInAs(BY_PASSWORD))
"""The errand of a visitor who is signed in with a password and goes on to the card."""
FOR_ANYBODY = replace(ERRAND, service=replace(SERVICE, required_level=Level.NORMAL))
"""The errand to a service that a password is enough for."""
NOBODYS = replace(CITIZEN, id="ses_0003", level=Level.NONE, display_name="", methods=frozenset())
FOR_NOBODY = replace(ERRAND, service=replace(SERVICE, required_level=Level.NONE))
"""The errand to a service that asks nobody who they are, though a card would fill in its form."""
NOBODYS_APPLICATION = Application(FOR_NOBODY, NOBODYS, DRAFT)
USER_NAME = "canary-user@example.org"
TOTP = SecondFactor("f1", FactorKind.TOTP, "Canary-App")
SMS = SecondFactor("f2", FactorKind.SMS, "Canary +49 *** 4711")
SECOND = SecondStep(USER_NAME, (TOTP, SMS))
ONLY_SMS = SecondStep(USER_NAME, (SMS,))

OWNER = own.Owner(own_samples.ACCOUNT_ERRAND, CITIZEN)
WANTING = own_samples.wanting()
"""The errand of a visitor whose password is not enough for a letter."""
EVIDENCE = evidence.scenes(APPLICATION, FOR_AUTHORITY, PAID)
"""What happens around papers and appointments."""

AGAIN: dict[str, st.Again] = {
    "over": st.StartOver(),
    "service": st.OpenServiceAgain(CATALOGUE, TOPIC, SERVICE),
    "sign-in": st.SignInAgain(ERRAND),
    "password": st.PasswordAgain(ERRAND, USER_NAME),
    "session": st.OpenSessionAgain(FOR_NOBODY),
    "pin": pin_states.PinAgain(pin_states.PinTask(door_samples.pin_aid(ERRAND), PinWish.CHECK)),
    "mend": pin_states.MendCard(
        replace(ERRAND, catalogue=door_samples.with_doors(CATALOGUE)), PinWish.UNBLOCK
    ),
    "mend-stepping-up": pin_states.MendCard(
        replace(STEPPING_UP, catalogue=door_samples.with_doors(CATALOGUE)), PinWish.UNBLOCK
    ),
    "stay": pin_states.StaySignedIn(STEPPING_UP),
    "application": st.OpenApplicationAgain(ERRAND, CITIZEN),
    "price": st.PriceAgain(APPLICATION, FOR_AUTHORITY),
    "pay": st.PayAgain(DUE),
    "send": st.SendAgain(APPLICATION, FOR_AUTHORITY, PAID, AT_CASH_DESK),
    "send-paid": st.SendAgain(APPLICATION, FOR_AUTHORITY, PAID, COVERED),
    "look-up": own.LookUpAgain(OWNER, want.SeeMailbox()),
    "first-look": own.LookUpAgain(OWNER, want.SeeOverview()),
    "for-whom": own.LookUpAgain(own.Owner(own_samples.FOR_COMPANIES, CITIZEN), want.SeeCapacities()),
    **evidence.agains(EVIDENCE),
}

DOORS: dict[str, st.Scene] = dict(door_samples.scenes(CATALOGUE, ERRAND))
WITH_CARD: dict[str, st.Scene] = dict(door_samples.with_card(ERRAND, SIGN_IN))
"""PIN first aid with the card, and the CAN before a sign-in's last attempt."""

SCENES: dict[str, st.Scene] = {
    "Preparing": st.Preparing(),
    "Closed": st.Closed(Failure.BACKEND_UNREACHABLE),
    "CardForgotten": st.CardForgotten(CATALOGUE),
    "Start": st.Start(CATALOGUE),
    "ChooseTopic": st.ChooseTopic(CATALOGUE),
    **{name: DOORS[name] for name in ("ChooseTopic-doors", "FindService", "HandOver", "Information")},
    **{name: DOORS[name] for name in ("PinFirstAid", "PinAdvice-own", "AboutService-elsewhere")},
    **WITH_CARD,
    "ChooseService": st.ChooseService(CATALOGUE, TOPIC),
    "OpeningService": st.OpeningService(CATALOGUE, TOPIC, SERVICE),
    "AboutService": st.AboutService(ERRAND),
    "AboutService-stepping-up": st.AboutService(STEPPING_UP),
    "ChooseSignIn": si.ChooseSignIn(ERRAND),
    "ChooseSignIn-nobody": si.ChooseSignIn(FOR_NOBODY),
    "EnterPassword": si.EnterPassword(ERRAND, "", rejected=False),
    "EnterPassword-rejected": si.EnterPassword(ERRAND, USER_NAME, rejected=True),
    "CheckingPassword": si.CheckingPassword(ERRAND, USER_NAME),
    "ChooseFactor": si.ChooseFactor(ERRAND, SECOND),
    "SendingCode": si.SendingCode(ERRAND, SECOND, SMS),
    "EnterCode": si.EnterCode(ERRAND, SECOND, TOTP, si.FirstTry()),
    "EnterCode-sent": si.EnterCode(ERRAND, ONLY_SMS, SMS, si.FirstTry()),
    "EnterCode-rejected": si.EnterCode(ERRAND, SECOND, SMS, si.WrongBefore(2)),
    "CheckingCode": si.CheckingCode(ERRAND, SECOND, SMS),
    "CheckingCode-anybody": si.CheckingCode(FOR_ANYBODY, SECOND, SMS),
    "StepUp": si.StepUp(ERRAND, BY_PASSWORD),
    "StepUp-letter": si.StepUp(WANTING, BY_PASSWORD),
    "PlaceCard": st.PlaceCard(ERRAND),
    "PlaceCard-stepping-up": st.PlaceCard(STEPPING_UP),
    "Connecting": st.Connecting(ERRAND),
    "Connecting-unfinished": st.Connecting(UNFINISHED),
    "WhoAsks": st.WhoAsks(ERRAND, SIGN_IN, NOTHING),
    "WhoAsks-stepping-up": st.WhoAsks(STEPPING_UP, SIGN_IN, NOTHING),
    "WhoAsks-given": st.WhoAsks(ERRAND, SIGN_IN, DEGREE),
    "WhoAsks-on-reader": st.WhoAsks(ERRAND, ON_READER, DEGREE),
    "EnterPin": st.EnterPin(ERRAND, SIGN_IN, DEGREE, attempts_left=3, rejected=False),
    "EnterPin-rejected": st.EnterPin(ERRAND, SIGN_IN, NOTHING, attempts_left=2, rejected=True),
    "TypeOnReader": si.TypeOnReader(ERRAND, ON_READER, DEGREE, attempts_left=3, rejected=False),
    "TypeOnReader-rejected": si.TypeOnReader(ERRAND, ON_READER, NOTHING, attempts_left=2, rejected=True),
    "SigningIn": st.SigningIn(ERRAND, SIGN_IN, DEGREE, 3, Progress.PIN),
    "LinkAccount": si.LinkAccount(ERRAND),
    "OpeningAccount": si.OpeningAccount(ERRAND),
    "OpeningSession": si.OpeningSession(FOR_NOBODY),
    "OpeningApplication": st.OpeningApplication(ERRAND, CITIZEN),
    "OpeningApplication-unfinished": st.OpeningApplication(UNFINISHED, CITIZEN),
    "FillIn-first": st.FillIn(APPLICATION, BLANK, "purpose", checked=False, reviewing=False),
    "FillIn-missing": st.FillIn(APPLICATION, BLANK, "purpose", checked=True, reviewing=False),
    "FillIn-text": st.FillIn(APPLICATION, FOR_AUTHORITY, "authority", checked=False, reviewing=False),
    "FillIn-last": st.FillIn(APPLICATION, FOR_PENSION, "copies", checked=False, reviewing=False),
    "FillIn-last-gap": st.FillIn(APPLICATION, UNDER_PRESSURE, "copies", checked=False, reviewing=False),
    "FillIn-reviewing": st.FillIn(APPLICATION, FOR_AUTHORITY, "kind", checked=False, reviewing=True),
    "FillIn-reviewing-gap": st.FillIn(
        APPLICATION, UNDER_PRESSURE, "authority", checked=False, reviewing=True
    ),
    **EVIDENCE,
    "Pricing": st.Pricing(APPLICATION, FOR_AUTHORITY),
    "Pricing-nobody": st.Pricing(NOBODYS_APPLICATION, FOR_AUTHORITY),
    "Review": st.Review(APPLICATION, FOR_AUTHORITY, PAID, declared=False),
    "Review-account": st.Review(OF_ACCOUNT, FOR_PENSION, FREE, declared=True),
    "ChooseDelivery": bring.ChooseDelivery(OF_ACCOUNT, FOR_PENSION, FREE, declared=True),
    "Review-declared": st.Review(APPLICATION, FOR_PENSION, FREE, declared=True),
    "FindingWaysToPay": pay.FindingWaysToPay(DUE),
    "ChoosePayment": pay.ChoosePayment(DUE, WAYS),
    "ChoosePayment-broken": pay.ChoosePayment(DUE, BROKEN_READER),
    "PayingByCard": pay.PayingByCard(DUE, CardStep.SHOW_CARD, stopping=False),
    "PayingByCard-stopping": pay.PayingByCard(DUE, CardStep.SHOW_CARD, stopping=True),
    "OpeningPayPage": pay.OpeningPayPage(DUE),
    "PayByPhone": pay.PayByPhone(DUE, BY_PHONE, stopping=False),
    "PayByPhone-stopping": pay.PayByPhone(DUE, BY_PHONE, stopping=True),
    "NotPaid": pay.NotPaid(DUE, Channel.CARD_TERMINAL, NotPaidBecause.DECLINED),
    "NotPaid-phone": pay.NotPaid(DUE, Channel.QR, NotPaidBecause.TOO_LATE),
    "PaymentUnclear": pay.PaymentUnclear(DUE, StaffCall.CALLED),
    "CheckingPayment": pay.CheckingPayment(DUE, StaffCall.COMING),
    "GivingMoneyBack": pay.GivingMoneyBack(DUE, COVERED),
    "MoneyBack": pay.MoneyBack(DUE, COVERED, MoneyBackBy.CARD_READER, REVERSAL_LINES, OnItsWay()),
    "MoneyBack-jam": pay.MoneyBack(DUE, COVERED, MoneyBackBy.LATER, slip=NotPrinted(Failure.PRINTER_JAM)),
    "Sending": st.Sending(APPLICATION, FOR_AUTHORITY, PAID, AT_CASH_DESK),
    "Sending-paid": st.Sending(APPLICATION, FOR_AUTHORITY, PAID, COVERED),
    "TakeCard": st.TakeCard(PAID_OUTCOME),
    "Printing": st.Printing(FREE_OUTCOME),
    "Done": st.Done(FREE_OUTCOME, Printed()),
    "Done-saved": st.Done(PAID_OUTCOME, SavedTo("/paper", "Zettel.pdf")),
    "Done-appointment": st.Done(replace(PAID_OUTCOME, time=BookedTime(evidence.MADE)), Printed()),
    "Done-billed": st.Done(BILLED_OUTCOME, Printed()),
    "Done-jam": st.Done(FREE_OUTCOME, NotPrinted(Failure.PRINTER_JAM)),
    "Done-account": st.Done(WITH_MAILBOX, Printed()),
    "Done-receipt": st.Done(FREE_OUTCOME, Printed(), Printed()),
    "Done-receipt-jam": st.Done(FREE_OUTCOME, Printed(), NotPrinted(Failure.PRINTER_JAM)),
    "Done-phone": st.Done(WITH_MAILBOX, Printed(), OnItsWay()),
    "Done-mailbox": st.Done(WITH_MAILBOX, Printed(), InMailbox()),
    "ReceiptOnPhone": st.ReceiptOnPhone(
        st.Done(WITH_MAILBOX, Printed()), "https://id.example/beleg/canary-token"
    ),
    **own_samples.scenes(CITIZEN, BY_PASSWORD),
    "Goodbye": st.Goodbye(card_on_reader=False),
    "Goodbye-paper": st.Goodbye(card_on_reader=False, paper_printed=True),
    "Goodbye-card": st.Goodbye(card_on_reader=True),
    **{f"Failed-{name}": st.Failed(Failure.TERMINAL_FAULT, again) for name, again in AGAIN.items()},
    **{
        f"Failed-{failure.name}": st.Failed(failure, st.SignInAgain(ERRAND))
        for failure in (
            Failure.CARD_REMOVED,
            Failure.CARD_UNREADABLE,
            Failure.NOT_AN_ID_CARD,
            Failure.READER_GONE,
            Failure.TOO_MANY_TRIES,
            Failure.ACCOUNT_LOCKED,
            Failure.CARD_OF_ANOTHER,
            Failure.SESSION_ENDED,
        )
    },
}

OVERLAYS: tuple[st.Overlay, ...] = (
    st.NothingOver(),
    st.CallingHelp(),
    st.HelpComes(),
    st.HelpNotReached(),
    st.LanguageChoice(),
    st.DisplayChoice(),
    st.PinHelp(),
    st.LeaveQuestion(),
    st.StillThere(seconds_left=30),
    st.PutCardBack(),
)

NO_READER, EMPTY, CARD = NoReader(), EmptyReader("Reader"), CardPresent("Reader", b"\x3b\x00")
READERS: tuple[ReaderStatus, ...] = (NO_READER, EMPTY, CARD)

CITIES: tuple[st.City, ...] = (st.CityOpen(), st.CityClosed(Failure.BACKEND_UNREACHABLE))

EFFECT_NAMES: tuple[str, ...] = tuple(each.__name__ for each in members(do.Effect))


def json_of(path: Path) -> JsonObject:
    """The object in a file of the repository, by its path from the root."""
    found: JsonObject = json.loads((ROOT / path).read_bytes())
    return found


def pin() -> Secret:
    return Secret(b"271828")


def pin_events() -> tuple[ev.Event, ...]:
    """What the card, and whoever looks after its PIN, can say."""
    return (
        *(pe.WishTold(wish) for wish in PinWish),
        pe.CounterAsked(),
        pe.OtherCardAsked(),
        *(pe.CardTold(trouble) for trouble in CardTrouble),
        pe.CanEntered(pin()),
        pe.PukEntered(Secret(b"2718281828")),
        pe.NewPinChosen(pin()),
        *(
            pe.CardLooked(each, pad)
            for each in (PinReady(3), PinSuspended(), PinBlocked(), PinDeactivated())
            for pad in Pad
        ),
        *(pe.NewPinRejected(why) for why in NewPinRefused),
        pe.PadCancelled(),
        pe.CanAccepted(),
        pe.CanRejected(),
        pe.PinOpened(),
        pe.PinRenewed(),
        pe.PinUnblocked(),
        pe.PukRejected(),
        pe.PukSpent(),
    )


def events() -> tuple[ev.Event, ...]:
    """Every event that the sample scenes can meet, with fresh secrets."""
    return (
        ev.Continue(),
        ev.Back(),
        ev.TopicChosen(TOPIC.id),
        ev.TopicChosen("no such topic"),
        ev.ServiceChosen(SERVICE.id),
        ev.ServiceChosen("no such service"),
        knock.SearchAsked(),
        knock.AppointmentAsked(),
        knock.WordsTyped("canary-words"),
        *(knock.DoorChosen(destination) for destination in Destination),
        *(knock.PinAtHandTold(at_hand) for at_hand in door.PinAtHand),
        ev.SlipAsked(),
        ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=True),
        ev.OptionalDataSwitched(AccessRight.DOCTORAL_DEGREE, given=False),
        ev.OptionalDataSwitched(AccessRight.NATIONALITY, given=True),
        ev.SignInDeclined(),
        ev.PinEntered(pin()),
        *(ev.SignInMethodChosen(method) for method in SignInMethod),
        ev.SignInSkipped(),
        ev.PasswordEntered(USER_NAME, pin()),
        ev.PasswordEntered(" ", pin()),
        ev.PasswordEntered(USER_NAME, Secret(b"")),
        *(ev.FactorChosen(factor.id) for factor in SECOND.factors),
        ev.FactorChosen("no such factor"),
        ev.NewCodeAsked(),
        ev.CodeEntered(pin()),
        ev.CodeEntered(Secret(b"")),
        ev.AccountDecided(mine=True),
        ev.AccountDecided(mine=False),
        *(ev.Answered(pointer, value) for pointer, value in {**AUTHORITY, **PENSION}.items()),
        ev.Answered("/applicant/familyName", "Mallory"),
        ev.Answered("/nowhere", None),
        *(ev.ChangeAsked(step.id) for step in ERRAND.definition.steps),
        ev.ChangeAsked("no such step"),
        bring.DeliveryAsked(),
        bring.DeliveryChosen("mailbox"),
        bring.DeliveryChosen("no such way"),
        ev.Declared(accepted=True),
        ev.Declared(accepted=False),
        *(ev.PaymentChosen(channel) for channel in Channel),
        ev.TryAgain(),
        ev.ReceiptOnPaperAsked(),
        ev.ReceiptToPhoneAsked(),
        ev.ReceiptToMailboxAsked(),
        ev.SlipAsked(),
        ev.HelpAsked(),
        ev.PinHelpAsked(),
        ev.LanguageAsked(),
        ev.DisplayAsked(),
        *(ev.LanguageChosen(language) for language in Language),
        *(ev.TextSizeChosen(size) for size in TextSize),
        *(ev.ContrastChosen(contrast) for contrast in Contrast),
        ev.LowPositionChosen(low=True),
        ev.LowPositionChosen(low=False),
        ev.EndAsked(),
        ev.EndConfirmed(),
        ev.OverlayClosed(),
        *(ev.ReaderChanged(status) for status in READERS),
        ev.PrinterChanged(PaperComes()),
        ev.PrinterChanged(NoPaper(Failure.PRINTER_EMPTY)),
        ev.Prepared(CATALOGUE),
        ev.PreparedFromCache(CATALOGUE, Failure.BACKEND_UNREACHABLE),
        ev.NotPrepared(Failure.BACKEND_UNREACHABLE),
        ev.ServiceOpened(ERRAND.definition),
        ev.ServiceOpened(door_samples.informing(ERRAND).definition),
        ev.ServiceOpened(door_samples.pin_aid(ERRAND).definition),
        ev.SignInPrepared(SIGN_IN),
        *(ev.SignInProgressed(progress) for progress in Progress),
        *(ev.PinRejected(attempts_left) for attempts_left in (2, 1, 0)),
        *pin_events(),
        ev.PasswordAccepted(SECOND.factors),
        ev.PasswordAccepted((TOTP,)),
        ev.PasswordAccepted((SMS,)),
        ev.PasswordRejected(),
        ev.CodeSent(),
        ev.CodeRejected(remaining=1),
        ev.AccountAsked(),
        ev.SignedIn(CITIZEN),
        ev.SignedIn(BY_PASSWORD),
        ev.ApplicationOpened(DRAFT, TODAY),
        ev.SignedIn(NOBODYS),
        ev.AnswersObjected(OBJECTED),
        ev.Priced(SAVED, FREE),
        ev.Priced(SAVED, PAID),
        ev.WaysToPayFound(WAYS),
        *(ev.CardStepped(card_step) for card_step in CardStep),
        ev.PayPageOpened(BY_PHONE),
        ev.PaymentMade(CARD_PAID),
        *(ev.PaymentNotMade(why) for why in NotPaidBecause),
        ev.PaymentUnknown(),
        *(ev.MoneyGivenBack(by) for by in MoneyBackBy),
        ev.MoneyGivenBack(MoneyBackBy.CARD_READER, REVERSAL_LINES),
        ev.Sent(WITH_DOCUMENT),
        ev.PaperHandled(Printed()),
        ev.PaperHandled(NotPrinted(Failure.PRINTER_EMPTY)),
        ev.PaperHandled(Printed(), Printed()),
        ev.ReceiptHandled(Printed()),
        ev.ReceiptHandled(NotPrinted(Failure.PRINTER_EMPTY)),
        ev.ReceiptLinked("https://id.example/beleg/canary-token"),
        ev.ReceiptMailed(),
        ev.SlipHandled(Printed()),
        ev.SlipHandled(NotPrinted(Failure.PRINTER_EMPTY)),
        *evidence.events(SAVED),
        ev.HelpAnswered(reached=True),
        ev.HelpAnswered(reached=False),
        *(ev.Failing(failure) for failure in Failure),
        ev.Settled(),
        *(ev.EffectCrashed(name) for name in ("CallHelp", "Prepare", "KeepDefinitions", "OpenService")),
        ev.PutOnScreen(),
        ev.SilenceTold(seconds_left=30),
        ev.SilenceOver(),
        *own_samples.events(),
    )


def visit(scene: str | st.Scene, **more: Any) -> st.Visit:
    """A visit in a sample scene, with its card on the reader unless told otherwise."""
    found = SCENES[scene] if isinstance(scene, str) else scene
    return st.Visit(**{"reader": CARD, "scene": found, **more})
