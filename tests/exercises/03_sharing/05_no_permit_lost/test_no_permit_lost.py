import asyncio

import pytest


def began(job):
    """When a job began, in words."""
    return f"{job.calls[0].label} job: began at {job.calls[0].start:g} s"


def answer(world):
    return f"poster {world.random.randrange(10**6)}"


@pytest.mark.points(2)
@pytest.mark.public
async def test_four_jobs_share_two_permits(submission, world):
    """Four jobs of 1 s with two permits take 2 s; each caller gets what its own job returned."""
    permits = world.asyncio("BoundedSemaphore", 2)
    posters = [answer(world) for _ in range(4)]
    jobs = [world.service(f"job {number}", seconds=1, answer=poster) for number, poster in enumerate(posters)]

    results = await asyncio.gather(*(submission.with_permit(permits, job) for job in jobs))

    assert results == posters
    assert world.elapsed == 2.0
    assert [len(job.calls) for job in jobs] == [1, 1, 1, 1]
    assert sorted(job.calls[0].start for job in jobs) == [0.0, 0.0, 1.0, 1.0]


@pytest.mark.points(2)
@pytest.mark.public
async def test_failing_jobs_give_their_permits_back(submission, world):
    """After three failing jobs, whose errors come out, two new jobs begin at once and a third one waits."""
    permits = world.asyncio("BoundedSemaphore", 2)
    jam = world.service("jam", seconds=0.5, error=OSError("paper jam"))
    for _ in range(3):
        with pytest.raises(OSError, match="paper jam"):
            await submission.with_permit(permits, jam)
    assert world.elapsed == 1.5

    poster = answer(world)
    job = world.service("job", seconds=1, answer=poster)
    results = await asyncio.gather(*(submission.with_permit(permits, job) for _ in range(3)))

    assert results == [poster] * 3
    assert [call.start for call in job.calls] == [1.5, 1.5, 2.5]


@pytest.mark.points(2)
async def test_cancelled_while_waiting(submission, world):
    """A caller who is cancelled while waiting gives nothing back: the next in line does not begin early."""
    permits = world.asyncio("BoundedSemaphore", 1)
    posters = [answer(world), answer(world)]
    first_job = world.service("first", seconds=2, answer=posters[0])
    second_job = world.service("second", seconds=2, answer="never printed")
    third_job = world.service("third", seconds=2, answer=posters[1])

    first = asyncio.create_task(submission.with_permit(permits, first_job))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(submission.with_permit(permits, second_job))
    await asyncio.sleep(0.1)
    third = asyncio.create_task(submission.with_permit(permits, third_job))
    await asyncio.sleep(0.3)
    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    assert world.elapsed == 0.5

    assert await asyncio.gather(first, third) == posters
    assert [call.label for call in second_job.calls] == []
    assert began(third_job) == "third job: began at 2 s"
    assert world.elapsed == 4.0


@pytest.mark.points(2)
async def test_cancelled_while_the_job_runs(submission, world):
    """A caller who is cancelled at 0.5 s stops the job, and the next in line begins at that moment."""
    permits = world.asyncio("BoundedSemaphore", 1)
    poster = answer(world)
    stopped_job = world.service("stopped", seconds=10, answer="never printed")
    next_job = world.service("next", seconds=1, answer=poster)

    stopped = asyncio.create_task(submission.with_permit(permits, stopped_job))
    await asyncio.sleep(0.1)
    waiting = asyncio.create_task(submission.with_permit(permits, next_job))
    await asyncio.sleep(0.4)
    stopped.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopped

    assert await waiting == poster
    assert [(call.outcome, call.end) for call in stopped_job.calls] == [("cancelled", 0.5)]
    assert began(next_job) == "next job: began at 0.5 s"
    assert world.elapsed == 1.5


@pytest.mark.points(1)
async def test_the_permit_is_in_use_until_the_job_has_cleaned_up(submission, world):
    """A job that is cancelled at 0.5 s and cleans up for 0.5 s keeps its permit until 1 s."""
    permits = world.asyncio("BoundedSemaphore", 1)
    poster = answer(world)
    stopped_job = world.service("stopped", seconds=10, answer="never printed", cleanup=0.5)
    next_job = world.service("next", seconds=1, answer=poster)

    stopped = asyncio.create_task(submission.with_permit(permits, stopped_job))
    await asyncio.sleep(0.1)
    waiting = asyncio.create_task(submission.with_permit(permits, next_job))
    await asyncio.sleep(0.4)
    stopped.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopped
    assert world.elapsed == 1.0

    assert await waiting == poster
    assert began(next_job) == "next job: began at 1 s"


@pytest.mark.points(1)
async def test_one_permit_is_given_back_and_not_two(submission, world):
    """One job of two fails at 1 s and gives one permit back: of the two who wait one begins, not both."""
    permits = world.asyncio("BoundedSemaphore", 2)
    posters = [answer(world), answer(world)]
    long_job = world.service("long", seconds=5, answer=posters[0])
    jam = world.service("jam", seconds=1, error=OSError("paper jam"))
    short_job = world.service("short", seconds=1, answer=posters[1])

    long = asyncio.create_task(submission.with_permit(permits, long_job))
    failing = asyncio.create_task(submission.with_permit(permits, jam))
    await asyncio.sleep(0.5)
    waiting = [asyncio.create_task(submission.with_permit(permits, short_job)) for _ in range(2)]
    with pytest.raises(OSError, match="paper jam"):
        await failing

    assert await asyncio.gather(long, *waiting) == [posters[0], posters[1], posters[1]]
    assert [call.start for call in short_job.calls] == [1.0, 2.0]
    assert not permits.locked()
