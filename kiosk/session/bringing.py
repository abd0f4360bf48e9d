"""How the result of an application reaches its visitor: the ways there are, and the one that is chosen."""

from dataclasses import dataclass, field

from kiosk.bochum_id.values import AccountMode, CitizenSession, Quote
from kiosk.services.form import Form
from kiosk.session.errand import Application

PRINT_HERE = "printHere"
MAILBOX = "mailbox"


@dataclass(frozen=True, slots=True)
class ChooseDelivery:
    """To be chosen: how the result comes; everything else is decided, and the review waits."""

    application: Application
    form: Form = field(repr=False)
    quote: Quote = field(repr=False)
    declared: bool


@dataclass(frozen=True, slots=True)
class DeliveryAsked:
    """The visitor wants the result in another way."""


@dataclass(frozen=True, slots=True)
class DeliveryChosen:
    channel: str


def channels(form: Form, session: CitizenSession) -> tuple[str, ...]:
    """List the ways the service offers this visitor; only who has an account has a mailbox.

    Where the service knows no other, its own ways stand as they are: the city says what becomes of it.
    """
    offered = form.definition.delivery_channels
    if session.account_mode is not AccountMode.TRANSIENT:
        return offered
    return tuple(each for each in offered if each != MAILBOX) or offered


def channel_of(form: Form, session: CitizenSession) -> str:
    """Give the chosen way; before anything is chosen the service's usual one, or the first there is."""
    possible, usual = channels(form, session), form.definition.default_delivery
    if form.evidence.channel in possible:
        return form.evidence.channel
    return usual if usual in possible or not possible else possible[0]
