"""The preview of a definition: an invented citizen, the real screens, a price, and the file as it is now."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kiosk.bochum_id.values import Money
from kiosk.services import form as forms
from kiosk.services.reading import parse_definition
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.preferences import Language, Preferences
from tests.samples import TODAY
from ui.app import Settings
from ui.preview.rehearsal import Rehearsal
from ui.preview.window import PreviewWindow

SERVICES = Path("resources/catalogue/services")
CERTIFICATE = SERVICES / "svc_meldebescheinigung.3.json"
ENGLISH = Preferences(Language.ENGLISH)


def rehearsal(file: Path) -> Rehearsal:
    return Rehearsal(parse_definition(file.read_bytes(), strict=True), TODAY)


@pytest.mark.parametrize("file", sorted(SERVICES.glob("*.json")), ids=lambda file: file.stem)
def test_every_shipped_service_can_be_rehearsed(file: Path) -> None:
    play = rehearsal(file)
    about = play.begin(ENGLISH)
    assert isinstance(about.scene, st.AboutService)
    begun = play.after(about, ev.Continue())
    assert begun.preferences == ENGLISH
    applied_for = play.definition.kiosk_mode.value in ("endToEnd", "submit", "prefillAppointment")
    assert (begun == about) is not applied_for


def test_from_what_it_is_about_to_its_price_and_back() -> None:
    play = rehearsal(CERTIFICATE)
    visit = play.after(play.begin(ENGLISH), ev.Continue())
    for answers in ({"/purpose": "private"}, {"/kind": "simple"}, {"/copies": 2}):
        assert isinstance(visit.scene, st.FillIn)
        for scope, value in answers.items():
            visit = play.after(visit, ev.Answered(scope, value))
        visit = play.after(visit, ev.Continue())
    assert isinstance(visit.scene, st.Review)
    assert visit.scene.quote.total == Money(1800)
    assert forms.contents(visit.scene.form)["applicant"] == {
        "familyName": "Beispiel",
        "givenNames": "Hannelore",
        "dateOfBirth": "1948-03-17",
        "address": "Kortumstraße 12, 44787 Bochum",
    }
    visit = play.after(play.after(visit, ev.Declared(accepted=True)), ev.Continue())
    assert isinstance(visit.scene, st.AboutService), "nothing is sent"


def test_steps_that_need_a_scanner_or_a_calendar_are_left_out() -> None:
    play = rehearsal(SERVICES / "svc_anmeldung.1.json")
    left_out = {"attachments", "appointment"}
    assert left_out & {step.kind.value for step in play.definition.steps}
    about = play.begin(ENGLISH)
    assert isinstance(about.scene, st.AboutService)
    assert not left_out & {step.kind.value for step in about.scene.errand.definition.steps}


def test_help_is_not_called_from_a_preview() -> None:
    play = rehearsal(CERTIFICATE)
    helped = play.after(play.begin(ENGLISH), ev.HelpAsked())
    assert isinstance(helped.overlay, st.HelpNotReached)


# ---------------------------------------------------------------- the window


@contextmanager
def opened(file: Path) -> Iterator[tuple[PreviewWindow, list[str]]]:
    said: list[str] = []
    complaints: list[str] = []

    def complain(level: int, text: str) -> None:
        if level >= logging.WARNING:
            complaints.append(text)

    settings = Settings(full_screen=False, size=(540, 960), motion=False)
    window = PreviewWindow(file, ENGLISH, TODAY, settings, said.append, messages_to=complain)
    try:
        yield window, said
    finally:
        window.app.close()
    assert not complaints


def written(folder: Path, **changes: Any) -> Path:
    file = folder / "service.json"
    file.write_text(json.dumps(json.loads(CERTIFICATE.read_bytes()) | changes), encoding="utf-8")
    return file


def title(window: PreviewWindow) -> str:
    scene = window.visit.scene
    assert isinstance(scene, st.AboutService)
    return scene.errand.definition.title.in_language("en")


def test_a_change_of_the_file_is_shown_and_a_mistake_is_told(tmp_path: Path) -> None:
    with opened(written(tmp_path)) as (window, said):
        assert window.look()
        assert title(window) == "Certificate of registration"
        shown = window.visit
        assert window.look()
        assert window.visit is shown, "nothing has changed"
        written(tmp_path, title={"de": "Neu", "en": "New"})
        assert window.look()
        assert title(window) == "New"
        file = written(tmp_path, version="three")
        assert window.look()
        assert title(window) == "New"
        file.unlink()
        assert window.look()
        assert [each.partition(";")[0] for each in said] == [
            "service definition, at /version: this is a text"
        ]


def test_a_file_that_holds_nothing_to_show_ends_the_preview(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with opened(broken) as (window, said):
        assert not window.look()
        assert "this is no JSON" in said[0]


def test_the_command_opens_a_window_process(tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "kiosk", "services", "preview", str(broken)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "this is no JSON" in run.stderr
