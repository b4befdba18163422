import asyncio

import pytest


async def arrival(world, hall, size):
    """Take seats; return when they were there."""
    await hall.take(size)
    return world.elapsed


async def groups(world, hall, *sizes):
    """Groups that come to the window in this order, 0.01 s apart."""
    tasks = []
    for size in sizes:
        tasks.append(asyncio.create_task(arrival(world, hall, size)))
        await asyncio.sleep(0.01)
    return tasks


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


def inside(tasks):
    """Which groups have their seats. The error of one that failed comes out here."""
    return [task.done() and task.result() is not None for task in tasks]


async def send_home(*tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.points(1)
@pytest.mark.public
async def test_waits_until_seats_are_given_back(submission, world):
    """In a hall of 4, a second group of 3 waits until 3 seats are given back, and goes in at that moment."""
    hall = submission.Hall(4)
    assert await arrival(world, hall, 3) == 0.0

    (second,) = await groups(world, hall, 3)
    await until(world, 1)
    assert inside([second]) == [False], "a seat was handed out twice"
    await hall.give_back(3)

    assert await second == 1.0


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_small_group_passes_a_big_one(submission, world):
    """Two seats come back: the group of 2 goes in, though a group of 5 came before it."""
    hall = submission.Hall(5)
    await hall.take(5)
    big, small = await groups(world, hall, 5, 2)

    await until(world, 1)
    await hall.give_back(2)
    assert await small == 1.0
    assert inside([big]) == [False], "the group of 5 went in with 2 free seats"

    await until(world, 2)
    await hall.give_back(3)
    await until(world, 3)
    await hall.give_back(2)
    assert await big == 3.0


@pytest.mark.points(1)
async def test_free_seats_are_taken_at_once(submission, world):
    """A group that fits does not wait at all, though a bigger group stands at the window."""
    hall = submission.Hall(4)
    await hall.take(3)
    (big,) = await groups(world, hall, 2)

    assert await arrival(world, hall, 1) == 0.01

    await until(world, 1)
    await hall.give_back(3)
    assert await big == 1.0


@pytest.mark.points(1)
async def test_one_group_for_each_return(submission, world):
    """Three groups of 3 wait for a hall of 3: each time that 3 seats come back, exactly one goes in."""
    hall = submission.Hall(3)
    await hall.take(3)
    waiting = await groups(world, hall, 3, 3, 3)

    for moment in (1, 2, 3):
        await until(world, moment)
        await hall.give_back(3)
        await asyncio.sleep(0.1)
        went_in = sum(inside(waiting))
        assert went_in == moment, (
            f"after {moment:g} s, {went_in} of the three groups are in, expected {moment}"
        )

    assert sorted(task.result() for task in waiting) == [1.0, 2.0, 3.0]


@pytest.mark.points(1)
async def test_two_halls(submission, world):
    """Two halls have their own seats, and their own groups that wait."""
    small, large = submission.Hall(2), submission.Hall(5)
    await small.take(2)
    assert await arrival(world, large, 5) == 0.0
    (waits_for_small,) = await groups(world, small, 1)
    (waits_for_large,) = await groups(world, large, 1)

    await until(world, 1)
    await large.give_back(5)
    assert await waits_for_large == 1.0
    assert inside([waits_for_small]) == [False], "a seat of another hall was handed out"

    await until(world, 2)
    await small.give_back(2)
    assert await waits_for_small == 2.0


@pytest.mark.points(1)
async def test_two_groups_at_the_same_moment(submission, world):
    """Two groups of 2 ask for 3 free seats together: one gets in, the other when seats come back."""
    hall = submission.Hall(3)
    pair = [asyncio.create_task(arrival(world, hall, 2)) for _ in range(2)]
    await asyncio.sleep(0.5)
    assert sorted(inside(pair)) == [False, True]

    await hall.give_back(2)

    assert sorted(await asyncio.gather(*pair)) == [0.0, 0.5]


@pytest.mark.points(1)
async def test_a_single_seat_finds_its_group(submission, world):
    """One seat comes back: the group of 1 goes in, though two bigger ones came before it."""
    hall = submission.Hall(4)
    await hall.take(4)
    four, three, one = await groups(world, hall, 4, 3, 1)

    await until(world, 1)
    await hall.give_back(1)
    await asyncio.sleep(0.5)
    assert inside([four, three, one]) == [False, False, True]
    assert one.result() == 1.0

    await send_home(four, three)


@pytest.mark.points(1)
async def test_a_group_that_goes_home(submission, world):
    """A group that is cancelled while it waits takes no seats with it: the next group can have them all."""
    hall = submission.Hall(3)
    await hall.take(3)
    (leaves,) = await groups(world, hall, 2)

    await until(world, 0.5)
    leaves.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaves
    assert world.elapsed == 0.5
    (comes_later,) = await groups(world, hall, 3)
    await until(world, 1)
    await hall.give_back(3)

    assert await comes_later == 1.0


@pytest.mark.points(1)
async def test_a_group_that_goes_home_at_the_last_moment(submission, world):
    """A group that is cancelled just when seats come back loses no seat: the next one gets them."""
    hall = submission.Hall(4)
    await hall.take(4)
    leaves, stays, single = await groups(world, hall, 3, 3, 1)

    await until(world, 0.5)
    await hall.give_back(1)
    assert await single == 0.5
    await until(world, 1)
    await hall.give_back(3)
    leaves.cancel()
    await asyncio.gather(leaves, return_exceptions=True)
    if not leaves.cancelled():  # it had gone in already; then it leaves like any other group
        await hall.give_back(3)

    assert await stays == 1.0
