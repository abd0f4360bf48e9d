"""How many digits the number has that a screen asks for."""

from typing import assert_never

from cardreader.pin_management import CAN_DIGITS, PIN_DIGITS, PUK_DIGITS, TRANSPORT_PIN_DIGITS
from kiosk.session import pin_states as pin
from kiosk.session import states as st
from kiosk.session.pin_values import PinWish

type AsksForNumber = st.EnterPin | pin.EnterCardPin | pin.EnterCan | pin.EnterPuk | pin.ChooseNewPin


def digits(scene: AsksForNumber) -> int:
    """Tell how many; neither more nor fewer are taken."""
    match scene:
        case pin.EnterCardPin(task) if task.wish is PinWish.SET:
            return TRANSPORT_PIN_DIGITS
        case st.EnterPin() | pin.EnterCardPin() | pin.ChooseNewPin():
            return PIN_DIGITS
        case pin.EnterCan():
            return CAN_DIGITS
        case pin.EnterPuk():
            return PUK_DIGITS
        case _:
            assert_never(scene)
