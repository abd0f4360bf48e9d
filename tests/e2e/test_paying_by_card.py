"""A fee is paid by card at the terminal: real screens, real ZVT, a device whose hands are the test's."""

from collections.abc import Callable

from answering import fill_in_form
from good_ways import good_way
from stage import Play, Stage

from kiosk.session import payment_states as pay
from kiosk.session import sign_in_states as si
from kiosk.session import states as st
from kiosk.session.cover import Paid
from kiosk.session.paying import CardStep
from kiosk.session.preferences import Language
from sandbox.card_terminal.machine import Hand
from ui.guided import walk

FEE = "svc_kassenzeichen"
OPEN = {Language.GERMAN: ("bo26100043", 2000), Language.ENGLISH: ("bo26100044", 16800)}
"""What is still to pay, and how many cents: who comes second finds the first one paid."""


async def unseen(_what: str) -> None:
    pass


async def to_the_ways_to_pay(play: Play, reference: str) -> None:
    await walk.to_the_sign_in(play.hands, FEE, unseen)
    visit = await play.hands.until_scene(si.ChooseSignIn, st.FillIn)
    if isinstance(visit.scene, si.ChooseSignIn):
        await play.hands.press("signIn:without")
    await fill_in_form(play.hands, {"/reference": reference}, unseen, st.Review)
    await play.hands.press("declaration")
    await play.hands.press("primary")
    await play.hands.until_scene(pay.ChoosePayment)
    await play.look("how to pay")


def waits(step: CardStep) -> Callable[[st.Visit], bool]:
    return lambda visit: isinstance(visit.scene, pay.PayingByCard) and visit.scene.step is step


@good_way(FEE)
def test_a_fee_is_paid_with_a_bank_card_and_its_pin(stage: Stage) -> None:
    reference, cents = OPEN[stage.language]
    before = stage.world.card_terminal.account_cents

    async def story(play: Play) -> None:
        await to_the_ways_to_pay(play, reference)
        await play.hands.press("pay:cardTerminal")
        await play.hands.until(waits(CardStep.SHOW_CARD), "the card reader waits")
        await play.look("show your card")
        stage.world.card_terminal.touch(Hand.CARD_WITH_PIN)
        await play.hands.until(waits(CardStep.LOOK_AT_READER), "the PIN is asked for")
        await play.look("the PIN of the bank card")
        stage.world.card_terminal.touch(Hand.RIGHT_PIN)
        visit = await play.hands.until_scene(st.Done)
        assert isinstance(visit.scene, st.Done)
        assert isinstance(visit.scene.outcome.cover, Paid)
        await play.look("done")

    stage.play(story)
    assert stage.world.card_terminal.account_cents - before == cents
