"""A visitor without a screen: looks at the scene, does what it asks for, and tries again where it failed."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from faulty_line import FaultyLine

from cardreader.reader import CardPresent
from cardreader.secret import Secret
from kiosk.bochum_id.client import BochumId
from kiosk.bochum_id.payment_values import Channel
from kiosk.bochum_id.values import SignInMethod
from kiosk.journal import Line, line
from kiosk.own_things import OwnThingsAtBochumId
from kiosk.paper.slip_on_a4 import SlipOnA4
from kiosk.payment.till import NoCardReader
from kiosk.performer import KEEP_SESSION_SECONDS, VisitPerformer
from kiosk.ports import Devices
from kiosk.printing import Printed, PrintJob, PrintResult
from kiosk.runtime import Performer, Report, Runtime, SilenceLimits
from kiosk.services import form as forms
from kiosk.services.definition import Widget
from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import payment_states as pay
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.delivery import NotPrinted
from kiosk.session.scenes.finishing import GOODBYE_SECONDS
from kiosk.session.step import begin
from kiosk.sign_in import Conversation, SigningIn
from sandbox.id_card.direct import DirectReader
from tests.kiosk.fake_clock import FakeClock, settle

SERVICE = "svc_meldebescheinigung"
PERSONA, PIN = "erika", b"123456"
_PATIENCE_S = 30.0
_MANY_STEPS = 80
_LIMITS = SilenceLimits(ask_after_seconds=600, end_after_seconds=630)


class WatchedBochumId(BochumId):
    """Tells when the two calls are over that no scene waits for."""

    def __init__(self, *arguments: object, **settings: object) -> None:
        super().__init__(*arguments, **settings)  # type: ignore[arg-type]
        self.kept, self.ended = threading.Event(), threading.Event()

    def keep_session(self) -> None:
        try:
            super().keep_session()
        finally:
            self.kept.set()

    def end_session(self) -> None:
        try:
            super().end_session()
        finally:
            self.ended.set()


@dataclass(slots=True)
class Tray:
    """A printer that counts what came out."""

    sheets: list[PrintJob] = field(default_factory=list)

    def print_pdf(self, job: PrintJob) -> PrintResult:
        assert job.pdf.startswith(b"%PDF-")
        assert b"%%EOF" in job.pdf[-32:], "half a document was printed"
        assert job.still_wanted()
        self.sheets.append(job)
        return Printed("tray")

    def trouble(self) -> None:
        return None

    def purge(self) -> bool:
        return True


class OneAtATime:
    """Performs one effect after another, so that requests come in the same order in every visit.

    The terminal asks the city again when `ask_city` is set, not when time has passed.
    """

    def __init__(self, performer: Performer, changed: Callable[[], None]) -> None:
        self._performer = performer
        self._changed = changed
        self._turn = asyncio.Lock()
        self.ask_city = asyncio.Event()
        self.pending = 0
        self.city_answers = 0

    async def perform(self, effect: do.Effect, report: Report) -> ev.Event:
        if isinstance(effect, do.EndVisit):  # it waits for the clock
            return await self._performer.perform(effect, report)
        asks = isinstance(effect, do.Prepare)
        if isinstance(effect, do.Prepare) and effect.after_seconds:
            await self.ask_city.wait()
            self.ask_city.clear()
            effect = do.Prepare(after_seconds=0)
        self.pending += 1
        try:
            async with self._turn:
                return await self._performer.perform(effect, report)
        finally:
            self.pending -= 1
            self.city_answers += asks
            self._changed()


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the visitor was told of a failure."""

    strike: int
    """Which fault was the last to begin, counted from 0."""
    scene: str
    code: str
    way_on: str


@dataclass(slots=True)
class Story:
    """What a visit was like, for assertions and for whoever reads a failed test."""

    troubles: list[Trouble] = field(default_factory=list)
    journal: list[Line] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    sheets: list[PrintJob] = field(default_factory=list)
    ended: list[do.EndedHow] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    help_came: bool | None = None
    last: st.Visit | None = None


class Visitor:
    """Comes with a purpose and stays until the end. It is mended when a fault was met on two screens."""

    def __init__(
        self,
        backend: WatchedBochumId,
        converse: Callable[[], Conversation],
        reader: DirectReader,
        purpose: str,
        faulty_line: FaultyLine,
    ) -> None:
        self.story = Story()
        self._backend = backend
        self._reader = reader
        self._purpose = purpose
        self._line = faulty_line
        self._clock = FakeClock()
        self._news = asyncio.Event()
        tray = Tray(self.story.sheets)
        self._signing_in = SigningIn(backend, converse)
        self._performer = VisitPerformer(
            backend,
            self._signing_in,
            Devices(tray, SlipOnA4(tray), NoCardReader()),
            OwnThingsAtBochumId(backend),
            self._clock,
            self._ended,
        )
        self._stage = OneAtATime(self._performer, self._news.set)
        self._runtime = Runtime(
            self._stage, self._clock, _LIMITS, show=lambda _visit: self._news.set(), journal=self._note
        )
        self._on_screen = self._form_was_open = False

    @property
    def _visit(self) -> st.Visit:
        return self._runtime.visit

    async def whole_visit(self) -> Story:
        loop = asyncio.get_running_loop()
        self._runtime.begin(begin())
        keeping = loop.create_task(self._performer.keep_signed_in())

        def report(status: object) -> None:
            loop.call_soon_threadsafe(self._runtime.dispatch, ev.ReaderChanged(status))  # type: ignore[arg-type]

        watch = self._reader.watch(report)
        try:
            for _ in range(_MANY_STEPS):
                await self._until(self._at_rest, "the end of the terminal's work")
                if self.story.ended:
                    return self.story
                await self._go_on()
            raise AssertionError(f"the visit does not end; {self.told()}")
        finally:
            keeping.cancel()
            await asyncio.to_thread(watch.stop)
            await self._runtime.stop()
            await asyncio.wrap_future(self._signing_in.cancel())
            self.story.last = self._visit
            self._reader.pull()

    def told(self) -> str:
        """The whole story, for a failed test."""
        lines = [str(each) for each in self.story.journal]
        return "\n  ".join([f"{self.story.troubles}", *lines, f"now {type(self._visit.scene).__name__}"])

    # ------------------------------------------------------------ waiting

    def _at_rest(self) -> bool:
        return not self._stage.pending

    async def _until(self, came: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(_PATIENCE_S):
                while True:
                    self._news.clear()
                    await self._clock.advance(0)  # whoever sleeps no time at all goes on
                    if came():
                        return
                    await self._news.wait()
        except TimeoutError:
            raise AssertionError(f"{what} does not come; {self.told()}") from None

    # ------------------------------------------------------------ what the visitor does

    async def _go_on(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one case a scene
        touch = self._runtime.by_hand
        match self._visit.scene:
            case st.Closed(failure):
                self._met("Closed", failure.value, "")
                await self._ask_city()
            case st.Start() if not self._on_screen:
                self._on_screen = True
                self._runtime.dispatch(ev.PutOnScreen())
            case st.AboutService() if isinstance(self._visit.city, st.CityClosed):
                self._line.mend()
                await self._ask_city()
            case st.Start() | st.AboutService() | st.WhoAsks():
                touch(ev.Continue())
            case st.ChooseTopic(catalogue):
                topic = next(each for each in catalogue.topics if SERVICE in each.service_ids)
                touch(ev.TopicChosen(topic.id))
            case st.ChooseService():
                touch(ev.ServiceChosen(SERVICE))
            case si.ChooseSignIn():
                touch(ev.SignInMethodChosen(SignInMethod.EID))
            case st.PlaceCard():
                self._reader.place(PERSONA)
                await self._until(lambda: not isinstance(self._visit.scene, st.PlaceCard), "the card")
            case st.EnterPin():
                touch(ev.PinEntered(Secret(PIN)))
            case st.FillIn() as scene:
                await self._fill_in(scene)
            case st.Review(declared=False):
                touch(ev.Declared(accepted=True))
            case st.Review():
                touch(ev.Continue())
            case pay.ChoosePayment():
                touch(ev.PaymentChosen(Channel.CASH_DESK))
            case st.TakeCard(outcome):
                self.story.references.append(outcome.submission.reference)
                self._reader.pull()
                await self._until(lambda: not isinstance(self._visit.reader, CardPresent), "the empty reader")
            case st.Done(_, NotPrinted(failure)):
                self._met("Done", failure.value, "PrintAgain")
                touch(ev.TryAgain())
            case st.Done():
                self._line.mend()  # the visitor takes the paper and reads; the outage is over meanwhile
                touch(ev.Continue())
            case st.Failed(failure, again):
                self._met("Failed", failure.value, type(again).__name__)
                touch(ev.TryAgain())
            case st.Goodbye():
                await asyncio.to_thread(self._backend.ended.wait, _PATIENCE_S)
                await self._clock.advance(GOODBYE_SECONDS)
                await self._until(lambda: bool(self.story.ended), "the end of the process")
            case unexpected:
                raise AssertionError(f"nothing can be done on {type(unexpected).__name__}; {self.told()}")

    async def _fill_in(self, scene: st.FillIn) -> None:
        touch = self._runtime.by_hand
        if not self._form_was_open:
            self._form_was_open = True
            await self._take_time()
            await self._ask_city()
            touch(ev.HelpAsked())
            await self._until(lambda: not isinstance(self._visit.overlay, st.CallingHelp), "word of help")
            self.story.help_came = isinstance(self._visit.overlay, st.HelpComes)
            touch(ev.OverlayClosed())
        step = forms.find_step(scene.form, scene.step_id)
        for element in step.elements if step else ():
            if element.widget is Widget.CHOICE_CARDS:
                wanted = {"/purpose": self._purpose}.get(element.scope, element.options[0].value)
                touch(ev.Answered(element.scope, wanted))
        touch(ev.Continue())

    async def _take_time(self) -> None:
        """Think until the terminal shows Bochum-ID that somebody is still here."""
        self._backend.kept.clear()
        await self._clock.advance(KEEP_SESSION_SECONDS)
        await asyncio.to_thread(self._backend.kept.wait, _PATIENCE_S)
        await settle()

    async def _ask_city(self) -> None:
        """Let the time come at which the terminal asks again whether Bochum-ID is there."""
        answers = self._stage.city_answers
        self._stage.ask_city.set()
        await self._until(lambda: self._stage.city_answers > answers, "an answer of the city")

    def _met(self, scene: str, code: str, way_on: str) -> None:
        strike = len(self._line.begun) - 1
        self.story.troubles.append(Trouble(strike, scene, code, way_on))
        if sum(each.strike == strike for each in self.story.troubles) >= 2:
            self._line.mend()

    # ------------------------------------------------------------ what is noted

    def _note(self, before: st.Visit, event: ev.Event, after: st.Visit) -> None:
        if isinstance(event, ev.EffectCrashed):
            self.story.crashed.append(event.effect)
        written = line(before, event, after)
        if written is not None:
            self.story.journal.append(written)

    def _ended(self, how: do.EndedHow) -> None:
        self.story.ended.append(how)
        self._news.set()
