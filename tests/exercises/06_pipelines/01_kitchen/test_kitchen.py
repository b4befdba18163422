import asyncio

import pytest

# In no order that a program could fall into by itself.
ORDERS = ["soup", "pie", "fish", "rice", "stew", "beans", "cake"]


def menu(world, count):
    """Distinct orders, and a dish for each that cannot be guessed."""
    orders = ORDERS[:count]
    return orders, {order: f"{order} {world.random.randrange(10**6)}" for order in orders}


def starts(cook):
    """When each order was begun."""
    return {call.args[0]: call.start for call in cook.calls}


@pytest.mark.points(1)
@pytest.mark.public
async def test_three_cooks(submission, world):
    """Six orders of 2 s and three cooks: all dishes are there after 4 s, three are cooked at a time."""
    orders, dishes = menu(world, 6)
    cook = world.service("cook", seconds=2, answer=dishes)

    assert await submission.kitchen(orders, cook, 3) == dishes
    assert world.elapsed == 4.0
    assert cook.most_at_once == 3, f"{cook.most_at_once} dishes were cooked together, expected 3"


@pytest.mark.points(2)
async def test_the_free_cook_takes_the_next_order(submission, world):
    """An order of 5 s and four of about 1 s, two cooks: 5 s, and each order begins when a cook is free."""
    orders, dishes = menu(world, 5)
    slow, *quick = orders
    cook = world.service("cook", seconds={slow: 5} | dict.fromkeys(quick, 1.0371), answer=dishes)

    assert await submission.kitchen(orders, cook, 2) == dishes
    assert world.elapsed == 5.0
    assert starts(cook) == dict(zip(orders, [0.0, 0.0, 1.0371, 2.0742, 3.1113], strict=True))


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_burnt_dish_is_left_out(submission, world):
    """The second of four orders burns: the other three dishes are there, after 2 s with two cooks."""
    orders, dishes = menu(world, 4)
    burnt = orders[1]
    cook = world.service("cook", seconds=1, answer=dishes, error={burnt: OSError("smoke")})

    served = await submission.kitchen(orders, cook, 2)

    assert served == {order: dish for order, dish in dishes.items() if order != burnt}
    assert world.elapsed == 2.0


@pytest.mark.points(1)
async def test_more_burnt_dishes_than_cooks(submission, world):
    """The first, the last and three other orders burn, each in another way: two cooks still get through."""
    orders, dishes = menu(world, 7)
    causes = [
        OSError("smoke"),
        ValueError("too much salt"),
        KeyError("pan"),
        TimeoutError(),
        RuntimeError("gas"),
    ]
    errors = dict(zip([orders[0], orders[1], orders[3], orders[4], orders[6]], causes, strict=True))
    cook = world.service("cook", seconds=1, answer=dishes, error=errors)

    assert await submission.kitchen(orders, cook, 2) == {
        order: dishes[order] for order in (orders[2], orders[5])
    }
    assert world.elapsed == 4.0
    assert starts(cook) == dict(zip(orders, [0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 3.0], strict=True))


@pytest.mark.points(1)
async def test_one_cook_and_nothing_works(submission, world):
    """One cook, and every order burns: the orders are tried one after the other, and the dict is empty."""
    orders, _ = menu(world, 3)
    cook = world.service("cook", seconds=0.5, error=OSError("smoke"))

    assert await submission.kitchen(orders, cook, 1) == {}
    assert world.elapsed == 1.5
    assert starts(cook) == dict(zip(orders, [0.0, 0.5, 1.0], strict=True))


@pytest.mark.points(1)
async def test_more_cooks_than_orders(submission, world):
    """Nine cooks and five orders, all begun at once; then five cooks and no order: nobody waits in vain."""
    orders, dishes = menu(world, 5)
    cook = world.service("cook", seconds=1, answer=dishes)

    assert await submission.kitchen(orders, cook, 9) == dishes
    assert world.elapsed == 1.0
    assert await submission.kitchen([], cook, 5) == {}
    assert world.elapsed == 1.0
    assert starts(cook) == dict.fromkeys(orders, 0.0)
    assert len(cook.calls) == 5, f"cook was called {len(cook.calls)} times, expected once for each order"


@pytest.mark.points(1)
async def test_two_kitchens(submission, world):
    """Two kitchens that work at the same time have their own cooks, orders and dishes."""
    orders, dishes = menu(world, 4)
    new_dishes = menu(world, 3)[1]
    cook = world.service("cook", seconds=1, answer=dishes)
    other_cook = world.service("other cook", seconds=2, answer=new_dishes)

    served = await asyncio.gather(
        submission.kitchen(orders, cook, 2), submission.kitchen(orders[:3], other_cook, 3)
    )

    assert served == [dishes, new_dishes]
    assert world.elapsed == 2.0
    assert (cook.most_at_once, other_cook.most_at_once) == (2, 3)


@pytest.mark.points(2)
async def test_cancelled(submission, world):
    """Cancelled at 1.5 s, the kitchen cancels two dishes, waits while they clear up, and begins nothing."""
    orders, dishes = menu(world, 5)
    seconds = dict(zip(orders, [1, 4, 4, 1, 1], strict=True))
    cook = world.service("cook", seconds=seconds, answer=dishes, cleanup=0.5)

    kitchen = asyncio.create_task(submission.kitchen(orders, cook, 2))
    await asyncio.sleep(1.5)
    kitchen.cancel()
    with pytest.raises(asyncio.CancelledError):
        await kitchen
    ended = world.elapsed

    await asyncio.sleep(5)
    ends = {call.args[0]: (call.outcome, call.end) for call in cook.calls}
    assert ends == {
        orders[0]: ("ok", 1.0),
        orders[1]: ("cancelled", 2.0),
        orders[2]: ("cancelled", 2.0),
    }
    assert ended == 2.0, f"the kitchen ended after {ended:g} s, and its cooks were gone after 2 s"
