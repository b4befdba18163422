import asyncio
import contextlib

import pytest


def some_price(world):
    return world.random.randrange(200, 2000) / 2


async def trader(world, desk):
    """The price that a trader gets, and when."""
    price = await desk.wait_open()
    return price, world.elapsed


def inside(*traders):
    """Which traders have gone in. The error of one that failed comes out here."""
    return [task.done() and task.result() is not None for task in traders]


async def start_traders(world, desk, count):
    """Traders who come one after the other, within the next 0.06 s."""
    traders = []
    for _ in range(count):
        traders.append(asyncio.create_task(trader(world, desk)))
        await asyncio.sleep(0.06 / count)
    return traders


@pytest.mark.points(2)
@pytest.mark.public
async def test_early_traders_get_the_price_at_the_bell(submission, world):
    """Three traders who wait all get the price at 0.6 s, the moment of the bell."""
    price = some_price(world)
    desk = submission.Desk()
    traders = await start_traders(world, desk, 3)
    await asyncio.sleep(0.54)
    assert inside(*traders) == [False, False, False], "a trader went in before the bell"

    desk.ring(price)

    assert await asyncio.gather(*traders) == [(price, 0.6)] * 3


@pytest.mark.points(1)
@pytest.mark.public
async def test_late_traders_get_the_price_at_once(submission, world):
    """Traders who come after the bell get the price at the moment when they come, each of them."""
    price = some_price(world)
    desk = submission.Desk()
    (early,) = await start_traders(world, desk, 1)
    await asyncio.sleep(0.54)
    desk.ring(price)
    assert await early == (price, 0.6)

    await asyncio.sleep(1.4)
    assert await trader(world, desk) == (price, 2.0)
    assert await trader(world, desk) == (price, 2.0)
    await asyncio.sleep(3)
    assert await trader(world, desk) == (price, 5.0)


@pytest.mark.points(1)
async def test_the_bell_may_ring_in_an_empty_room(submission, world):
    """The bell that nobody heard still counts: the first trader comes later and gets the price."""
    price = some_price(world)
    desk = submission.Desk()
    desk.ring(price)
    await asyncio.sleep(0.7)

    assert await trader(world, desk) == (price, 0.7)


@pytest.mark.points(1)
async def test_a_price_of_zero(submission, world):
    """The desk may open with a price of 0: the traders get it, and the bell has rung."""
    desk = submission.Desk()
    traders = await start_traders(world, desk, 2)

    desk.ring(0.0)
    with pytest.raises(RuntimeError):
        desk.ring(1.5)
    assert await asyncio.gather(*traders) == [(0.0, 0.06)] * 2
    assert await trader(world, desk) == (0.0, 0.06)


@pytest.mark.points(1)
async def test_the_second_ring_is_refused(submission, world):
    """The second ring raises RuntimeError, whether it comes at the same moment or later."""
    price = some_price(world)
    desk = submission.Desk()

    desk.ring(price)
    with pytest.raises(RuntimeError):
        desk.ring(price + 1)
    await asyncio.sleep(0.5)
    with pytest.raises(RuntimeError):
        desk.ring(price + 2)
    assert await trader(world, desk) == (price, 0.5)


@pytest.mark.points(1)
async def test_the_second_ring_changes_nothing(submission, world):
    """After a second ring, those who wait and those who come later get the price of the first one."""
    price = some_price(world)
    desk = submission.Desk()
    traders = await start_traders(world, desk, 2)

    desk.ring(price)
    with contextlib.suppress(Exception):  # whether it is refused, and how, is another test
        desk.ring(price + 1)
    assert await asyncio.gather(*traders) == [(price, 0.06)] * 2

    await asyncio.sleep(0.44)
    assert await trader(world, desk) == (price, 0.5)


@pytest.mark.points(2)
async def test_a_trader_who_gives_up(submission, world):
    """A trader who is cancelled at 0.3 s ends there; the other two get the price at the bell."""
    price = some_price(world)
    desk = submission.Desk()
    first, second, third = await start_traders(world, desk, 3)
    await asyncio.sleep(0.24)

    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    assert world.elapsed == 0.3
    await asyncio.sleep(0.3)
    desk.ring(price)

    assert await asyncio.gather(first, third) == [(price, 0.6)] * 2


@pytest.mark.points(1)
async def test_each_desk_has_its_own_bell(submission, world):
    """The bell of one desk does not open another, and each keeps its own price."""
    coffee_price = some_price(world)
    tea_price = coffee_price + 3
    coffee, tea = submission.Desk(), submission.Desk()
    (at_coffee,) = await start_traders(world, coffee, 1)
    (at_tea,) = await start_traders(world, tea, 1)

    coffee.ring(coffee_price)
    await asyncio.sleep(0.3)
    assert inside(at_tea) == [False], "the bell of the first desk opened the second one"
    tea.ring(tea_price)

    assert await at_coffee == (coffee_price, 0.12)
    assert await at_tea == (tea_price, 0.42)
