import asyncio

import pytest


def replica(world, name, seconds, **more):
    """One replica; more: its `answer` or `error`, and the time of its `cleanup`."""
    return world.service(name, seconds=seconds, **more)


def some(world):
    """An answer that nobody can guess."""
    return f"not together {world.random.randrange(10**6)}"


def history(*replicas):
    """Start, end and outcome of each question, by replica; nothing of those who were not asked."""
    return {call.name: (call.start, call.end, call.outcome) for replica in replicas for call in replica.calls}


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_quick_answer(submission, world):
    """The first replica answers after 0.3 s, with `after` 1: only this one is asked."""
    answer = some(world)
    a, b = replica(world, "a", 0.3, answer=answer), replica(world, "b", 0.1, answer="from b")

    assert await submission.hedged([a, b], 1) == answer
    assert world.elapsed == 0.3
    await asyncio.sleep(3)
    assert history(a, b) == {"a": (0.0, 0.3, "ok")}


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_slow_replica(submission, world):
    """The first needs 5 s: the second is asked at 1 s, its answer is there at 1.5 s, and the first is stopped."""
    answer = some(world)
    a, b = replica(world, "a", 5, answer="from a"), replica(world, "b", 0.5, answer=answer)

    assert await submission.hedged([a, b], 1) == answer
    assert world.elapsed == 1.5
    await asyncio.sleep(5)
    assert history(a, b) == {"a": (0.0, 1.5, "cancelled"), "b": (1.0, 1.5, "ok")}


@pytest.mark.points(1)
async def test_the_first_goes_on(submission, world):
    """The first answers at 1.2 s, after the second was asked: its answer counts, and the second is stopped."""
    answer = some(world)
    a, b = replica(world, "a", 1.2, answer=answer), replica(world, "b", 5, answer="from b")

    assert await submission.hedged([a, b], 1) == answer
    assert world.elapsed == 1.2
    await asyncio.sleep(5)
    assert history(a, b) == {"a": (0.0, 1.2, "ok"), "b": (1.0, 1.2, "cancelled")}


@pytest.mark.points(1)
async def test_one_hedge_after_the_other(submission, world):
    """All are slow: they are asked at 0, 1, 2 and 3 s; the answer of the second, None, is there at 3.5 s."""
    a, c, d = (replica(world, name, 9, answer=some(world)) for name in "acd")
    b = replica(world, "b", 2.5, answer=None)

    assert await submission.hedged([a, b, c, d], 1) is None
    assert world.elapsed == 3.5
    assert history(a, b, c, d) == {
        "a": (0.0, 3.5, "cancelled"),
        "b": (1.0, 3.5, "ok"),
        "c": (2.0, 3.5, "cancelled"),
        "d": (3.0, 3.5, "cancelled"),
    }


@pytest.mark.points(2)
async def test_the_next_one_at_each_failure(submission, world):
    """At each failure the next one is asked at once, whoever has failed, and the `after` seconds begin anew."""
    answer = some(world)
    a = replica(world, "a", 0.25, error=TimeoutError("too much to do"))
    b = replica(world, "b", 1.5, error=ValueError("cannot read this"))
    c = replica(world, "c", 0.75, error=OSError("down"))
    d = replica(world, "d", 9, answer="from d")
    e = replica(world, "e", 9, answer="from e")
    f = replica(world, "f", 0.5, answer=answer)
    g = replica(world, "g", 1, answer="from g")

    assert await submission.hedged([a, b, c, d, e, f, g], 1) == answer
    assert world.elapsed == 3.5
    assert history(a, b, c, d, e, f, g) == {
        "a": (0.0, 0.25, "failed"),
        "b": (0.25, 1.75, "failed"),
        "c": (1.25, 2.0, "failed"),
        "d": (1.75, 3.5, "cancelled"),
        "e": (2.0, 3.5, "cancelled"),
        "f": (3.0, 3.5, "ok"),
    }


@pytest.mark.points(1)
async def test_all_fail(submission, world):
    """If all fail, the error of the one that failed last in time comes out at once: of two replicas, and of one."""
    number = world.random.randrange(10**6)
    a = replica(world, "a", 0.2, error=OSError("down"))
    b = replica(world, "b", 0.5, error=ValueError(f"cannot read {number}"))
    with pytest.raises(ValueError, match=f"^cannot read {number}$"):
        await submission.hedged([a, b], 1)
    assert world.elapsed == 0.7

    slow = replica(world, "slow", 3, error=OSError(f"down {number}"))
    quick = replica(world, "quick", 0.5, error=ValueError("cannot read"))
    with pytest.raises(OSError, match=f"^down {number}$"):
        await submission.hedged([slow, quick], 1)
    assert world.elapsed == 3.7
    assert history(slow, quick) == {"slow": (0.7, 3.7, "failed"), "quick": (1.7, 2.2, "failed")}
    assert [call.name for call in world.calls] == ["a", "b", "slow", "quick"], "a replica was asked twice"

    alone = replica(world, "alone", 0.3, error=TimeoutError(f"busy {number}"))
    with pytest.raises(TimeoutError, match=f"^busy {number}$"):
        await submission.hedged([alone], 1)
    assert world.elapsed == 4.0


@pytest.mark.points(1)
async def test_the_losers_clean_up(submission, world):
    """An answer at 3.5 s; the losers clean up until 5.5 s: one fails, one answers after all; nobody else is asked."""
    answer = some(world)
    a = replica(world, "a", 9, cleanup=2)
    c = replica(world, "c", 0.5, answer=answer)
    d = replica(world, "d", 1, answer="from d")

    async def clumsy():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            raise OSError("cannot clean up") from None

    async def stubborn():
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
        return "too late"

    b, e = world.watched(clumsy, "b"), world.watched(stubborn, "e")

    assert await submission.hedged([a, b, e, c, d], 1) == answer
    assert world.elapsed == 5.5
    assert history(a, b, c, d, e) == {
        "a": (0.0, 5.5, "cancelled"),
        "b": (1.0, 4.0, "failed"),
        "c": (3.0, 3.5, "ok"),
        "e": (2.0, 4.5, "ok"),
    }


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled at 1.5 s, it stops the two that are under way, asks no other, and ends when they are clean."""
    replicas = [replica(world, name, 9, cleanup=1.5) for name in "abc"]
    request = asyncio.create_task(submission.hedged(replicas, 1))

    await asyncio.sleep(1.5)
    request.cancel()
    with pytest.raises(asyncio.CancelledError):
        await request

    assert world.elapsed == 3.0
    await asyncio.sleep(5)
    assert history(*replicas) == {"a": (0.0, 3.0, "cancelled"), "b": (1.0, 3.0, "cancelled")}


@pytest.mark.points(1)
async def test_two_requests_at_the_same_time(submission, world):
    """Two requests at the same time do not disturb each other: answers at 1.5 s and at 3 s."""
    answers = [some(world), some(world)]
    a, b = replica(world, "a", 5), replica(world, "b", 0.5, answer=answers[0])
    c, d = replica(world, "c", 3, answer=answers[1]), replica(world, "d", 5)

    results = await asyncio.gather(
        submission.hedged([a, b], 1), submission.hedged([c, d], 2), return_exceptions=True
    )

    assert results == answers
    assert history(a, b, c, d) == {
        "a": (0.0, 1.5, "cancelled"),
        "b": (1.0, 1.5, "ok"),
        "c": (0.0, 3.0, "ok"),
        "d": (2.0, 3.0, "cancelled"),
    }
