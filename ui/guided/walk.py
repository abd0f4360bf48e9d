"""The way of a visit with nothing going wrong, as hands walk it: the same for demonstrations and tests."""

from collections.abc import Awaitable, Callable

from kiosk.services import form as forms
from kiosk.services.definition import Widget
from kiosk.session import payment_states as pay
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from ui.guided.hands import Hands

type Saw = Callable[[str], Awaitable[None]]


async def to_the_card(hands: Hands, service_id: str, saw: Saw) -> None:
    """From the start screen to "place your card", or beyond it with a card that lies there."""
    await to_the_sign_in(hands, service_id, saw)
    visit = await hands.until_scene(si.ChooseSignIn, st.Connecting, st.WhoAsks, st.Failed)
    if isinstance(visit.scene, si.ChooseSignIn):
        await saw("How to sign in")
        await hands.press("signIn:eid")


async def to_the_sign_in(hands: Hands, service_id: str, saw: Saw) -> None:
    """From the start screen to the question how to sign in, or beyond it with a card that lies there."""
    await hands.until_scene(st.Start)
    await saw("Start")
    await hands.press("primary")
    visit = await hands.until_scene(st.ChooseTopic)
    await saw("What do you need?")
    assert isinstance(visit.scene, st.ChooseTopic)  # noqa: S101 - what until_scene waited for
    topic = next(each for each in visit.scene.catalogue.topics if service_id in each.service_ids)
    await hands.press(f"topic:{topic.id}")
    await hands.until_scene(st.ChooseService)
    await saw("The services of this topic")
    await hands.press(f"service:{service_id}")
    visit = await hands.until_scene(st.AboutService, si.ChooseSignIn)
    if isinstance(visit.scene, st.AboutService):  # one's own account needs no words before
        await saw("About the service")
        await hands.press("primary")


async def enter_password(hands: Hands, user_name: str, password: str, saw: Saw) -> None:
    """Type both on the terminal's own keyboard and confirm; a name that is there already stays."""
    visit = await hands.until_scene(si.EnterPassword)
    if isinstance(visit.scene, si.EnterPassword) and not visit.scene.user_name:
        await type_text(hands, user_name)
    await hands.press("password")
    await type_text(hands, password)
    await saw("User name and password")
    await hands.press("primary")


async def type_text(hands: Hands, text: str) -> None:
    """Press the keys of the on-screen keyboard, with shift and the other layer where they are needed."""
    for character in text:
        key = f"key:{character}"
        if key not in hands.names() and "key:shift" not in hands.names():
            await hands.press("key:layer")
        if key not in hands.names():
            await hands.press("key:shift" if character.isupper() else "key:layer")
        await hands.press(key)


async def sign_in(hands: Hands, pin: str, saw: Saw) -> None:
    """From the card on the reader to an open application."""
    await hands.until_scene(st.WhoAsks)
    await saw("Who asks, and for what")
    await hands.press("primary")
    await hands.until_scene(st.EnterPin)
    await saw("The PIN")
    await enter_pin(hands, pin)
    await hands.until_scene(st.FillIn, st.Review)


async def enter_pin(hands: Hands, pin: str) -> None:
    """Type on the key pad and confirm."""
    for digit in pin:
        await hands.press(f"pin:{digit}")
    await hands.press("primary")


async def fill_in(hands: Hands, wanted: dict[str, str], saw: Saw) -> None:
    """Answer each step: as `wanted` says by scope, else the first option; ends at the review."""
    while True:
        visit = await hands.until_scene(st.FillIn, st.Review)
        if not isinstance(visit.scene, st.FillIn):
            return
        scene = visit.scene
        step = forms.find_step(scene.form, scene.step_id)
        if step is not None:
            for element in step.elements:
                if element.widget is Widget.CHOICE_CARDS:
                    value = wanted.get(element.scope, element.options[0].value)
                    await hands.press(f"choice:{element.scope}:{value}")
            await saw(f"The form: {step.title.in_language('en')}")
        await hands.press("primary")
        await hands.until(_beyond(scene.step_id), "the next step")


def _beyond(step_id: str) -> Callable[[st.Visit], bool]:
    return lambda visit: not (isinstance(visit.scene, st.FillIn) and visit.scene.step_id == step_id)


async def send(hands: Hands, saw: Saw) -> None:
    """From the review to "take your card"; what costs something is paid at the cash desk."""
    await hands.until_scene(st.Review)
    await saw("Check everything")
    await hands.press("declaration")
    await hands.until(lambda visit: isinstance(visit.scene, st.Review) and visit.scene.declared, "the tick")
    await hands.press("primary")
    visit = await hands.until_scene(pay.ChoosePayment, st.TakeCard, st.Printing, st.Done)
    if isinstance(visit.scene, pay.ChoosePayment):
        await saw("How to pay")
        await hands.press("pay:cashDesk")
        await hands.until_scene(st.TakeCard, st.Printing, st.Done)
