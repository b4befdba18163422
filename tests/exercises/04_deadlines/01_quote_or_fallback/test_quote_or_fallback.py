import asyncio

import pytest


def price(world):
    """A price that nobody can guess."""
    return world.random.randrange(100, 100_000)


def ends(ask):
    """Outcome and end of each request."""
    return [(call.outcome, call.end) for call in ask.calls]


@pytest.mark.points(1)
@pytest.mark.public
async def test_the_price_arrives_in_time(submission, world):
    """A price that arrives after 1 s, with a limit of 3 s, is returned at 1 s."""
    answer = price(world)
    ask = world.service("ask", seconds=1, answer=answer)

    assert await submission.quote(ask, 3, answer + 1) == answer
    assert world.elapsed == 1.0
    assert ends(ask) == [("ok", 1.0)]


@pytest.mark.points(1)
@pytest.mark.public
async def test_time_is_up(submission, world):
    """A request of 5 s, with a limit of 3 s, is stopped at 3 s, and the fallback is returned."""
    fallback = price(world)
    ask = world.service("ask", seconds=5, answer=fallback + 1)

    assert await submission.quote(ask, 3, fallback) == fallback
    assert world.elapsed == 3.0
    await asyncio.sleep(1)
    assert ends(ask) == [("cancelled", 3.0)]


@pytest.mark.points(2)
async def test_the_carriers_own_timeout_error(submission, world):
    """A TimeoutError that the carrier raises after 1 s, with or without a text, comes out at once."""
    reason = f"gateway {price(world)}"
    for error in (TimeoutError(reason), TimeoutError()):
        start = world.elapsed
        with pytest.raises(TimeoutError) as caught:
            await submission.quote(world.service("ask", seconds=1, error=error), 3, price(world))

        assert caught.value.args == error.args
        assert world.elapsed == start + 1


@pytest.mark.points(1)
async def test_other_errors(submission, world):
    """Any other error that the carrier raises comes out at once, as it is."""
    reason = f"no such parcel: {price(world)}"
    for kind in (ValueError, OSError):
        start = world.elapsed
        with pytest.raises(kind) as caught:
            await submission.quote(world.service("ask", seconds=1, error=kind(reason)), 3, price(world))

        assert (type(caught.value), caught.value.args) == (kind, (reason,))
        assert world.elapsed == start + 1


@pytest.mark.points(1)
async def test_the_caller_is_cancelled(submission, world):
    """Cancelled at 1 s, `quote` ends as cancelled at that moment, and the request with it."""
    ask = world.service("ask", seconds=2, answer=price(world))
    shopping = asyncio.create_task(submission.quote(ask, 3, price(world)))

    await asyncio.sleep(1)
    shopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await shopping

    assert world.elapsed == 1.0
    assert ends(ask) == [("cancelled", 1.0)]


@pytest.mark.points(1)
async def test_a_request_needs_a_moment_to_stop(submission, world):
    """A request that needs 0.5 s to hang up has ended when the fallback is returned, at 3.5 s."""
    fallback = price(world)
    ask = world.service("ask", seconds=5, answer=fallback + 1, cleanup=0.5)

    assert await submission.quote(ask, 3, fallback) == fallback
    assert world.elapsed == 3.5
    assert ends(ask) == [("cancelled", 3.5)]


@pytest.mark.points(1)
async def test_the_caller_is_cancelled_while_the_request_hangs_up(submission, world):
    """Cancelled while a late request hangs up, `quote` ends as cancelled; there is no fallback any more."""
    ask = world.service("ask", seconds=5, answer=price(world), cleanup=1)
    shopping = asyncio.create_task(submission.quote(ask, 3, price(world)))

    await asyncio.sleep(3.5)
    shopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await shopping

    assert world.elapsed <= 4.0, "`quote` went on although its request had stopped"
    await asyncio.sleep(1)
    assert [call.outcome for call in ask.calls] == ["cancelled"]


@pytest.mark.points(1)
async def test_four_parcels_one_after_the_other(submission, world):
    """Four quotes in a row do not disturb one another: one too slow, two in time, one cancelled."""
    fallback, *answers = [price(world) for _ in range(3)]
    slow, quick, steady = [
        world.service("ask", seconds=seconds, answer=answer)
        for seconds, answer in zip([5, 1, 2.5], [fallback + 1, *answers], strict=True)
    ]

    assert await submission.quote(slow, 3, fallback) == fallback
    assert await submission.quote(quick, 3, answers[0] + 1) == answers[0]
    assert await submission.quote(steady, 3, answers[1] + 1) == answers[1]
    assert world.elapsed == 6.5

    shopping = asyncio.create_task(submission.quote(slow, 3, fallback))
    await asyncio.sleep(1)
    shopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await shopping
    assert ends(slow) == [("cancelled", 3.0), ("cancelled", 7.5)]


@pytest.mark.points(1)
async def test_three_parcels_at_once(submission, world):
    """Three quotes at the same time, each with a limit and a fallback of its own; one parcel is free."""
    seconds = [4, 1, 0.5]
    answers = [price(world), 0, price(world)]
    limits = [2, 3, 1]
    asks = [world.service("ask", seconds=s, answer=a) for s, a in zip(seconds, answers, strict=True)]
    fallbacks = [price(world) for _ in asks]

    prices = await asyncio.gather(*map(submission.quote, asks, limits, fallbacks))

    assert prices == [fallbacks[0], 0, answers[2]]
    assert world.elapsed == 2.0
    assert [ends(ask) for ask in asks] == [[("cancelled", 2.0)], [("ok", 1.0)], [("ok", 0.5)]]
