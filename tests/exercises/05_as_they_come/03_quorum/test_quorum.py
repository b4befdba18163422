import asyncio

import pytest


def computers(world, *seconds, failing=(), cleanup=0):
    """One write for each of `seconds`; those of the numbers of seconds in `failing` fail, each in another way."""
    kinds = [OSError, ValueError, TimeoutError, KeyError, RuntimeError]
    return [
        world.service(
            f"write {number}",
            seconds=needs,
            error=kinds[number % len(kinds)]("no power") if needs in failing else None,
            cleanup=cleanup,
        )
        for number, needs in enumerate(seconds)
    ]


def fine(world):
    """One write that is confirmed after a second. Each computer has one of its own: a program may tell them apart."""
    return world.service("fine", seconds=1)


def jam(world):
    """One write that fails after a second."""
    return world.service("jam", seconds=1, error=OSError("no power"))


def unwatched():
    """One write of so many that their marks fit in no picture: it takes a second."""

    async def write():
        await asyncio.sleep(1)

    return write


def ends(writes):
    """End and outcome of each write, in the order of the list."""
    return [(call.end, call.outcome) for write in writes for call in write.calls]


@pytest.mark.points(2)
@pytest.mark.public
async def test_enough_are_confirmed(submission, world):
    """Of five writes, three are wanted: True at 2.2345 s with the third, and two are stopped at this moment."""
    writes = computers(world, 2.2345, 5, 1, 4, 2)

    assert await submission.replicate(writes, 3) is True
    assert world.elapsed == 2.2345
    assert [call.start for call in world.calls] == [0.0] * 5
    await asyncio.sleep(10)  # what nobody has stopped would end in this time
    assert ends(writes) == [
        (2.2345, "ok"),
        (2.2345, "cancelled"),
        (1.0, "ok"),
        (2.2345, "cancelled"),
        (2.0, "ok"),
    ]


@pytest.mark.points(1)
@pytest.mark.public
async def test_too_many_have_failed(submission, world):
    """Four of five would fail, and three are wanted: False with the third failure, at 3 s, and the rest is stopped."""
    writes = computers(world, 3, 5, 1, 4, 2, failing=(1, 2, 3, 4))

    assert await submission.replicate(writes, 3) is False
    assert world.elapsed == 3.0
    await asyncio.sleep(10)
    assert ends(writes) == [
        (3.0, "failed"),
        (3.0, "cancelled"),
        (1.0, "failed"),
        (3.0, "cancelled"),
        (2.0, "failed"),
    ]


@pytest.mark.points(1)
async def test_some_failures_do_not_matter(submission, world):
    """Writes fail at 1 s and at 3 s, others are confirmed at 2, 4 and 5 s: three of six are there at 5 s."""
    writes = computers(world, 4, 1, 5, 3, 2, 6, failing=(1, 3))

    assert await submission.replicate(writes, 3) is True
    assert world.elapsed == 5.0


@pytest.mark.points(1)
async def test_all_are_wanted(submission, world):
    """If all are wanted, it is True when the last is confirmed, also of a hundred; or False with the first failure."""
    assert await submission.replicate(computers(world, 2, 3, 1), 3) is True
    assert world.elapsed == 3.0

    assert await submission.replicate(computers(world, 2, 3, 1, failing=(1,)), 3) is False
    assert world.elapsed == 4.0

    assert await submission.replicate([unwatched() for _ in range(100)], 100) is True
    assert world.elapsed == 5.0


@pytest.mark.points(1)
async def test_one_is_wanted(submission, world):
    """If one is enough, it is True with the first that is confirmed, and False only when the last has failed."""
    assert await submission.replicate(computers(world, 2, 3, 1, failing=(1,)), 1) is True
    assert world.elapsed == 2.0

    assert await submission.replicate(computers(world, 2, 3, 1, failing=(1, 2, 3)), 1) is False
    assert world.elapsed == 5.0

    assert await submission.replicate(computers(world, 1), 1) is True
    assert world.elapsed == 6.0


@pytest.mark.points(1)
async def test_several_end_at_the_same_moment(submission, world):
    """Two of four are confirmed and two fail, all after 1 s: True if two are wanted, and False if three are."""
    assert await submission.replicate([jam(world), fine(world), fine(world), jam(world)], 2) is True
    assert world.elapsed == 1.0

    assert await submission.replicate([fine(world), jam(world), jam(world), fine(world)], 3) is False
    assert world.elapsed == 2.0


@pytest.mark.points(1)
async def test_more_than_enough(submission, world):
    """Two of three are confirmed at 1 s, one is wanted: True. Two of three fail at 1 s, all are wanted: False."""
    slow = world.service("slow", seconds=5)

    assert await submission.replicate([fine(world), slow, fine(world)], 1) is True
    assert world.elapsed == 1.0

    assert await submission.replicate([jam(world), slow, jam(world)], 3) is False
    assert world.elapsed == 2.0
    assert ends([slow]) == [(1.0, "cancelled"), (2.0, "cancelled")]


@pytest.mark.points(1)
async def test_stopped_writes_clean_up(submission, world):
    """Stopped at 1 s, one write cleans up for 1 s and one fails in its clean-up: the outcome comes at 2 s."""

    async def clumsy():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            raise OSError("half a line") from None

    clumsy = world.watched(clumsy)
    for need, outcome, failing in [(1, True, ()), (3, False, (1,))]:
        began = world.elapsed
        quick, slow = computers(world, 1, 5, failing=failing, cleanup=1)
        assert await submission.replicate([slow, quick, clumsy], need) is outcome
        assert world.elapsed == began + 2.0
        assert ends([slow]) == [(began + 2.0, "cancelled")]


@pytest.mark.points(1)
async def test_cancelled_while_the_outcome_is_open(submission, world):
    """Cancelled at 1.5 s, it stops all writes at 1.5 s, and ends as cancelled when they have cleaned up."""
    writes = computers(world, 2, 1, 3, cleanup=0.5)
    replication = asyncio.create_task(submission.replicate(writes, 2))

    await asyncio.sleep(1.5)
    replication.cancel()
    with pytest.raises(asyncio.CancelledError):
        await replication

    assert world.elapsed == 2.0
    assert ends(writes) == [(2.0, "cancelled"), (1.0, "ok"), (2.0, "cancelled")]
