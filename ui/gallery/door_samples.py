"""Samples of the front doors: a city with all three, another authority's portal, something to read, a PIN."""

from dataclasses import replace

from cardreader.pin_on_pad import Pad
from kiosk.bochum_id.values import (
    Catalogue,
    Destination,
    Keywords,
    Level,
    LocalisedText,
    ServiceSummary,
    Topic,
)
from kiosk.services.beyond_form import External, Section
from kiosk.services.definition import KioskMode, Pictured
from kiosk.session import door_states as door
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.delivery import NotPrinted, Printed, SavedTo
from kiosk.session.errand import BY_DOOR, ByDetour, Errand, SignIn
from kiosk.session.failure import Failure
from kiosk.session.pin_values import CardNumber, CardTrouble, PadWord, PinWish


def _said(de: str, en: str) -> LocalisedText:
    return LocalisedText.of({"de": de, "en": en})


def with_doors(catalogue: Catalogue) -> Catalogue:
    """Give a catalogue with a service behind each door, and enough to search in."""
    like = catalogue.services[0]

    def service(
        name: str, icon: str, title: LocalisedText, summary: LocalisedText, *words: str, **more: Destination
    ) -> ServiceSummary:
        return replace(
            like,
            id=f"svc_sample_{name}",
            icon=icon,
            title=title,
            summary=summary,
            required_level=Level.NONE,
            keywords=Keywords((("de", words), ("tr", ("ikamet",)))),
            destination=more.get("to"),
        )

    pin, times, account = Destination.PIN_FIRST_AID, Destination.APPOINTMENTS, Destination.ACCOUNT
    new = (
        service(
            "pin",
            "pin",
            _said("PIN-Hilfe", "PIN help"),
            _said("PIN setzen, ändern, finden.", "Set, change or find your PIN."),
            "PIN",
            to=pin,
        ),
        service(
            "times",
            "cal",
            _said("Termin", "Appointment"),
            _said("Buchen oder anmelden.", "Book, or check in."),
            "Termin",
            to=times,
        ),
        service(
            "account",
            "me",
            _said("Mein Konto", "My account"),
            _said("Post und Anträge.", "Mail and applications."),
            "Postfach",
            to=account,
        ),
        service(
            "lost",
            "lost",
            _said("Ausweis verloren", "Lost identity card"),
            _said("Sofort sperren lassen: 116 116.", "Have it blocked at once: 116 116."),
            "Perso weg",
        ),
        service(
            "card",
            "idcard",
            _said("Personalausweis", "Identity card"),
            _said("Antrag vorbereiten und Termin buchen.", "Prepare it, and book an appointment."),
            "Perso",
            "Ausweis",
        ),
    )
    topics = (
        *catalogue.topics[:3],
        Topic("sample_card", _said("Ausweis und Pass", "Identity card and passport"), "idcard", (new[4].id,)),
        Topic("sample_car", _said("Auto und Parken", "Car and parking"), "car", (new[3].id,)),
        Topic("sample_dog", _said("Hund anmelden", "Your dog"), "dog", (new[3].id,)),
    )
    others = tuple(each for each in catalogue.services if each.destination is None)
    return replace(catalogue, topics=topics, services=(*others, *new))


def external(errand: Errand) -> Errand:
    """Give an errand that another authority's portal goes on with."""
    portal = _said(
        "Online-Portal des Bundesamts für Justiz", "Online portal of the Federal Office of Justice"
    )
    url = "https://www.fuehrungszeugnis.bund.de/"
    definition = replace(
        errand.definition,
        title=_said("Führungszeugnis", "Certificate of conduct"),
        office=_said("Bundesamt für Justiz", "Federal Office of Justice"),
        kiosk_mode=KioskMode.EXTERNAL,
        external=External(url, portal, "www.fuehrungszeugnis.bund.de"),
        required_level=Level.NONE,
        bring=(Pictured("phone", _said("Ihr Telefon", "Your phone"), None),),
    )
    return replace(errand, definition=definition)


def informing(errand: Errand) -> Errand:
    """Give an errand to something that can only be read."""
    sections = (
        Section(
            "phone",
            _said("1. Rufen Sie den Sperr-Notruf an", "1. Call the blocking hotline"),
            _said(
                "Tag und Nacht. Das Sperrkennwort steht im PIN-Brief.", "Day and night, with your password."
            ),
            "116 116",
        ),
        Section(
            "shield",
            _said("2. Gestohlen? Gehen Sie zur Polizei", "2. Stolen? Go to the police"),
            _said("Die Polizei sucht dann auch nach der Karte.", "The police then look for it as well."),
            "",
        ),
        Section(
            "cal",
            _said("3. Melden Sie den Verlust hier", "3. Report the loss here"),
            _said("Dann gibt es einen neuen Ausweis.", "Then you get a new card."),
            "",
        ),
    )
    definition = replace(
        errand.definition,
        title=_said("Ausweis verloren", "Lost identity card"),
        summary=_said("Ausweis weg? Das ist jetzt zu tun.", "Card gone? This is what to do now."),
        about=_said("Drei Schritte, damit niemand ihn benutzt.", "Three steps so that nobody uses it."),
        kiosk_mode=KioskMode.INFO_ONLY,
        information=sections,
        required_level=Level.NONE,
        bring=(),
    )
    return replace(errand, definition=definition)


def pin_aid(errand: Errand) -> Errand:
    """Give an errand through the door of PIN first aid."""
    definition = replace(
        errand.definition,
        title=_said("PIN-Hilfe", "PIN help"),
        kiosk_mode=KioskMode.LOCAL_ONLY,
        destination=Destination.PIN_FIRST_AID,
        required_level=Level.NONE,
    )
    return replace(errand, definition=definition, way=BY_DOOR)


def scenes(catalogue: Catalogue, errand: Errand) -> list[tuple[str, st.Scene]]:
    """Give every scene of the doors by its name."""
    city, outside, read, pin = with_doors(catalogue), external(errand), informing(errand), pin_aid(errand)
    closed = replace(
        errand.service, is_open=False, closed_because=_said("Ab Montag wieder.", "From Monday on again.")
    )
    return [
        ("ChooseTopic-doors", st.ChooseTopic(city)),
        ("FindService", door.FindService(city, "")),
        ("FindService-found", door.FindService(city, "perso")),
        ("FindService-nothing", door.FindService(city, "xqxqxq")),
        ("AboutService-elsewhere", st.AboutService(outside)),
        ("AboutService-closed-now", st.AboutService(replace(errand, service=closed))),
        ("HandOver", door.HandOver(outside)),
        ("HandOver-printed", door.HandOver(outside, Printed())),
        ("Information", door.Information(read)),
        ("Information-saved", door.Information(read, SavedTo("/var/spool/kiosk", "Zettel.pdf"))),
        ("PinFirstAid", door.PinFirstAid(pin)),
        ("PinAdvice-own", door.PinAdvice(pin, door.PinAtHand.OWN)),
        ("PinAdvice-letter", door.PinAdvice(pin, door.PinAtHand.LETTER, Printed())),
        ("PinAdvice-nothing", door.PinAdvice(pin, door.PinAtHand.NOTHING, NotPrinted(Failure.PRINTER_EMPTY))),
    ]


def _typed(
    resuming: pin.Resuming, number: CardNumber, attempts_left: int, word: PadWord = PadWord.FIRST
) -> pin.TypeNumberOnReader:
    match resuming:
        case pin.PinTask():
            resuming = replace(resuming, pad=Pad.FULL)
        case pin.ForSignIn(sign_in=sign_in):
            resuming = replace(resuming, sign_in=replace(sign_in, attempts_left=1, pin_on_reader=True))
    return pin.TypeNumberOnReader(resuming, number, attempts_left, word)


def with_card(errand: Errand, sign_in: SignIn) -> list[tuple[str, st.Scene]]:
    """Give every scene of PIN first aid with the card, and of the last attempt, by its name."""
    aid, at = pin_aid(errand), pin.ForSignIn(errand, sign_in, frozenset())
    waiting = replace(aid, way=ByDetour(errand))
    own, letter = pin.PinTask(aid, PinWish.CHECK), pin.PinTask(aid, PinWish.SET)
    change, blocked = pin.PinTask(aid, PinWish.CHANGE), pin.PinTask(aid, PinWish.UNBLOCK)
    return [
        ("ChoosePinWish", pin.ChoosePinWish(aid)),
        ("LayCard", pin.LayCard(own)),
        ("LookingAtCard", pin.LookingAtCard(own)),
        ("LookingAtCard-blocked", pin.LookingAtCard(blocked)),
        ("EnterCardPin", pin.EnterCardPin(own, 3, rejected=False)),
        ("EnterCardPin-letter", pin.EnterCardPin(letter, 3, rejected=False)),
        ("EnterCardPin-rejected", pin.EnterCardPin(change, 2, rejected=True)),
        ("EnterCardPin-last", pin.EnterCardPin(letter, 1, rejected=False)),
        ("EnterCan", pin.EnterCan(own, rejected=False)),
        ("EnterCan-sign-in", pin.EnterCan(at, rejected=True)),
        ("EnterPuk", pin.EnterPuk(blocked, rejected=False)),
        ("EnterPuk-rejected", pin.EnterPuk(blocked, rejected=True)),
        ("ChooseNewPin", pin.ChooseNewPin(letter)),
        ("TypeNumberOnReader", _typed(own, CardNumber.PIN, 3)),
        ("TypeNumberOnReader-rejected", _typed(change, CardNumber.PIN, 2, PadWord.WRONG)),
        ("TypeNumberOnReader-last", _typed(change, CardNumber.PIN, 1)),
        ("TypeNumberOnReader-letter", _typed(letter, CardNumber.PIN, 2, PadWord.WRONG)),
        ("TypeNumberOnReader-can-sign-in", _typed(at, CardNumber.CAN, 1)),
        ("TypeNumberOnReader-can", _typed(own, CardNumber.CAN, 1, PadWord.WRONG)),
        ("TypeNumberOnReader-puk", _typed(blocked, CardNumber.PUK, 0)),
        ("TypeNumberOnReader-puk-rejected", _typed(blocked, CardNumber.PUK, 0, PadWord.WRONG)),
        ("TypeNumberOnReader-new", _typed(letter, CardNumber.NEW_PIN, 3)),
        ("TypeNumberOnReader-new-different", _typed(change, CardNumber.NEW_PIN, 3, PadWord.DIFFERENT)),
        ("TypeNumberOnReader-new-length", _typed(change, CardNumber.NEW_PIN, 3, PadWord.LENGTH)),
        ("CheckingNumber", pin.CheckingNumber(change, CardNumber.PIN)),
        ("CheckingNumber-own", pin.CheckingNumber(own, CardNumber.PIN)),
        ("CheckingNumber-can", pin.CheckingNumber(own, CardNumber.CAN)),
        ("CheckingNumber-puk", pin.CheckingNumber(blocked, CardNumber.PUK)),
        ("CheckingNumber-new", pin.CheckingNumber(letter, CardNumber.NEW_PIN)),
        ("CheckingNumber-sign-in", pin.CheckingNumber(at, CardNumber.CAN)),
        ("PinMended", pin.PinMended(own)),
        ("PinMended-waiting", pin.PinMended(pin.PinTask(waiting, PinWish.SET))),
        ("PinMended-unblocked", pin.PinMended(blocked)),
        ("ChooseCard", pin.ChooseCard(aid)),
        *((f"CardAdvice-{each.value}", pin.CardAdvice(aid, each)) for each in CardTrouble),
    ]
