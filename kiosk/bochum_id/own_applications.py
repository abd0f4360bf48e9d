"""What the citizen has applied for: the list, what happened since, taking it back (contract section 5)."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from kiosk.bochum_id.once import Caller
from kiosk.bochum_id.paging import Page, read_page, with_query
from kiosk.bochum_id.reading import Part
from kiosk.bochum_id.transport import Answer, Call, json_bytes
from kiosk.bochum_id.values import Draft, JsonObject, LocalisedText

_PATH = "/v1/applications"


class ApplicationState(Enum):
    DRAFT = "draft"
    READY = "ready"
    AWAITING_PAYMENT = "awaitingPayment"
    SUBMITTED = "submitted"
    RECEIVED = "received"
    PROCESSING = "processing"
    ACTION_REQUIRED = "actionRequired"
    COMPLETED = "completed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ApplicationSummary:
    """A line of the list: nothing of the answers."""

    id: str
    state: ApplicationState
    service_id: str
    definition_version: int
    title: LocalisedText
    opened_at: datetime
    changed_at: datetime
    expires_at: datetime | None
    """Until when it can be gone on with; None once it is sent."""
    reference: str | None = field(repr=False)
    """To name it by; None before it is sent."""

    def now(self, state: ApplicationState) -> "ApplicationSummary":
        """Give the line of the same application after it moved on."""
        return replace(self, state=state)


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    time: datetime
    state: ApplicationState
    text: str = field(repr=False)
    actor: str
    """`system`, `authority` or `citizen`."""


class OwnApplications:
    """The applications of whoever is signed in."""

    def __init__(self, citizen: Caller) -> None:
        self._citizen = citizen

    def page(
        self, states: frozenset[ApplicationState] = frozenset(), cursor: str | None = None
    ) -> Page[ApplicationSummary]:
        """The latest first; only those in one of `states`, unless that is empty."""
        wanted = ",".join(sorted(state.value for state in states)) or None
        path = with_query(_PATH, state=wanted, cursor=cursor)
        return read_page(self._citizen.send(Call("GET", path)).json(), _summary)

    def timeline(self, application_id: str, language: str) -> tuple[TimelineEvent, ...]:
        """What happened to it, the first event first, in the visitor's language (BCP 47)."""
        headers = {"Accept-Language": language}
        part = self._citizen.send(Call("GET", f"{_PATH}/{application_id}/events", headers=headers)).json()
        return tuple(_event(item) for item in part.member("items").items())

    def drop(self, draft: Draft) -> None:
        """Delete a draft; Refused not-ready once it is sent: then it can be withdrawn."""
        call = Call("DELETE", f"{_PATH}/{draft.id}", headers={"If-Match": draft.etag})
        self._citizen.send(call)

    def withdraw(self, application_id: str, reason: str | None = None) -> ApplicationState:
        """Take back what was sent and is not decided; Refused application-state when it is too late."""
        body: JsonObject = {"reason": reason} if reason else {}
        path = f"{_PATH}/{application_id}/withdrawal"
        return self._citizen.do_once(f"withdraw {application_id}", path, lambda: json_bytes(body), _state)


def _state(answer: Answer) -> ApplicationState:
    return answer.json().member("state").one_of(ApplicationState)


def _summary(part: Part) -> ApplicationSummary:
    return ApplicationSummary(
        id=part.member("id").identifier(),
        state=part.member("state").one_of(ApplicationState),
        service_id=part.member("serviceId").identifier(),
        definition_version=part.member("definitionVersion").count(),
        title=part.member("title").localised(),
        opened_at=part.member("openedAt").moment(),
        changed_at=part.member("changedAt").moment(),
        expires_at=part.maybe("expiresAt", Part.moment),
        reference=part.maybe("reference", Part.text),
    )


def _event(part: Part) -> TimelineEvent:
    return TimelineEvent(
        time=part.member("time").moment(),
        state=part.member("state").one_of(ApplicationState),
        text=part.member("text").text(),
        actor=part.member("actor").text(),
    )
