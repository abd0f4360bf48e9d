"""What goes wrong on purpose: paper that does not come, times that others take, wrong answers."""

from collections.abc import Mapping
from datetime import timedelta

import requests
from answering import Answers, answer_step, beyond_step, write
from sqlalchemy import update
from stage import Play, Stage

from kiosk.printing import NoPaperBecause, NotPrinted, Printer, PrintJob, PrintResult
from kiosk.services import form as forms
from kiosk.services.schema import ViolationKind
from kiosk.session import appointment_states as ap
from kiosk.session import states as st
from sandbox.bochum_id.free_times import take
from sandbox.bochum_id.offices import offices
from sandbox.bochum_id.tables import Hold, TakenTime

type Mistakes = Mapping[str, tuple[str, ViolationKind]]
"""By scope: what is typed by mistake, and what the screen then says."""


class JamsOnce:
    """A printer that jams, and works when asked again."""

    def __init__(self, inside: Printer) -> None:
        self._jammed = True
        self._inside = inside

    def print_pdf(self, job: PrintJob) -> PrintResult:
        if self._jammed:
            self._jammed = False
            return NotPrinted(NoPaperBecause.JAM)
        return self._inside.print_pdf(job)

    def trouble(self) -> None:
        return None

    def purge(self) -> bool:
        return self._inside.purge()


async def fill_in_correcting(
    play: Play, answers: Answers, mistakes: Mistakes, *after: type[st.Scene]
) -> list[str]:
    """Answer a form, wrongly first where `mistakes` says so; returns the scopes that were corrected."""
    corrected: list[str] = []
    while True:
        visit = await play.hands.until_scene(st.FillIn, *after)
        if not isinstance(visit.scene, st.FillIn):
            return corrected
        step_id = visit.scene.step_id
        wrong = {scope: typed for scope, (typed, _) in mistakes.items() if scope not in corrected}
        await answer_step(play.hands, visit.scene, {**answers, **wrong})
        await play.hands.press("primary")
        for scope in [each for each in wrong if _asked(play.visit.scene, step_id, each)]:
            typed, kind = mistakes[scope]
            await _told(play, step_id, scope, kind)
            await play.look(f"{scope}: {kind.value}")
            await play.hands.press(f"text:{scope}")
            await erase(play, len(typed))
            await write(play.hands, answers[scope])
            corrected.append(scope)
            await play.hands.press("primary")
        await play.hands.until(beyond_step(step_id), "the next step")


async def erase(play: Play, letters: int) -> None:
    await play.hands.picture()  # the keyboard has found its place
    for _ in range(letters):
        await play.hands.press("key:delete")


def _asked(scene: st.Scene, step_id: str, scope: str) -> bool:
    step = forms.find_step(scene.form, step_id) if isinstance(scene, st.FillIn) else None
    return step is not None and scope in {each.scope for each in step.elements}


async def _told(play: Play, step_id: str, scope: str, kind: ViolationKind) -> None:
    """Wait until the field itself says what is wrong with it."""

    def says_so(visit: st.Visit) -> bool:
        scene = visit.scene
        return (
            isinstance(scene, st.FillIn)
            and scene.step_id == step_id
            and scene.checked
            and (scope, kind)
            in {(each.pointer, each.kind) for each in forms.errors_in_step(scene.form, step_id)}
        )

    await play.hands.until(says_so, f"{kind.value} at {scope}")


def somebody_is_faster(stage: Stage, scene: ap.ChooseTime, number: int) -> None:
    """Take every counter of the office at the time of this number, from another terminal."""
    backend = stage.world.backend
    office = offices().by_id[scene.when.where.office.id]
    slot = scene.slots[number]
    now = backend.clock.now()
    with backend.store.transaction() as db:
        for counter in range(office.counters):
            take(db, office, slot.start, 1, f"hld_other_{counter}_{slot.start}", now + timedelta(days=9), now)


def end_every_hold(stage: Stage) -> None:
    """Ten minutes are over for everybody who holds a time."""
    backend = stage.world.backend
    over = backend.clock.now() - timedelta(seconds=1)
    with backend.store.transaction() as db:
        db.execute(update(Hold).values(expires_at=over))
        db.execute(update(TakenTime).where(TakenTime.free_again_at.is_not(None)).values(free_again_at=over))


def upload(stage: Stage, url: str, name: str, content: bytes, media_type: str) -> int:
    """Send a file as a phone does; returns the HTTP status."""
    answer = requests.post(
        url,
        files={"file": (name, content, media_type)},
        verify=str(stage.world.pki.eservice_tls.certificate_file),
        timeout=20,
    )
    return answer.status_code
