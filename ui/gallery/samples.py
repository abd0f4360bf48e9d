"""A visit for every situation, with the real catalogue and invented people."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache

from cardreader.chat import AccessRight
from cardreader.eid_client.exchange import AuthorizationRequest, Progress
from cardreader.reader import CardPresent, EmptyReader
from kiosk.bochum_id.password_values import FactorKind, SecondFactor
from kiosk.bochum_id.values import (
    AccountMode,
    Catalogue,
    CitizenSession,
    Draft,
    JsonObject,
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
from kiosk.services.reading import parse_definition
from kiosk.services.shelf import read_shelf
from kiosk.session import bringing as bring
from kiosk.session import file_states as fs
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.cover import AT_CASH_DESK, BY_INVOICE, NOTHING_DUE
from kiosk.session.delivery import InMailbox, NoPaper, NotPrinted, Printed, SavedTo
from kiosk.session.errand import Application, Errand, Outcome, SecondStep, SignedInAs, SignIn
from kiosk.session.failure import Failure
from kiosk.session.paying import Due
from kiosk.session.pin_states import StaySignedIn
from kiosk.session.preferences import Preferences
from kiosk.session.scenes.signing_in import after
from ui.gallery import door_samples, own_samples, paying_samples, widget_samples
from ui.gallery import evidence_samples as evidence
from ui.resources import RESOURCES

CATALOGUE = RESOURCES / "catalogue"


@dataclass(frozen=True, slots=True)
class Sample:
    name: str
    """`NN-State` or `NN-State-variant`, in the order of the way."""
    visit: st.Visit


@cache
def catalogue() -> Catalogue:
    """Read the real catalogue's file."""
    return read_shelf(CATALOGUE)


@cache
def errand() -> Errand:
    known = catalogue()
    service = known.service("svc_meldebescheinigung")
    file = CATALOGUE / "services" / f"{service.id}.{service.version}.json"
    return Errand(known, known.topics[0], service, parse_definition(file.read_bytes()))


SIGN_IN = SignIn(
    request=AuthorizationRequest(
        provider_name="Stadt Bochum, Bürgerbüro Mitte",
        provider_url="https://id.bochum.example",
        issuer_name="D-Trust GmbH",
        issuer_url="https://www.d-trust.example",
        purpose="Anmeldung bei Bochum-ID und Antrag auf eine Meldebescheinigung",
        required=frozenset(
            {
                AccessRight.FAMILY_NAMES,
                AccessRight.GIVEN_NAMES,
                AccessRight.DATE_OF_BIRTH,
                AccessRight.ADDRESS,
                AccessRight.RESTRICTED_IDENTIFICATION,
            }
        ),
        optional=frozenset({AccessRight.DOCTORAL_DEGREE}),
        transaction_info="Bochum-ID am Terminal BB-03: 47",
        valid_from=date(2026, 11, 22),
        valid_to=date(2026, 11, 24),
    ),
    attempts_left=3,
    confirmation_code="47",
)
ON_READER = replace(SIGN_IN, pin_on_reader=True)

SOMEBODY = evidence.Somebody("Beispiel", "h.beispiel@example.org", "scan.pdf")

CITIZEN = CitizenSession(
    id="ses_0001",
    level=Level.HOCH,
    display_name="Hannelore Beispiel",
    account_mode=AccountMode.TRANSIENT,
    idle_seconds=600,
    absolute_end=datetime(2026, 11, 23, 11, 0, tzinfo=UTC),
)

BY_PASSWORD = replace(CITIZEN, level=Level.NORMAL, methods=frozenset({SignInMethod.PASSWORD}))
NOBODYS = replace(CITIZEN, level=Level.NONE, display_name="", methods=frozenset())

TOTP = SecondFactor("f1", FactorKind.TOTP, "FreeOTP")
SMS = SecondFactor("f2", FactorKind.SMS, "+49 *** 4711")
RECOVERY = SecondFactor("f4", FactorKind.RECOVERY, "")
SECOND = SecondStep(
    "h.beispiel@example.org",
    (TOTP, SMS, SecondFactor("f3", FactorKind.EMAIL, "h***@example.org"), RECOVERY),
)

PREFILLED: JsonObject = {
    "applicant": {
        "familyName": "Beispiel",
        "givenNames": "Hannelore",
        "dateOfBirth": "1948-03-17",
        "address": "Musterstraße 12, 44787 Bochum",
    }
}
LOCKED = frozenset(
    f"/applicant/{name}" for name in ("familyName", "givenNames", "doctoralDegree", "dateOfBirth", "address")
)

TODAY = date(2026, 11, 23)

FREE = Quote("quo_0", (), Money(0))
QUOTE = Quote(
    "quo_1",
    (
        QuoteItem(
            id="base",
            title=LocalisedText.of(
                {
                    "de": "Meldebescheinigung (Beispielwert)",
                    "en": "Certificate of registration (sample value)",
                }
            ),
            quantity=2,
            unit=Money(900),
            total=Money(1800),
            legal_basis="AVwGebO NRW (Beispielwert, zu prüfen)",
        ),
    ),
    Money(1800),
)


@cache
def application() -> Application:
    known = errand()
    draft = Draft("app_0001", '"1"', known.service.id, known.service.version, PREFILLED, LOCKED, False, ())  # noqa: FBT003 - a value of the contract
    return Application(known, CITIZEN, draft)


def form(**answers: str | int | list[str]) -> forms.Form:
    """The form with these answers, by the last part of their pointers."""
    now = forms.start(errand().definition, PREFILLED, LOCKED, TODAY)
    for name, value in answers.items():
        given = list[str | int](value) if isinstance(value, list) else value
        now = forms.answer(now, f"/{name}", given if not isinstance(given, list) else [*given])
    return now


def filled() -> forms.Form:
    return form(purpose="private", kind="extended", extras=["maritalStatus", "nationality"], copies=2)


def _scenes() -> list[tuple[str, st.Scene]]:
    known, way, whole = catalogue(), errand(), application()
    plain = replace(way, service=replace(way.service, required_level=Level.NORMAL))
    anybody = replace(way, service=replace(way.service, required_level=Level.NONE))
    of_account = replace(whole, session=replace(CITIZEN, account_mode=AccountMode.EXISTING))
    paid = Outcome(way, CITIZEN, Submission("MB-2026-004711", "rcp_1", None), QUOTE, AT_CASH_DESK)
    free = Outcome(way, CITIZEN, Submission("MB-2026-004712", "rcp_2", "doc_2"), FREE, NOTHING_DUE)
    known_one = replace(free, session=of_account.session)
    later = Outcome(way, CITIZEN, Submission("MB-2026-004713", "rcp_3", None), FREE, NOTHING_DUE)
    billed = Outcome(
        way, CITIZEN, Submission("MB-2026-004714", "rcp_4", None, pay_by=date(2026, 12, 7)), QUOTE, BY_INVOICE
    )
    brief = form(purpose="pension", kind="simple", copies=1)
    nobody: frozenset[AccessRight] = frozenset()

    def step(
        name: str, filled_in: forms.Form, *, checked: bool = False, reviewing: bool = False
    ) -> st.FillIn:
        return st.FillIn(whole, filled_in, name, checked=checked, reviewing=reviewing)

    return [
        ("Preparing", st.Preparing()),
        ("Closed", st.Closed(Failure.BACKEND_UNREACHABLE)),
        ("CardForgotten", st.CardForgotten(known)),
        ("Start", st.Start(known)),
        ("ChooseTopic", st.ChooseTopic(known)),
        *door_samples.scenes(known, way),
        *door_samples.with_card(way, SIGN_IN),
        ("ChooseService", st.ChooseService(known, known.topics[0])),
        ("OpeningService", st.OpeningService(known, known.topics[0], known.services[0])),
        ("AboutService", st.AboutService(way)),
        ("ChooseSignIn", si.ChooseSignIn(way)),
        ("ChooseSignIn-normal", si.ChooseSignIn(plain)),
        ("ChooseSignIn-without", si.ChooseSignIn(anybody)),
        ("EnterPassword", si.EnterPassword(way, "", rejected=False)),
        ("EnterPassword-rejected", si.EnterPassword(way, "h.beispiel@example.org", rejected=True)),
        ("CheckingPassword", si.CheckingPassword(way, "h.beispiel@example.org")),
        ("ChooseFactor", si.ChooseFactor(way, SECOND)),
        ("SendingCode", si.SendingCode(way, SECOND, SMS)),
        ("EnterCode", si.EnterCode(way, SECOND, SMS, si.FirstTry())),
        ("EnterCode-app", si.EnterCode(way, SECOND, TOTP, si.FirstTry())),
        ("EnterCode-rejected", si.EnterCode(way, SECOND, TOTP, si.WrongBefore(2))),
        ("EnterCode-recovery", si.EnterCode(way, SECOND, RECOVERY, si.FirstTry())),
        ("CheckingCode", si.CheckingCode(way, SECOND, TOTP)),
        ("StepUp", si.StepUp(way, BY_PASSWORD)),
        ("PlaceCard", st.PlaceCard(way)),
        ("Connecting", st.Connecting(way)),
        ("WhoAsks", st.WhoAsks(way, SIGN_IN, nobody)),
        ("WhoAsks-given", st.WhoAsks(way, SIGN_IN, frozenset({AccessRight.DOCTORAL_DEGREE}))),
        ("EnterPin", st.EnterPin(way, SIGN_IN, nobody, attempts_left=3, rejected=False)),
        ("EnterPin-two", st.EnterPin(way, SIGN_IN, nobody, attempts_left=2, rejected=False)),
        ("EnterPin-rejected", st.EnterPin(way, SIGN_IN, nobody, attempts_left=2, rejected=True)),
        ("TypeOnReader", si.TypeOnReader(way, ON_READER, nobody, attempts_left=3, rejected=False)),
        ("TypeOnReader-rejected", si.TypeOnReader(way, ON_READER, nobody, attempts_left=2, rejected=True)),
        ("SigningIn", st.SigningIn(way, SIGN_IN, nobody, 3, Progress.READING)),
        ("LinkAccount", si.LinkAccount(way)),
        ("OpeningAccount", si.OpeningAccount(way)),
        ("OpeningSession", si.OpeningSession(anybody)),
        *own_samples.scenes(plain, CITIZEN),
        ("OpeningApplication", st.OpeningApplication(way, CITIZEN)),
        ("OpeningApplication-nobody", st.OpeningApplication(anybody, NOBODYS)),
        ("FillIn-purpose", step("purpose", form(purpose="pension"))),
        ("FillIn-purpose-missing", step("purpose", form(), checked=True)),
        ("FillIn-authority", step("authority", form(purpose="authority", authority="Amtsgericht Bochum"))),
        ("FillIn-authority-short", step("authority", form(purpose="authority", authority="A"), checked=True)),
        ("FillIn-kind", step("kind", form(purpose="private", kind="simple"))),
        ("FillIn-extras", step("extras", filled())),
        ("FillIn-extras-missing", step("extras", form(purpose="private", kind="extended"), checked=True)),
        ("FillIn-copies", step("copies", filled(), reviewing=True)),
        *widget_samples.scenes(whole, TODAY),
        *evidence.file_scenes(whole, filled(), SOMEBODY).items(),
        *evidence.appointment_scenes(whole, filled(), QUOTE, SOMEBODY).items(),
        ("Pricing", st.Pricing(whole, filled())),
        ("Review", st.Review(whole, filled(), QUOTE, declared=False)),
        ("ChooseDelivery", bring.ChooseDelivery(of_account, filled(), QUOTE, declared=False)),
        ("Review-account", st.Review(of_account, filled(), QUOTE, declared=False)),
        ("Review-declared", st.Review(whole, brief, FREE, declared=True)),
        *paying_samples.scenes(Due(application(), filled(), QUOTE)),
        ("Sending", st.Sending(whole, filled(), QUOTE, AT_CASH_DESK)),
        ("TakeCard", st.TakeCard(paid)),
        ("Printing", st.Printing(paid)),
        ("Done", st.Done(free, Printed())),
        ("Done-appointment", st.Done(replace(later, time=BookedTime(evidence.appointment())), Printed())),
        ("Done-account", st.Done(known_one, Printed())),
        ("Done-receipt", st.Done(known_one, Printed(), Printed())),
        ("Done-receipt-jam", st.Done(free, Printed(), NotPrinted(Failure.PRINTER_JAM))),
        ("Done-mailbox", st.Done(known_one, Printed(), InMailbox())),
        (
            "ReceiptOnPhone",
            st.ReceiptOnPhone(
                st.Done(free, Printed()),
                "https://id.bochum.example/beleg/a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V",
            ),
        ),
        ("Done-billed", st.Done(billed, Printed())),
        ("Done-slip", st.Done(paid, Printed())),
        ("Done-saved", st.Done(free, SavedTo("/var/spool/kiosk", "Meldebescheinigung.pdf"))),
        ("Done-saved-slip", st.Done(paid, SavedTo("/var/spool/kiosk", "Zettel-fuer-die-Kasse.pdf"))),
        ("Done-jam", st.Done(paid, NotPrinted(Failure.PRINTER_JAM))),
        ("Done-empty", st.Done(free, NotPrinted(Failure.PRINTER_EMPTY))),
        ("Done-unreachable", st.Done(free, NotPrinted(Failure.BACKEND_UNREACHABLE))),
        ("Done-later", st.Done(later, Printed())),
        ("Goodbye", st.Goodbye(card_on_reader=False)),
        ("Goodbye-paper", st.Goodbye(card_on_reader=False, paper_printed=True)),
        ("Goodbye-card", st.Goodbye(card_on_reader=True)),
        *(
            (f"Failed-{failure.value}", st.Failed(failure, _again(failure, way, whole)))
            for failure in Failure
        ),
        (
            "Failed-KA-13-signed-in",
            st.Failed(Failure.CARD_REFUSED, StaySignedIn(replace(way, caller=SignedInAs(BY_PASSWORD)))),
        ),
    ]


def _again(failure: Failure, way: Errand, whole: Application) -> st.Again:
    """A plausible way on after each failure."""
    if failure.value.startswith(("KA", "EI", "PI")):
        return after(failure, way)
    if failure is Failure.SIGN_IN_OVER:
        return st.PasswordAgain(way, SECOND.user_name)
    if failure.value.startswith("SC"):
        return st.FilesAgain(fs.Scanning(evidence.place(whole, filled(), evidence.LETTER_STEP), ()))
    if failure.value.startswith("AN"):
        return st.SignInAgain(way)
    if failure in (Failure.BACKEND_UNREADABLE, Failure.BACKEND_UNTRUSTED):
        return st.OpenServiceAgain(way.catalogue, way.topic, way.service)
    if failure is Failure.BACKEND_REFUSED:
        return st.PriceAgain(whole, filled())
    if failure is Failure.BACKEND_UNREACHABLE:
        return st.SendAgain(whole, filled(), QUOTE, AT_CASH_DESK)
    return st.StartOver()


def _services() -> st.ChooseService:
    return st.ChooseService(catalogue(), catalogue().topics[0])


OVERLAYS: tuple[st.Overlay, ...] = (
    st.CallingHelp(),
    st.HelpComes(),
    st.HelpNotReached(),
    st.LanguageChoice(),
    st.DisplayChoice(),
    st.PinHelp(),
    st.LeaveQuestion(),
    st.StillThere(seconds_left=45),
    st.PutCardBack(),
)

_WITH_CARD = (st.Start, st.ChooseTopic, st.ChooseService, st.AboutService, si.ChooseSignIn, st.PlaceCard)


def samples(preferences: Preferences | None = None) -> tuple[Sample, ...]:
    """Every scene, then every overlay over a scene it may cover."""
    wishes = preferences or Preferences()
    empty = EmptyReader("Reader")
    card = CardPresent("Reader", b"")
    found: list[Sample] = []
    for name, scene in _scenes():
        reader = empty if isinstance(scene, _WITH_CARD) else card
        number = f"{len(found) + 1:02}"
        found.append(Sample(f"{number}-{name}", st.Visit(wishes, reader, scene, st.NothingOver())))
    for scene in (st.Start(catalogue()), st.ChooseTopic(catalogue()), _services(), st.AboutService(errand())):
        name = f"{len(found) + 1:02}-{type(scene).__name__}-closed"
        closed = st.CityClosed(Failure.BACKEND_UNREACHABLE)
        found.append(Sample(name, st.Visit(wishes, empty, scene, st.NothingOver(), closed)))
    for name, scene in _scenes():
        if name in ("AboutService", "Review"):
            reader = empty if isinstance(scene, st.AboutService) else card
            paper = NoPaper(Failure.PRINTER_EMPTY)
            number = f"{len(found) + 1:02}"
            found.append(Sample(f"{number}-{name}-no-paper", st.Visit(wishes, reader, scene, paper=paper)))
    beneath = st.FillIn(application(), form(purpose="pension"), "purpose", checked=False, reviewing=False)
    below = st.Visit(wishes, card, beneath, st.NothingOver())
    for overlay in OVERLAYS:
        number = f"{len(found) + 1:02}"
        reader = empty if isinstance(overlay, st.PutCardBack) else card
        covered = replace(below, reader=reader, overlay=overlay)
        found.append(Sample(f"{number}-{type(overlay).__name__}", covered))
    return tuple(found)
