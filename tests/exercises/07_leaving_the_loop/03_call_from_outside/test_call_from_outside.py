import asyncio

import pytest

# A service in the submission's own process: its task waits for nothing but asyncio's own futures.
FAR_AWAY = """
import asyncio


async def far_away(code):
    await asyncio.sleep(60)
"""


def shop(submission, world, name="price", limit=5, **settings):
    """A callback, and the service that it asks. The loop's debug mode is on."""
    loop = world.asyncio("get_running_loop")
    loop.set_debug(True)
    price = world.service(name, **settings)
    return submission.make_callback(loop, price, limit), price


def prices(world, codes):
    """A price for each code that cannot be guessed."""
    return dict(zip(codes, world.random.sample(range(100, 10_000), len(codes)), strict=True))


async def scanned(world, callback, code):
    """What comes of a code that is scanned now, in a thread of the library, and when."""
    try:
        outcome = await world.in_thread(callback, code)
    except TimeoutError:
        outcome = "TimeoutError"
    except Exception as error:
        outcome = repr(error)
    return outcome, float(world.elapsed)


def looked_up(price):
    """What became of each look-up, by code."""
    return {call.args[0]: (call.start, call.outcome, call.end) for call in price.calls}


def assert_given_loop(world):
    assert world.loops == 0, "the price was looked up in another loop than the given one"


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_price_after_a_second(submission, world):
    """Called in another thread, the callback returns a price that takes 1.23 s, after 1.23 s."""
    cost = prices(world, ["nails"])
    callback, price = shop(submission, world, seconds=1.23, answer=cost)
    assert price.calls == [], "a price was looked up before anything had been scanned"

    assert await world.in_thread(callback, "nails") == cost["nails"]
    assert world.elapsed == 1.23
    assert looked_up(price) == {"nails": (0.0, "ok", 1.23)}
    assert_given_loop(world)


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_loop_is_free_meanwhile(submission, world):
    """While a scanner waits for its price for 2.2 s, somebody else on the loop wakes up every half second."""
    cost = prices(world, ["nails"])
    callback, _ = shop(submission, world, seconds=2.2, answer=cost)
    beats = []

    async def beat():
        for _ in range(6):
            await asyncio.sleep(0.5)
            beats.append(float(world.elapsed))

    found, _ = await asyncio.gather(world.in_thread(callback, "nails"), beat())

    assert found == cost["nails"]
    assert beats == [0.5, 1.0, 1.5, 2.0, 2.5, 3.0]
    assert world.blocked == [], "somebody waited in the event loop's own thread"


@pytest.mark.points(2)
async def test_no_price_within_the_limit(submission, world):
    """No price within 5 s: TimeoutError after 5 s, and a cancelled look-up. The next code has its price."""
    cost = prices(world, ["anvil", "nails"])
    callback, price = shop(submission, world, seconds={"anvil": 60, "nails": 1}, answer=cost)

    with pytest.raises(TimeoutError):
        await world.in_thread(callback, "anvil")
    assert world.elapsed == 5.0
    assert await world.in_thread(callback, "nails") == cost["nails"]
    assert world.elapsed == 6.0

    await asyncio.sleep(60)
    assert looked_up(price) == {"anvil": (0.0, "cancelled", 5.0), "nails": (5.0, "ok", 6.0)}
    assert_given_loop(world)

    (far_away,) = world.there(FAR_AWAY, "far_away")
    callback = submission.make_callback(world.asyncio("get_running_loop"), far_away, 2)
    assert await scanned(world, callback, "anvil") == ("TimeoutError", 68.0)


@pytest.mark.points(1)
async def test_a_look_up_that_cleans_up(submission, world):
    """A look-up that needs 0.4 s to clean up when it is cancelled, at 2.5 s, gets this time."""
    callback, price = shop(submission, world, limit=2.5, seconds=60, answer=7, cleanup=0.4)

    with pytest.raises(TimeoutError):
        await world.in_thread(callback, "anvil")
    ended = float(world.elapsed)
    await asyncio.sleep(60)

    assert 2.5 <= ended < 2.91, f"the limit was 2.5 s, and the callback came back after {ended:g} s"
    assert looked_up(price) == {"anvil": (0.0, "cancelled", 2.9)}


@pytest.mark.points(1)
async def test_errors_of_the_service(submission, world):
    """What `price` raises comes out of the callback as it is, at that moment: also a TimeoutError."""
    codes = ["glue", "rope", "wire"]
    kinds = zip(codes, [LookupError, OSError, TimeoutError], strict=True)
    errors = {code: kind(f"shelf {world.random.randrange(10**6)}") for code, kind in kinds}
    callback, _ = shop(submission, world, seconds={"glue": 1.5, "rope": 0, "wire": 0.5}, error=errors)

    for code, when in (("glue", 1.5), ("rope", 1.5), ("wire", 2.0)):
        outcome, ended = await scanned(world, callback, code)
        kind = str(outcome).partition("(")[0]
        assert kind == type(errors[code]).__name__, (
            f"the look-up raised {type(errors[code]).__name__}, and the callback: {kind}"
        )
        assert ended == when
        assert kind == "TimeoutError" or outcome == repr(errors[code])


@pytest.mark.points(1)
async def test_several_scanners_at_the_same_time(submission, world):
    """Five scanners at once: each has its own outcome at its own time, and nobody waits for another."""
    seconds = {"saw": 3.1, "anvil": 60, "nails": 1.2, "glue": 2.3, "tape": 0.4}
    cost = prices(world, seconds)
    callback, price = shop(
        submission, world, seconds=seconds, answer=cost, error={"glue": LookupError("shelf")}
    )

    outcomes = await asyncio.gather(*(scanned(world, callback, code) for code in seconds))

    assert outcomes == [
        (cost["saw"], 3.1),
        ("TimeoutError", 5.0),
        (cost["nails"], 1.2),
        ("LookupError('shelf')", 2.3),
        (cost["tape"], 0.4),
    ]
    await asyncio.sleep(1)
    assert looked_up(price) == {
        "saw": (0.0, "ok", 3.1),
        "anvil": (0.0, "cancelled", 5.0),
        "nails": (0.0, "ok", 1.2),
        "glue": (0.0, "failed", 2.3),
        "tape": (0.0, "ok", 0.4),
    }
    assert_given_loop(world)


@pytest.mark.points(1)
async def test_the_same_code_again(submission, world):
    """A code is scanned at 0, 4 and 8 s, then twice together: each time its price is asked anew, and may be another."""
    cost = [*world.random.sample(range(100, 10_000), 2), 0]
    pair = world.random.sample(range(100, 10_000), 2)
    offers = iter(cost + pair)
    callback, price = shop(submission, world, seconds=1, answer=lambda code: next(offers))

    for number, expected in enumerate(cost):
        await asyncio.sleep(4 * number - float(world.elapsed))
        assert await scanned(world, callback, "nails") == (expected, 4 * number + 1.0)
    assert len(price.calls) == 3, f"the price was asked {len(price.calls)} times for 3 scans"

    both = await asyncio.gather(*(scanned(world, callback, "nails") for _ in range(2)))
    assert len(price.calls) == 5, "two scanners with the same code have to look it up for themselves"
    assert sorted(both) == [(value, 10.0) for value in sorted(pair)]


@pytest.mark.points(1)
async def test_two_shops(submission, world):
    """Two callbacks with services and limits of their own: 1.5 s is late for one, and not for the other."""
    cost, other_cost = prices(world, ["saw", "nails"]), prices(world, ["saw", "nails"])
    seconds = {"saw": 1.5, "nails": 0.5}
    callback, _ = shop(submission, world, limit=1, seconds=seconds, answer=cost)
    other, _ = shop(submission, world, "other price", limit=2, seconds=seconds, answer=other_cost)

    outcomes = await asyncio.gather(
        *(scanned(world, function, code) for function in (callback, other) for code in ("saw", "nails"))
    )

    assert outcomes == [
        ("TimeoutError", 1.0),
        (cost["nails"], 0.5),
        (other_cost["saw"], 1.5),
        (other_cost["nails"], 0.5),
    ]
