"""A second person signs with their own card, under the answers as they stand (contract section 5)."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.bochum_id.access import TerminalAccess
from kiosk.bochum_id.citizen_access import CitizenAccess
from kiosk.bochum_id.login import hand_in, read_attempt
from kiosk.bochum_id.transport import Answer, Transport
from kiosk.bochum_id.values import Draft, LoginAttempt


@dataclass(frozen=True, slots=True)
class Cosignature:
    """Who signed as the second person, and when."""

    name: str = field(repr=False)
    signed_at: datetime


class Cosignatures:
    """Signatures under the drafts of whoever is signed in; the second person is signed in nowhere."""

    def __init__(self, transport: Transport, terminal: TerminalAccess, citizen: CitizenAccess) -> None:
        self._transport = transport
        self._terminal = terminal
        self._citizen = citizen

    def begin(self, draft: Draft) -> LoginAttempt:
        """Ask for another person's card; Refused not-ready while the draft is incomplete."""
        path = f"/v1/applications/{draft.id}/cosignatures"

        def read(answer: Answer) -> LoginAttempt:
            return read_attempt(answer.json(), "", self._citizen.key, steps_up=False)

        return self._citizen.do_once(f"cosign {draft.id} {draft.etag}", path, lambda: b"", read)

    def finish(self, attempt: LoginAttempt, refresh_url: str) -> Cosignature:
        """Hand in where the eID client ended; Refused same-person when it was the first person's card.

        The draft has another version from then on: reopen it before it is sent.
        """
        signed = hand_in(self._transport, self._terminal, attempt, refresh_url).member("cosignature")
        return Cosignature(signed.member("name").text(), signed.member("signedAt").moment())
