"""An application's timeline: every move from state to state, who made it, and in which words."""

from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sandbox.bochum_id.application_states import Actor, State, may_move
from sandbox.bochum_id.backend import Backend
from sandbox.bochum_id.problem_codes import Code
from sandbox.bochum_id.problems import ProblemError
from sandbox.bochum_id.tables import Application, ApplicationEvent

type Texts = dict[str, str]
"""Words by language; German is always there."""

_WORDS: Final[dict[State, Texts]] = {
    State.DRAFT: {"de": "Sie haben angefangen.", "en": "You have begun."},
    State.AWAITING_PAYMENT: {
        "de": "Der Antrag ist da. Er wartet auf die Bezahlung.",
        "en": "The application is here. It waits for the payment.",
    },
    State.SUBMITTED: {"de": "Sie haben den Antrag gesendet.", "en": "You have sent the application."},
    State.RECEIVED: {"de": "Der Antrag ist beim Amt angekommen.", "en": "The office has the application."},
    State.PROCESSING: {"de": "Das Amt bearbeitet den Antrag.", "en": "The office works on it."},
    State.ACTION_REQUIRED: {"de": "Das Amt braucht etwas von Ihnen.", "en": "The office needs something."},
    State.COMPLETED: {"de": "Der Antrag ist erledigt.", "en": "The application is done."},
    State.REJECTED: {"de": "Der Antrag wurde abgelehnt.", "en": "The application was rejected."},
    State.WITHDRAWN: {"de": "Sie haben den Antrag zurückgezogen.", "en": "You have withdrawn it."},
    State.EXPIRED: {"de": "Die Zeit dafür ist abgelaufen.", "en": "Its time has run out."},
}


def note_down(
    db: Session,
    backend: Backend,
    application: Application,
    actor: Actor,
    words: Texts | None = None,
    at: datetime | None = None,
) -> None:
    """Add an entry about the state as it is now. The caller holds the owner's lock."""
    last = select(func.max(ApplicationEvent.position)).where(
        ApplicationEvent.application_id == application.id
    )
    position = (db.scalar(last) or 0) + 1
    db.add(entry(application, position, actor, at or backend.clock.now(), words))
    db.flush()


def entry(
    application: Application, position: int, actor: Actor, at: datetime, words: Texts | None = None
) -> ApplicationEvent:
    """Write one entry about the state as it is now."""
    state = State(application.state)
    return ApplicationEvent(
        application_id=application.id,
        position=position,
        at=at,
        state=state,
        text=dict(words or _WORDS[state]),
        actor=actor,
    )


def move_on(
    db: Session,
    backend: Backend,
    application: Application,
    after: State,
    actor: Actor,
    words: Texts | None = None,
    at: datetime | None = None,
) -> None:
    """Move an application to another state and write it down; application-state if it may not."""
    if not may_move(State(application.state), after, actor):
        raise ProblemError(Code.APPLICATION_STATE, extensions={"state": application.state})
    application.state = after
    application.version += 1
    application.changed_at = at or backend.clock.now()
    note_down(db, backend, application, actor, words, at)


def events_of(db: Session, application_id: str) -> list[ApplicationEvent]:
    """List the timeline, the first entry first."""
    events = select(ApplicationEvent).where(ApplicationEvent.application_id == application_id)
    return list(db.scalars(events.order_by(ApplicationEvent.position)))
