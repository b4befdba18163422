import asyncio

import pytest


class Inbox:
    """Jobs that come at given moments, (moment, job); after the last one nothing comes for a long time."""

    def __init__(self, world, *jobs):
        self._world = world
        self._jobs = list(jobs)
        self.next_job = world.watched(self.next_job)

    async def next_job(self):
        if not self._jobs:
            await asyncio.sleep(1000)
            return "a job from far away"
        if (wait := self._jobs[0][0] - self._world.elapsed) > 0:
            await asyncio.sleep(wait)
        return self._jobs.pop(0)[1]

    @property
    def requests(self):
        """How each request ended, and when."""
        return [(call.outcome, call.end) for call in self.next_job.calls]


def names(world, count):
    """Distinct names of jobs that cannot be guessed."""
    return [f"picture {number}" for number in world.random.sample(range(1000, 10_000), count)]


def ends(handle):
    """How each job ended, and when; by its name."""
    return {call.args[0]: (call.outcome, call.end) for call in handle.calls}


async def served(submission, inbox, handle, stop, moment, grace):
    """What `serve` returns when it is stopped at this moment."""
    serving = asyncio.create_task(submission.serve(inbox.next_job, handle, stop, grace))
    await asyncio.sleep(moment)
    stop.set()
    return await serving


@pytest.mark.points(2)
@pytest.mark.public
async def test_what_is_under_way_is_finished(submission, world):
    """Jobs of 1 s come at 1, 2 and 3 s; stopped at 3.5 s, it returns (3, 0) when the last has ended, at 4 s."""
    a, b, c = names(world, 3)
    inbox = Inbox(world, (1, a), (2, b), (3, c))
    handle = world.service("handle", seconds=1)

    assert await served(submission, inbox, handle, world.asyncio("Event"), 3.5, 5) == (3, 0)
    assert world.elapsed == 4.0
    assert ends(handle) == {a: ("ok", 2.0), b: ("ok", 3.0), c: ("ok", 4.0)}


@pytest.mark.points(2)
@pytest.mark.public
async def test_what_takes_too_long_is_cancelled(submission, world):
    """Stopped at 2 s with 3 s of grace, a job of 60 s is cancelled at 5 s, and is clean at 5.25 s: (0, 1)."""
    (a,) = names(world, 1)
    inbox = Inbox(world, (1, a))
    handle = world.service("handle", seconds=60, cleanup=0.25)

    assert await served(submission, inbox, handle, world.asyncio("Event"), 2, 3) == (0, 1)
    assert world.elapsed == 5.25
    assert ends(handle) == {a: ("cancelled", 5.25)}


@pytest.mark.points(1)
async def test_stopped_while_idle(submission, world):
    """Stopped at 2.03 s while it waits for a job, or before it was called, it returns (0, 0) at once."""
    handle = world.service("handle", seconds=1)
    stop = world.asyncio("Event")
    inbox = Inbox(world, (1000, "a job from far away"))

    assert await served(submission, inbox, handle, stop, 2.03, 5) == (0, 0)
    assert world.elapsed == 2.03
    assert inbox.requests == [("cancelled", 2.03)]

    # The event is still set.
    inbox = Inbox(world, (3, "too late"))
    assert await submission.serve(inbox.next_job, handle, stop, 5) == (0, 0)
    assert world.elapsed == 2.03
    await asyncio.sleep(5)
    assert ends(handle) == {}


@pytest.mark.points(1)
async def test_jobs_run_together_and_may_be_any_value(submission, world):
    """17 jobs, None and 0 among them, are begun when they come, up to 13 of them together, and all finish."""
    (a,) = names(world, 1)
    arrivals = [(1, None), (1.5, 0), (1.5, a), (2.25, ""), (8, False)]
    arrivals += [(8.25, number) for number in range(1, 13)]
    inbox = Inbox(world, *arrivals)
    handle = world.service("handle", seconds=lambda job: 4 if job == a else 1)

    assert await served(submission, inbox, handle, world.asyncio("Event"), 8.5, 5) == (17, 0)
    assert [(call.start, call.args[0]) for call in handle.calls] == arrivals
    assert inbox.next_job.most_at_once == 1, "two requests for a job were under way at the same time"
    assert world.elapsed == 9.25


@pytest.mark.points(1)
async def test_one_grace_for_all(submission, world):
    """Four jobs, 2 s of grace: one finishes, three are cancelled together and clean up at the same time."""
    a, b, c, d = names(world, 4)
    inbox = Inbox(world, (0.5, a), (0.5, b), (1, c), (2, d))
    handle = world.service(
        "handle", seconds={a: 60, b: 60, c: 2, d: 60}, cleanup={a: 0.5, b: 1.5, c: 0, d: 0.25}
    )

    assert await served(submission, inbox, handle, world.asyncio("Event"), 2.5, 2) == (1, 3)
    assert ends(handle) == {
        a: ("cancelled", 5.0),
        b: ("cancelled", 6.0),
        c: ("ok", 3.0),
        d: ("cancelled", 4.75),
    }
    assert world.elapsed == 6.0

    begin = world.elapsed
    inbox = Inbox(world, (begin + 1, a))
    no_grace = world.service("handle", seconds=60, cleanup=0.5)
    assert await served(submission, inbox, no_grace, world.asyncio("Event"), 2, 0) == (0, 1)
    assert ends(no_grace) == {a: ("cancelled", begin + 2.5)}


@pytest.mark.points(1)
async def test_failing_jobs_have_finished(submission, world):
    """One job fails before the stop and one after it: both have finished, and the others are not disturbed."""
    a, b, c, d = names(world, 4)
    inbox = Inbox(world, (1, a), (2, b), (3, c), (3, d))
    handle = world.service(
        "handle",
        seconds={a: 0.5, b: 3, c: 1.5, d: 60},
        error={a: OSError("paper jam"), c: ValueError("no picture")},
    )

    assert await served(submission, inbox, handle, world.asyncio("Event"), 3.5, 2) == (3, 1)
    assert ends(handle) == {
        a: ("failed", 1.5),
        b: ("ok", 5.0),
        c: ("failed", 4.5),
        d: ("cancelled", 5.5),
    }
    assert world.elapsed == 5.5


@pytest.mark.points(1)
async def test_no_further_job_is_taken(submission, world):
    """Stopped at 1.5 s, it takes none of the jobs that come during the grace; the request is cancelled."""
    a, b, c = names(world, 3)
    inbox = Inbox(world, (1, a), (2, b), (2.5, c))
    handle = world.service("handle", seconds=3)

    assert await served(submission, inbox, handle, world.asyncio("Event"), 1.5, 5) == (1, 0)
    assert world.elapsed == 4.0
    assert inbox.requests == [("ok", 1.0), ("cancelled", 1.5)]
    await asyncio.sleep(5)
    assert ends(handle) == {a: ("ok", 4.0)}


@pytest.mark.points(1)
async def test_serve_is_cancelled(submission, world):
    """Cancelled itself at 2 s, at work or in the grace, it cancels all jobs at once and ends with them."""
    for stopped_at in (None, 1.75):
        begin = world.elapsed
        a, b, c = names(world, 3)
        inbox = Inbox(world, (begin + 1, a), (begin + 1.5, b), (begin + 1.5, c))
        handle = world.service("handle", seconds={a: 60, b: 60, c: 0.25}, cleanup={a: 1, b: 0.5})
        stop = world.asyncio("Event")
        serving = asyncio.create_task(submission.serve(inbox.next_job, handle, stop, 5))
        await asyncio.sleep(stopped_at or 2)
        if stopped_at:
            stop.set()
            await asyncio.sleep(2 - stopped_at)
        serving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await serving
        assert ends(handle) == {
            a: ("cancelled", begin + 3.0),
            b: ("cancelled", begin + 2.5),
            c: ("ok", begin + 1.75),
        }
        assert world.elapsed == begin + 3.0
        assert inbox.requests[-1] == ("cancelled", begin + (stopped_at or 2))
