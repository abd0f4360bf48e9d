"""Walking through a visit: step after step, and what would lead on from here."""

from collections.abc import Callable, Iterable

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.step import step
from tests import samples


def after(visit: st.Visit, *happened: ev.Event) -> st.Visit:
    """The visit after these events."""
    for event in happened:
        visit = step(visit, event).visit
    return visit


def effect(visit: st.Visit, event: ev.Event) -> do.Effect:
    """The one effect that `event` brings about."""
    (only,) = step(visit, event).effects
    return only


def productive(visit: st.Visit, among: Iterable[ev.Event] | None = None) -> list[ev.Event]:
    """The sample events that change anything now."""
    return [
        event
        for event in (samples.events() if among is None else among)
        if (following := step(visit, event)).visit is not visit or following.effects
    ]


def distance(visit: st.Visit, goal: Callable[[st.Visit], bool], longest: int) -> int | None:
    """How few sample events lead to `goal`; None when more than `longest` are needed."""
    seen = {_place(visit)}
    ring = [visit]
    for steps in range(longest + 1):
        if any(goal(each) for each in ring):
            return steps
        following = []
        for each in ring:
            for event in samples.events():
                reached = step(each, event).visit
                if _place(reached) not in seen:
                    seen.add(_place(reached))
                    following.append(reached)
        ring = following
    return None


def _place(visit: st.Visit) -> tuple[object, ...]:
    scene = visit.scene
    detail = type(scene.again) if isinstance(scene, st.Failed) else None
    declared = isinstance(scene, st.Review) and scene.declared
    return type(scene), detail, declared, type(visit.overlay), type(visit.reader)
