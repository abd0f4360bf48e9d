"""Draws the visit as Mermaid state diagrams, by stepping every sample scene with every sample event."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kiosk.session import appointment_states as ap
from kiosk.session import bringing as bring
from kiosk.session import door_states as door
from kiosk.session import events as ev
from kiosk.session import file_states as fs
from kiosk.session import own_states as own
from kiosk.session import payment_states as pay
from kiosk.session import pin_states as pin
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.step import step
from tests import samples
from tests.unions import members

BEGIN, END = "<!-- diagram:begin -->", "<!-- diagram:end -->"

PARTS: dict[str, tuple[type[st.Scene], ...]] = {
    "nobody is here yet": (st.Preparing, st.Closed, st.CardForgotten, st.Start),
    "choosing": (
        st.ChooseTopic,
        door.FindService,
        st.ChooseService,
        st.OpeningService,
        st.AboutService,
        door.HandOver,
        door.Information,
        door.PinFirstAid,
        door.PinAdvice,
    ),
    "PIN first aid with the card": pin.PIN_SCENES,
    "signing in": (
        si.ChooseSignIn,
        si.EnterPassword,
        si.CheckingPassword,
        si.ChooseFactor,
        si.SendingCode,
        si.EnterCode,
        si.CheckingCode,
        si.StepUp,
        st.PlaceCard,
        st.Connecting,
        st.WhoAsks,
        st.EnterPin,
        si.TypeOnReader,
        st.SigningIn,
        si.LinkAccount,
        si.OpeningAccount,
        si.OpeningSession,
    ),
    "applying": (st.OpeningApplication, st.FillIn, st.Pricing, st.Review, bring.ChooseDelivery),
    "attaching papers": fs.FILE_SCENES,
    "appointments": ap.APPOINTMENT_SCENES,
    "paying and sending": (
        ap.KeepingTime,
        pay.FindingWaysToPay,
        pay.ChoosePayment,
        pay.PayingByCard,
        pay.OpeningPayPage,
        pay.PayByPhone,
        pay.NotPaid,
        pay.PaymentUnclear,
        pay.CheckingPayment,
        st.Sending,
        pay.GivingMoneyBack,
        pay.MoneyBack,
    ),
    "for whom": (own.ChooseCapacity,),
    "one's own things": (
        own.LookingUp,
        own.Account,
        own.MyMailbox,
        own.ReadMessage,
        own.WriteReply,
        own.MyApplications,
        own.ApplicationStatus,
        own.MyAppointments,
        own.MyActivity,
        own.MyData,
        own.ChangeContact,
        own.AskFirst,
        own.AccountEnds,
    ),
    "the end": (st.TakeCard, st.Printing, st.Done, st.ReceiptOnPhone, st.Goodbye),
    "what can go wrong": (st.Failed,),
}
"""Every scene in the order of the way."""

BUSY: tuple[type[st.Scene], ...] = (
    *members(fs.WaitingForFiles),
    *members(ap.WaitingForAppointments),
    ap.KeepingTime,
    st.Preparing,
    st.OpeningService,
    si.CheckingPassword,
    si.SendingCode,
    si.CheckingCode,
    st.Connecting,
    si.TypeOnReader,
    st.SigningIn,
    si.OpeningAccount,
    si.OpeningSession,
    st.OpeningApplication,
    st.Pricing,
    pay.FindingWaysToPay,
    pay.PayingByCard,
    pay.OpeningPayPage,
    pay.PayByPhone,
    pay.CheckingPayment,
    pay.GivingMoneyBack,
    st.Sending,
    st.Printing,
    pin.LookingAtCard,
    pin.TypeNumberOnReader,
    pin.CheckingNumber,
    own.LookingUp,
)

FAILED = st.Failed.__name__

SHARED = (ev.EndAsked, ev.EndConfirmed, ev.SilenceTold, ev.SilenceOver, ev.EffectCrashed)
"""What leads every scene to the same place."""


@cache
def edges() -> dict[tuple[str, str], list[str]]:
    """From scene to scene, by the names of which events; in the order of the way."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for before in _situations():
        for event in samples.events():
            reached = step(before, event).visit
            way, name = (_name(before), _name(reached)), type(event).__name__
            if way[0] != way[1] and not isinstance(event, SHARED) and name not in found[way]:
                found[way].append(name)
    order = [scene.__name__ for part in PARTS.values() for scene in part]
    ways = sorted((way for way in found if found[way]), key=lambda way: [order.index(name) for name in way])
    return {way: found[way] for way in ways}


def _situations() -> Iterator[st.Visit]:
    for scene in samples.SCENES.values():
        for reader in samples.READERS:
            yield samples.visit(scene, reader=reader)


def _name(visit: st.Visit) -> str:
    return type(visit.scene).__name__


def the_way() -> str:
    """Everything but failures, as Mermaid source."""
    drawn = {way: events for way, events in edges().items() if FAILED not in way}
    lines = ["stateDiagram-v2", "    [*] --> Preparing"]
    for part, scenes in PARTS.items():
        names = {scene.__name__ for scene in scenes}
        arrows = [_arrow(way, events) for way, events in drawn.items() if way[0] in names]
        if arrows:
            lines += ["", f"    %% {part}", *arrows]
    lines += [
        "    Goodbye --> [*]",
        "",
        "    classDef busy stroke-dasharray: 5 5",
        f"    class {','.join(scene.__name__ for scene in BUSY)} busy",
    ]
    return "\n".join(lines)


def failures() -> str:
    """Where things go wrong and how they go on, as Mermaid source."""
    lines = ["stateDiagram-v2", "    direction LR"]
    lines += [_arrow(way, events) for way, events in edges().items() if FAILED in way]
    return "\n".join(lines)


def _arrow(way: tuple[str, str], events: list[str]) -> str:
    return f"    {way[0]} --> {way[1]}: {', '.join(events)}"


def section() -> str:
    """What stands between the markers, markers included."""
    return "\n".join(
        (
            BEGIN,
            "The way through a visit. Dashed: the terminal is at work, and the visitor waits.",
            "",
            f"```mermaid\n{the_way()}\n```",
            "",
            "Where it can go wrong and how it goes on; which of the ways are open depends on the failure.",
            "",
            f"```mermaid\n{failures()}\n```",
            END,
        )
    )


def replaced(document: str) -> str:
    """The document with the diagrams as they are now; ValueError where the markers are missing."""
    head, begin, rest = document.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the document needs the markers {BEGIN} and {END}, in this order")
    return head + section() + tail
