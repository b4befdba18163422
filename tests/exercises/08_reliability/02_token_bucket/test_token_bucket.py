import asyncio

import pytest

# All times are sums of halves, quarters, eighths ...: floats hold them exactly, and so no program stumbles over
# the last digit of a sum.


async def passed(world, bucket):
    """Take a token; return when it was there."""
    await bucket.acquire()
    return world.elapsed


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


async def line(world, bucket, size):
    """So many callers, who come at the same moment, one after the other: a task for each of them."""
    tasks = [asyncio.create_task(passed(world, bucket)) for _ in range(size)]
    await asyncio.sleep(1 / 64)  # all of them have asked
    return tasks


async def cancelled(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.points(1)
@pytest.mark.public
async def test_five_callers_at_once(submission, world):
    """Rate 1, burst 2: five callers at 0 s pass, in the order of their calls, at 0, 0, 1, 2 and 3 s."""
    bucket = submission.TokenBucket(1, 2)

    assert await asyncio.gather(*(passed(world, bucket) for _ in range(5))) == [0.0, 0.0, 1.0, 2.0, 3.0]


@pytest.mark.points(1)
@pytest.mark.public
async def test_one_call_after_the_other(submission, world):
    """One caller who asks again and again: rate 2, burst 1 give 0, 0.5 and 1 s; rate 0.25 gives 4 s more."""
    bucket = submission.TokenBucket(2, 1)
    assert [await passed(world, bucket) for _ in range(3)] == [0.0, 0.5, 1.0]

    slow = submission.TokenBucket(0.25, 2)
    assert [await passed(world, slow) for _ in range(3)] == [1.0, 1.0, 5.0]


@pytest.mark.points(1)
async def test_a_long_pause(submission, world):
    """After 10 s without a call two may pass at once, with burst 2, and not ten: before the first call too."""
    bucket = submission.TokenBucket(1, 2)
    await until(world, 10)
    assert [task.result() for task in await line(world, bucket, 2)] == [10.0, 10.0]
    assert await passed(world, bucket) == 11.0

    await until(world, 21)
    assert await asyncio.gather(*(passed(world, bucket) for _ in range(4))) == [21.0, 21.0, 22.0, 23.0]


@pytest.mark.points(1)
async def test_tokens_flow_and_do_not_jump(submission, world):
    """Rate 1, burst 2: two tokens taken at 0.75 s are back at 1.75 and 2.75 s, and half a token counts as half."""
    bucket = submission.TokenBucket(1, 2)
    await until(world, 0.75)
    assert await asyncio.gather(*(passed(world, bucket) for _ in range(2))) == [0.75, 0.75]
    await until(world, 1)
    assert await asyncio.gather(*(passed(world, bucket) for _ in range(2))) == [1.75, 2.75]

    await until(world, 4.25)  # a token and a half
    assert await passed(world, bucket) == 4.25
    await until(world, 4.5)
    assert await passed(world, bucket) == 4.75
    await until(world, 6.25)
    assert await asyncio.gather(*(passed(world, bucket) for _ in range(2))) == [6.25, 6.75]


@pytest.mark.points(1)
async def test_a_waiting_caller_is_cancelled(submission, world):
    """Of four who wait, the first and the third are cancelled at 0.5 s: the others pass at 1 and 2 s."""
    bucket = submission.TokenBucket(1, 1)
    assert await passed(world, bucket) == 0.0
    first, second, third, fourth = await line(world, bucket, 4)

    await until(world, 0.5)
    await cancelled(first)
    await cancelled(third)
    assert world.elapsed == 0.5
    assert await second == 1.0
    assert await fourth == 2.0


@pytest.mark.points(1)
async def test_all_who_wait_are_cancelled(submission, world):
    """All who wait are cancelled at 0.5 s: no task is left, and the next caller passes at 1 s."""
    bucket = submission.TokenBucket(1, 1)
    assert await passed(world, bucket) == 0.0
    waiting = await line(world, bucket, 3)

    await until(world, 0.5)
    for task in waiting:
        await cancelled(task)
    await asyncio.sleep(1 / 8)
    left = len(world.tasks())
    assert left == 0, f"nobody waits, and the bucket has {left} tasks"

    assert await passed(world, bucket) == 1.0


def when_the_token_is_complete(seconds, steps, action):
    """Call `action` after so many seconds, and so many steps of the loop later: still at the same time."""
    loop = asyncio.get_running_loop()

    def step(left):
        if left == 0:
            action()
        else:
            loop.call_soon(step, left - 1)

    loop.call_later(seconds, step, steps)


@pytest.mark.points(1)
async def test_cancelled_at_the_very_moment(submission, world):
    """One who is cancelled when its token is complete, after 1 s, has it, or the next one goes at this moment."""
    for asked_first in (True, False):
        for steps in range(4):
            start = world.elapsed
            bucket = submission.TokenBucket(1, 1)
            line_of_two = []

            def cancel(line_of_two=line_of_two):
                line_of_two[0].cancel()

            if not asked_first:
                when_the_token_is_complete(1, steps, cancel)
            assert await passed(world, bucket) == start
            line_of_two += [asyncio.create_task(passed(world, bucket)) for _ in range(2)]
            if asked_first:
                await asyncio.sleep(0.5)
                when_the_token_is_complete(0.5, steps, cancel)

            ended, second = await asyncio.gather(*line_of_two, return_exceptions=True)
            has_a_token = not isinstance(ended, asyncio.CancelledError)
            assert second - start == (2 if has_a_token else 1)


@pytest.mark.points(1)
async def test_nobody_overtakes(submission, world):
    """Who comes at the very moment at which a token is complete stands behind those who wait already."""
    for asked_first in (True, False):
        start = world.elapsed
        bucket = submission.TokenBucket(1, 1)
        callers = []

        def come(bucket=bucket, callers=callers):
            callers.append(asyncio.create_task(passed(world, bucket)))

        if not asked_first:
            when_the_token_is_complete(1, 0, come)
        assert await passed(world, bucket) == start
        callers += [asyncio.create_task(passed(world, bucket)) for _ in range(2)]
        if asked_first:
            await asyncio.sleep(0.5)
            when_the_token_is_complete(0.5, 0, come)

        await asyncio.sleep(1)
        waited = [moment - start for moment in await asyncio.gather(*callers)]
        assert waited == [1.0, 2.0, 3.0]


@pytest.mark.points(1)
async def test_callers_who_come_at_different_times(submission, world):
    """Rate 4, burst 4: ten callers, who come at three moments, pass in their order, each as soon as it can."""
    bucket = submission.TokenBucket(4, 4)
    early = await line(world, bucket, 6)
    await until(world, 0.125)
    late = await line(world, bucket, 2)
    await until(world, 0.875)
    latest = await line(world, bucket, 2)

    quarters = [0.25, 0.5, 0.75, 1.0, 1.25, 1.5]
    assert await asyncio.gather(*early, *late, *latest) == [0.0] * 4 + quarters


@pytest.mark.points(1)
async def test_two_buckets(submission, world):
    """Two buckets have tokens and callers of their own."""
    one, other = submission.TokenBucket(1, 1), submission.TokenBucket(2, 3)

    assert await asyncio.gather(
        *(passed(world, one) for _ in range(3)), *(passed(world, other) for _ in range(5))
    ) == [0.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.5, 1.0]
