"""Scenes that offer a slip: asked for once at a time, its fate noted down, another try after a failure."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.session import effects as do
from kiosk.session import events as ev
from kiosk.session import states as st
from kiosk.session.delivery import NOT_ASKED, NotPrinted, OnItsWay, Printed, SavedTo, SlipFate
from kiosk.session.failure import Failure
from kiosk.session.preferences import Language, Preferences
from kiosk.session.scenes import slips
from kiosk.session.scenes.turn import STAY, Turn
from tests import samples

EMPTY = NotPrinted(Failure.PRINTER_EMPTY)
FATES: tuple[SlipFate, ...] = (NOT_ASKED, OnItsWay(), Printed(), SavedTo("/paper", "slip.pdf"), EMPTY)
VISIT = st.Visit(preferences=Preferences(language=Language.ENGLISH))


def noting(noted: list[SlipFate]) -> Callable[[SlipFate], st.Scene]:
    def with_fate(fate: SlipFate) -> st.Scene:
        noted.append(fate)
        return st.Start(samples.CATALOGUE)

    return with_fate


def turned(event: ev.SlipAsked | ev.SlipHandled | ev.Failing, fate: SlipFate) -> tuple[Turn, list[SlipFate]]:
    noted: list[SlipFate] = []
    return slips.turned(VISIT, event, fate, samples.SLIP, noting(noted)), noted


@pytest.mark.parametrize("fate", FATES, ids=str)
def test_it_is_printed_once_and_again_only_where_it_did_not_come(fate: SlipFate) -> None:
    turn, noted = turned(ev.SlipAsked(), fate)
    if fate in (NOT_ASKED, EMPTY):
        assert turn.effects == (do.PrintSlip(samples.SLIP, Language.ENGLISH),)
        assert noted == [OnItsWay()]
    else:
        assert turn is STAY


@pytest.mark.parametrize("fate", FATES, ids=str)
def test_only_a_slip_on_its_way_gets_its_fate(fate: SlipFate) -> None:
    for event, told in (
        (ev.SlipHandled(Printed()), Printed()),
        (ev.Failing(Failure.TERMINAL_FAULT), NotPrinted(Failure.TERMINAL_FAULT)),
    ):
        turn, noted = turned(event, fate)
        if fate == OnItsWay():
            assert noted == [told]
            assert turn.effects == ()
        else:
            assert turn is STAY


def test_nothing_on_a_slip_that_opens_something_is_in_its_repr() -> None:
    assert "canary-token" not in repr(samples.SLIP)
    assert samples.SLIP.code not in repr(samples.SLIP)


def test_a_code_that_would_not_fit_is_a_bug() -> None:
    assert replace(samples.SLIP, code="A" * 16).code
    with pytest.raises(ValueError, match="16"):
        replace(samples.SLIP, code="A" * 17)
