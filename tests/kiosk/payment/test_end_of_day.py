"""The end of a day: what the card reader told of it reaches the city once, whatever gets lost."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

import pytest
from pay_world import NOW, PRICE, KilledError, Mishap, PayWorld, Schedule

from kiosk.bochum_id.payments import BatchTotal, EndOfDay
from kiosk.payment.journal import Book
from kiosk.payment.till import Taken

TOMORROW = NOW + timedelta(days=1)


def sold_yesterday() -> PayWorld:
    """One payment, sent; the next morning."""
    world = PayWorld(Schedule())
    assert world.new_process().settle()
    taken = world.new_process().take(world.city.arrive(), lambda _step: None)
    assert isinstance(taken, Taken)
    world.city.submit(taken.payment)
    world.now = TOMORROW
    world.schedule.passed = 0
    return world


def settled(world: PayWorld) -> None:
    with suppress(KilledError):
        world.new_process().settle()


def length() -> int:
    world = sold_yesterday()
    settled(world)
    return world.schedule.passed


def schedules() -> Iterator[dict[int, Mishap]]:
    for at in range(length()):
        yield from ({at: mishap} for mishap in Mishap)
        yield dict.fromkeys(range(at, at + 30), Mishap.DROP)


def test_a_day_is_closed_once_and_handed_in() -> None:
    world = sold_yesterday()
    for _ in range(3):
        assert world.new_process().settle()
    (day,) = world.city.days
    assert (day.count, day.total_cents, day.cards) == (1, PRICE, (BatchTotal("girocard", 1, PRICE),))
    assert world.journal.book == Book((), TOMORROW.date(), ())
    world.now = TOMORROW + timedelta(days=1)
    assert world.new_process().settle()
    assert [each.count for each in world.city.days] == [1, 0]


def test_on_its_first_day_nothing_is_closed() -> None:
    world = PayWorld(Schedule())
    assert world.new_process().settle()
    assert (world.city.days, world.journal.book.closed_on) == ([], NOW.date())


@pytest.mark.parametrize("lost", [1, 4])
def test_totals_wait_on_the_disk_until_the_city_has_them(lost: int) -> None:
    world = sold_yesterday()
    last = length() - 2  # the city's end of day: asked, answered
    world.schedule.mishaps = dict.fromkeys(range(last, last + lost), Mishap.DROP)
    settled(world)
    (kept,) = world.journal.book.closed_days
    assert kept.total_cents == PRICE
    world.schedule.mishaps.clear()
    settled(world)
    assert world.city.days == [kept]
    assert world.journal.book.closed_days == ()


def test_whatever_was_told_reaches_the_city_once() -> None:
    for mishaps in schedules():
        world = sold_yesterday()
        heard = set[EndOfDay]()

        def noting(book: Book, heard: set[EndOfDay] = heard) -> None:
            heard.update(each for each in book.closed_days if each.count)

        world.journal.on_write = noting
        world.schedule.mishaps = dict(mishaps)
        settled(world)
        world.schedule.mishaps.clear()
        for _ in range(2):
            assert world.new_process().settle(), mishaps
        counted = [each for each in world.city.days if each.count]
        assert (len(counted), set(counted)) == (len(heard), heard), mishaps
        assert world.journal.book.closed_on == TOMORROW.date(), mishaps
        assert world.journal.book.closed_days == (), mishaps
