"""Answers to any form by touch: every question by its widget, none by the service it belongs to."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.services import form as forms
from kiosk.services.address import PARTS, Address
from kiosk.services.definition import Widget
from kiosk.session import states as st
from ui.guided.hands import Hands

type Answers = Mapping[str, str]
"""By scope: an option, digits of a day as DDMMYYYY, letters to type, the parts of an address with slashes."""
type Saw = Callable[[str], Awaitable[None]]


def day(ahead: int) -> str:
    """Give a day before or after today as it is typed: DDMMYYYY."""
    return f"{datetime.now(ZoneInfo('Europe/Berlin')) + timedelta(days=ahead):%d%m%Y}"


async def fill_in_form(hands: Hands, answers: Answers, saw: Saw, *after: type[st.Scene]) -> None:
    """Answer each step until one of the scenes `after` comes; cards that `answers` leaves open: the first."""
    while True:
        visit = await hands.until_scene(st.FillIn, *after)
        if not isinstance(visit.scene, st.FillIn):
            return
        step_id = visit.scene.step_id
        await answer_step(hands, visit.scene, answers)
        await saw(f"the form: {step_id}")
        await hands.press("primary")
        await hands.until(beyond_step(step_id), "the next step")


def beyond_step(step_id: str) -> Callable[[st.Visit], bool]:
    return lambda visit: not (isinstance(visit.scene, st.FillIn) and visit.scene.step_id == step_id)


async def answer_step(hands: Hands, scene: st.FillIn, answers: Answers) -> None:
    """Answer what is asked, and what is asked because of it."""
    answered: set[str] = set()
    while (element := _next(scene, answered)) is not None:
        answered.add(element.scope)
        await answer(hands, element, answers.get(element.scope, ""))
        now = await hands.until_scene(st.FillIn)
        assert isinstance(now.scene, st.FillIn)
        scene = now.scene


def _next(scene: st.FillIn, answered: set[str]) -> forms.Element | None:
    step = forms.find_step(scene.form, scene.step_id)
    elements = () if step is None else step.elements
    return next((each for each in elements if each.enabled and each.scope not in answered), None)


async def answer(hands: Hands, element: forms.Element, wanted: str) -> None:
    """Touch or type one answer; nothing where none is wanted and there are no cards."""
    scope = element.scope
    match element.widget:
        case Widget.CHOICE_CARDS:
            await hands.press(f"choice:{scope}:{wanted or element.options[0].value}")
        case Widget.YES_NO:
            await hands.press(f"choice:{scope}:{wanted or 'true'}")
        case Widget.CHECK_CARDS | Widget.CONSENT:
            for value in wanted.split() or ["true" if element.widget is Widget.CONSENT else _first(element)]:
                await hands.press(f"check:{scope}:{value}")
        case Widget.STEPPER:
            for _ in range(int(wanted or element.least) - int(str(element.value))):
                await hands.press(f"plus:{scope}")
        case _ if wanted:
            await _type(hands, element, wanted)
        case _:
            pass


def _first(element: forms.Element) -> str:
    return element.options[0].value


async def _type(hands: Hands, element: forms.Element, wanted: str) -> None:
    match element.widget:
        case Widget.ADDRESS:
            await _address(hands, element.scope, wanted)
        case Widget.DATE:
            await hands.press(f"day:{element.scope}:0")
            await write(hands, wanted)
        case _:
            await hands.press(f"text:{element.scope}")
            await write(hands, wanted)


async def write(hands: Hands, text: str) -> None:
    """Press the keys of the keyboard that is there; it says itself when it begins with a capital."""
    await hands.picture()  # the keyboard has found its place
    for character in text:
        either = (f"key:{character}", f"key:{character.swapcase()}")
        await hands.press(next((key for key in either if key in hands.names()), either[0]))


async def _address(hands: Hands, scope: str, wanted: str) -> None:
    for part, text in zip(PARTS[:3], wanted.split("/"), strict=False):
        if _known(hands, scope, part):
            continue
        await hands.press(f"text:{scope}/{part}")
        await write(hands, text[:6] if part == "street" else text)
        if part == "street":
            await hands.press(f"word:{text}")


def _known(hands: Hands, scope: str, part: str) -> bool:
    """Say whether the terminal has filled in this part because of another one."""
    scene = hands.visit.scene
    step = forms.find_step(scene.form, scene.step_id) if isinstance(scene, st.FillIn) else None
    element = next((each for each in step.elements if each.scope == scope), None) if step else None
    value = element.value if element else None
    return isinstance(value, Address) and part == "postcode" and bool(value.postcode)
