"""The citizen's session, kept alive and ended: `ended` is called once, whatever hangs or breaks."""

import asyncio

import pytest
from fake_clock import settle
from fake_sign_in import FakeConversation, Gate, open_gate, refused
from fake_world import (
    BEGIN,
    PRINT,
    World,
    confirm,
    live,
)

from kiosk.bochum_id.errors import BackendError, Unreachable
from kiosk.performer import CLOSING_SECONDS, KEEP_SESSION_SECONDS
from kiosk.session import effects as do
from kiosk.session import events as ev


def test_the_session_is_kept_alive_from_the_sign_in_to_the_end() -> None:
    async def story(world: World) -> None:
        keeping = asyncio.create_task(world.performer.keep_signed_in())

        async def minutes(count: int) -> int:
            before = world.backend.calls.count("keep_session")
            for _ in range(count):
                await world.clock.asleep(1)
                await world.clock.advance(KEEP_SESSION_SECONDS)
            await world.clock.asleep(1)
            return world.backend.calls.count("keep_session") - before

        assert await minutes(3) == 0
        await world.does(BEGIN)
        await world.does(confirm())
        world.backend.errors = {"keep_session": [BackendError(Unreachable("once"))]}
        assert await minutes(3) == 3
        ending = asyncio.create_task(world.does(do.EndVisit(do.EndedHow.LEFT, after_seconds=4)))
        await settle()
        assert await minutes(3) == 0
        await ending
        keeping.cancel()

    live(story)


END = do.EndVisit(do.EndedHow.FINISHED, after_seconds=4)


def test_a_visit_ends_when_its_last_words_are_read() -> None:
    async def story(world: World) -> None:
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(1)
        await world.clock.advance(3.9)
        assert world.ended == []
        await world.clock.advance(0.1)
        assert await ending == ev.Settled()
        assert world.ended == [do.EndedHow.FINISHED]
        assert world.backend.calls == ["end_session"]
        await settle()
        assert asyncio.all_tasks() == {asyncio.current_task()}, "nothing waits for a limit any more"

    live(story)


def test_the_end_cancels_a_sign_in_that_waits_for_its_pin() -> None:
    async def story(world: World) -> None:
        await world.does(BEGIN)
        ending = asyncio.create_task(world.does(END))
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        await world.clock.advance(4)
        await ending
        assert world.backend.calls[1:] == ["cancel la_1", "end_session"]
        assert world.conversation.calls == ["start 1", "cancel"]

    live(story)


def test_the_end_stops_the_card_and_ends_the_session_only_when_the_card_has_let_go() -> None:
    conversation = FakeConversation(proceed_gate=Gate())

    async def story(world: World) -> None:
        await world.does(BEGIN)
        confirming = asyncio.create_task(world.does(confirm()))
        await asyncio.to_thread(conversation.proceed_gate.wait_until_reached)
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(2)
        assert conversation.cancel_requested.is_set()
        await world.clock.advance(3)
        assert "end_session" not in world.backend.calls
        conversation.proceed_gate.opened.set()
        assert isinstance(await confirming, ev.Failing)
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        await world.clock.advance(1)
        assert await ending == ev.Settled()
        assert world.backend.calls[1:] == ["cancel la_1", "end_session"]
        assert world.ended == [do.EndedHow.FINISHED]

    live(story, conversation)


def test_a_card_that_never_lets_go_keeps_neither_the_session_nor_the_visit() -> None:
    conversation = FakeConversation(proceed_gate=Gate())

    async def story(world: World) -> None:
        await world.does(BEGIN)
        confirming = asyncio.create_task(world.does(confirm()))
        await asyncio.to_thread(conversation.proceed_gate.wait_until_reached)
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(2)
        await world.clock.advance(4)
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        assert await ending == ev.Settled()
        assert world.ended == [do.EndedHow.FINISHED]
        conversation.proceed_gate.opened.set()
        await confirming

    live(story, conversation)


@pytest.mark.parametrize("card_hangs", [False, True], ids=["", "and the card too"])
def test_a_backend_that_hangs_keeps_nobody(card_hangs: bool) -> None:  # noqa: FBT001 - a parameter
    conversation = FakeConversation(cancel_gate=Gate() if card_hangs else open_gate())

    async def story(world: World) -> None:
        world.backend.session_end = Gate()
        await world.does(BEGIN)
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(2 if card_hangs else 1)
        await world.clock.advance(4)
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        await world.clock.asleep(1)
        await world.clock.advance(CLOSING_SECONDS - 0.1)
        assert world.ended == []
        await world.clock.advance(0.1)
        assert await ending == ev.Settled()
        assert world.ended == [do.EndedHow.FINISHED]

    live(story, conversation)


@pytest.mark.parametrize(
    ("error", "logged"),
    [
        (BackendError(Unreachable("gone")), []),
        (refused("session-ended"), []),
        (KeyError("Canary-Family"), ["the end of the visit crashed: KeyError"]),
    ],
    ids=["gone", "nobody was signed in", "a bug"],
)
def test_the_visit_ends_whatever_becomes_of_the_session(
    error: Exception, logged: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    async def story(world: World) -> None:
        world.backend.errors = {"end_session": [error]}
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(1)
        await world.clock.advance(4)
        assert await ending == ev.Settled()
        assert world.ended == [do.EndedHow.FINISHED]

    live(story)
    assert caplog.messages == logged
    assert "Canary" not in caplog.text


def test_a_visit_that_is_stopped_while_it_ends_leaves_nothing_running() -> None:
    async def story(world: World) -> None:
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(1)
        ending.cancel()
        await settle()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert world.ended == []

    live(story)


@pytest.mark.parametrize("losses", [0, 1, 2])
def test_what_became_of_the_sheet_is_told_once_more_when_it_did_not_get_through(losses: int) -> None:
    async def story(world: World) -> None:
        world.backend.errors = {"report_print": [BackendError(Unreachable("lost")) for _ in range(losses)]}
        await world.does(PRINT)
        ending = asyncio.create_task(world.does(END))
        await world.clock.asleep(1)
        await asyncio.to_thread(world.backend.session_end.wait_until_reached)
        await world.clock.advance(4)
        await ending
        told = ["report_print prj_1"] * (2 if losses else 1)
        assert world.backend.calls[2:] == [*told, "end_session"]

    live(story)
