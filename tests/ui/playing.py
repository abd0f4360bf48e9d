"""A visit that really takes place: what fingers do goes through `step` and back to the screen."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from kiosk.services import form as forms
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.step import step
from ui.app import App, Settings
from ui.gallery.render import Studio


class Play(Studio):
    """A studio with a visit behind it; `events` are those that the screen dispatched, each once."""

    visit: st.Visit

    def start(self, visit: st.Visit) -> None:
        self.visit = visit
        self.app.show(visit)
        self.settle()

    def dispatch(self, event: ev.Event) -> None:
        self.events.append(event)
        before = self.visit
        self.visit = step(before, event).visit
        if self.visit.scene is not before.scene or self.visit != before:
            self.app.show(self.visit)

    def form(self) -> forms.Form:
        """The form on the screen."""
        assert isinstance(self.visit.scene, st.FillIn | st.Review)
        return self.visit.scene.form

    def contents(self) -> dict[str, object]:
        return dict(forms.contents(self.form()))


@contextmanager
def open_play(size: tuple[int, int]) -> Iterator[Play]:
    """A play that fails the test when Qt complained."""
    complaints: list[str] = []

    def complain(level: int, text: str) -> None:
        if level >= logging.WARNING:
            complaints.append(text)

    plays: list[Play] = []

    def dispatch(event: ev.Event) -> None:
        plays[0].dispatch(event)

    app = App(
        dispatch,
        Settings(full_screen=False, size=size, motion=False),
        messages_to=complain,
    )
    plays.append(Play(app, [], complaints))
    try:
        yield plays[0]
    finally:
        app.close()
    assert not complaints, "\n".join(complaints)


def with_form(visit: st.Visit, form: forms.Form, step_id: str) -> st.Visit:
    """The same visit, with another form on the screen."""
    assert isinstance(visit.scene, st.FillIn)
    return replace(visit, scene=replace(visit.scene, form=form, step_id=step_id))
