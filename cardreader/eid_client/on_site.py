"""Reading on site with the CAN: a member of staff has the holder before them and compares the face.

TR-03110-2 3.2 lets a service with the right "CAN allowed" read without the PIN; the law (PAuswG § 18a) wants
the holder present, and somebody who compares the photograph. An unattended terminal must not do this, and it
does not: it never makes an `OnSiteReading`, and without one no run can be talked into it.
"""

from dataclasses import dataclass, field

from cardreader import card
from cardreader.card import NotAnIdCard
from cardreader.chat import AccessRight
from cardreader.eid_client.card_session import CardSession
from cardreader.eid_client.exchange import (
    AskCanAgain,
    AskOnSite,
    AuthorizationRequest,
    ConsentOnSite,
    Conversation,
    Progress,
    Refused,
    Report,
    ask,
    tell,
)
from cardreader.eid_client.outcome import EidAbort, EidFailure
from cardreader.eid_client.pin_entry import SecureCard
from cardreader.eid_client.rights import AskedRights
from cardreader.pace import PaceEstablished, PasswordId, pace


@dataclass(frozen=True, slots=True)
class OnSiteReading:
    """The explicit wish to read on site; whoever makes one answers for the comparison of the face.

    `staff` names that person, for the caller's own record; ValueError if nobody is named.
    """

    staff: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.staff.strip():
            raise ValueError("reading on site needs a member of staff who compares the face")


def find_card_on_site(session: CardSession) -> Conversation[card.IdCard]:
    """Connect to the card; its PIN may be in any state. EidAbort or CardError if it cannot be used."""
    yield from session.connect()
    found = yield from session.run(card.detect())
    if isinstance(found, NotAnIdCard):
        raise EidAbort(EidFailure.NOT_AN_ID_CARD)
    return found


def establish_channel_on_site(
    session: CardSession, id_card: card.IdCard, request: AuthorizationRequest, asked: AskedRights
) -> Conversation[SecureCard]:
    """Ask for the CAN until it is right, as cards do not count wrong ones; EidAbort when refused."""
    if AccessRight.CAN_ALLOWED not in asked.required:
        raise EidAbort(EidFailure.CERTIFICATE_INVALID)
    consent = _agreed((yield from ask(AskOnSite(request), ConsentOnSite, Refused)))
    try:
        while True:
            chat = asked.granted(consent.chosen_optional)
            yield from tell(Report(Progress.PIN))
            outcome = yield from session.run(
                pace(id_card.pace_info, PasswordId.CAN, consent.can, chat.to_bytes())
            )
            if isinstance(outcome, PaceEstablished):
                session.secure(outcome.keys)
                return SecureCard(outcome, chat)
            consent.can.wipe()
            consent = _agreed((yield from ask(AskCanAgain(), ConsentOnSite, Refused)))
    finally:
        consent.can.wipe()


def _agreed(answer: ConsentOnSite | Refused) -> ConsentOnSite:
    if isinstance(answer, Refused):
        raise EidAbort(EidFailure.CANCELLED)
    return answer
