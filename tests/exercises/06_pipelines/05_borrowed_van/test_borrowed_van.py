import asyncio

import pytest


class Depot:
    """A depot with vans whose names cannot be guessed. Borrowing takes 1 s, giving back 0.5 s."""

    def __init__(self, world, error=None):
        self._world = world
        self._error = error
        self.lent = []  # the vans, as they went out
        self.back = []  # (van, damaged, when)
        self.borrow = world.watched(self.borrow)
        self.give_back = world.watched(self.give_back)

    async def borrow(self):
        await asyncio.sleep(1)
        if self._error is not None:
            raise self._error
        self.lent.append(f"van {self._world.random.randrange(10**6)}-{len(self.lent)}")
        return self.lent[-1]

    async def give_back(self, v, damaged):
        await asyncio.sleep(0.5)
        self.back.append((v, damaged, self._world.elapsed))


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_quiet_trip(submission, world):
    """A trip of 2 s: the van is there at 1 s, it goes back undamaged, and the block is left at 3.5 s."""
    depot = Depot(world)

    async with submission.van(depot) as v:
        assert world.elapsed == 1.0
        assert [v] == depot.lent
        await asyncio.sleep(2)
    assert world.elapsed == 3.5
    assert depot.back == [(v, False, 3.5)]


@pytest.mark.points(1)
@pytest.mark.public
async def test_an_accident(submission, world):
    """The block raises ValueError: the van goes back damaged, and then the error comes out."""
    depot = Depot(world)

    with pytest.raises(ValueError, match="scratched"):
        async with submission.van(depot):
            await asyncio.sleep(1)
            raise ValueError("scratched")
    assert world.elapsed == 2.5
    assert depot.back == [(depot.lent[0], True, 2.5)]


@pytest.mark.points(1)
async def test_all_kinds_of_errors(submission, world):
    """Any error of the block comes out as it is, and the van goes back damaged."""
    depot = Depot(world)
    number = world.random.randrange(10**6)
    errors = [OSError(f"no road {number}"), KeyError(number), TimeoutError("late"), RuntimeError("no fuel")]
    raised = []
    for error in errors:
        try:
            async with submission.van(depot):
                raise error
        except Exception as came_out:
            raised.append(came_out)

    assert [(type(error), error.args) for error in raised] == [(type(error), error.args) for error in errors]
    assert [(v, damaged) for v, damaged, _ in depot.back] == [(v, True) for v in depot.lent]


@pytest.mark.points(2)
async def test_called_off(submission, world):
    """Cancelled on the way, at 2 s: the van is back at 2.5 s, undamaged, and the task ends as cancelled."""
    depot = Depot(world)

    async def trip():
        async with submission.van(depot):
            await asyncio.sleep(10)

    task = asyncio.create_task(trip())
    await asyncio.sleep(2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert world.elapsed == 2.5
    assert depot.back == [(depot.lent[0], False, 2.5)]


@pytest.mark.points(1)
async def test_time_is_up(submission, world):
    """A deadline around the trip ends it at 3 s: the van is back at 3.5 s, undamaged."""
    depot = Depot(world)

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(3):
            async with submission.van(depot):
                await asyncio.sleep(10)
    assert world.elapsed == 3.5
    assert depot.back == [(depot.lent[0], False, 3.5)]


@pytest.mark.points(1)
async def test_no_van(submission, world):
    """Borrowing fails: its error comes out, the block is not entered, and nothing is given back."""
    depot = Depot(world, OSError("all vans are out"))
    entered = False

    with pytest.raises(OSError, match="all vans are out"):
        async with submission.van(depot):
            entered = True
    assert not entered, "the block was entered without a van"
    assert [call.label for call in depot.give_back.calls] == []


@pytest.mark.points(1)
async def test_cancelled_while_waiting_for_a_van(submission, world):
    """Cancelled at 0.5 s, while it waits for a van: the waiting ends there, and nothing is given back."""
    depot = Depot(world)

    async def trip():
        async with submission.van(depot):
            await asyncio.sleep(10)

    task = asyncio.create_task(trip())
    await asyncio.sleep(0.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert world.elapsed == 0.5
    assert [(call.outcome, call.end) for call in depot.borrow.calls] == [("cancelled", 0.5)]
    assert [call.label for call in depot.give_back.calls] == []


@pytest.mark.points(1)
async def test_two_vans(submission, world):
    """Two vans, one inside the other, and a third one in another task: each goes back, and one is damaged."""
    depot = Depot(world)

    async def one_trip():
        async with submission.van(depot) as v:
            await asyncio.sleep(10)
            return v

    other = asyncio.create_task(one_trip())
    await asyncio.sleep(0.25)
    async with submission.van(depot) as outer:
        with pytest.raises(ValueError, match="scratched"):
            async with submission.van(depot) as inner:
                raise ValueError("scratched")
    third = await other

    assert depot.lent == [third, outer, inner]
    assert depot.back == [(inner, True, 2.75), (outer, False, 3.25), (third, False, 11.5)]


@pytest.mark.points(1)
async def test_borrowed_when_entered(submission, world):
    """`van(depot)` alone borrows nothing; and a block that is left by `break` gives its van back."""
    depot = Depot(world)
    manager = submission.van(depot)
    await asyncio.sleep(3)
    assert [call.label for call in depot.borrow.calls] == []

    while True:
        async with manager:
            break
    assert [call.start for call in depot.borrow.calls] == [3.0]
    assert depot.back == [(depot.lent[0], False, 4.5)]
