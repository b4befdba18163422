import asyncio

import pytest


def runs_of(world, *seconds, errors=(), cleanup=0):
    """A job whose runs take so many seconds, one after the other; `errors` are by number, from 1 on."""
    failing = dict(errors)
    number = 0

    async def job():
        nonlocal number
        number += 1
        run = number
        if run > len(seconds):  # one run too many: it never ends
            await asyncio.sleep(10**7)
        try:
            if seconds[run - 1]:
                await asyncio.sleep(seconds[run - 1])
        except asyncio.CancelledError:
            await asyncio.sleep(cleanup)
            raise
        if run in failing:
            raise failing[run]

    return world.watched(job)


def starts(job):
    return [call.start for call in job.calls]


def reports(on_error):
    """What was reported, and when."""
    return [(type(call.args[0]).__name__, str(call.args[0]), call.start) for call in on_error.calls]


@pytest.mark.points(2)
@pytest.mark.public
async def test_four_runs_on_the_grid(submission, world):
    """Four runs of 0.3 s, every second: they begin at 0, 1, 2 and 3 s, and `every` returns at 3.3 s."""
    job = runs_of(world, 0.3, 0.3, 0.3, 0.3)
    on_error = world.callback("on_error")

    await submission.every(1, job, 4, on_error)
    assert starts(job) == [0.0, 1.0, 2.0, 3.0]
    assert world.elapsed == 3.3
    assert reports(on_error) == []


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_long_run_skips_grid_points(submission, world):
    """The second run takes 2.4 s: the points at 2 and 3 s are skipped, and all four runs are made."""
    job = runs_of(world, 0.3, 2.4, 0.3, 0.3)
    on_error = world.callback("on_error")

    await submission.every(1, job, 4, on_error)
    assert starts(job) == [0.0, 1.0, 4.0, 5.0]
    assert [call.outcome for call in job.calls] == ["ok"] * 4
    assert job.most_at_once == 1, "two runs were under way at the same time"
    assert world.elapsed == 5.3
    assert reports(on_error) == []


@pytest.mark.points(1)
async def test_the_grid_begins_with_the_call(submission, world):
    """Called at 0.7 s with an interval of 0.5 s and three runs of 0.7 s: they begin at 0.7, 1.7 and 2.7 s."""
    job = runs_of(world, 0.7, 0.7, 0.7)
    await asyncio.sleep(0.7)

    await submission.every(0.5, job, 3, world.callback("on_error"))
    assert starts(job) == [0.7, 1.7, 2.7]
    assert job.most_at_once == 1, "two runs were under way at the same time"
    assert world.elapsed == 3.4


@pytest.mark.points(1)
async def test_a_failing_run(submission, world):
    """The second of four runs fails: `on_error` gets its error at 1.3 s, and the rhythm goes on."""
    reason = f"no contact {world.random.randrange(10**6)}"
    job = runs_of(world, 0.3, 0.3, 0.3, 0.3, errors={2: OSError(reason)})
    on_error = world.callback("on_error")

    await submission.every(1, job, 4, on_error)
    assert reports(on_error) == [("OSError", reason, 1.3)]
    assert starts(job) == [0.0, 1.0, 2.0, 3.0]
    assert world.elapsed == 3.3


@pytest.mark.points(1)
async def test_all_runs_fail(submission, world):
    """Three runs fail, the first and the last among them, one after 1.6 s: three reports, three runs."""
    wet, hot = (f"{what} {world.random.randrange(10**6)}" for what in ("wet", "hot"))
    errors = {1: TimeoutError(wet), 2: ValueError(hot), 3: TimeoutError(wet)}
    job = runs_of(world, 0.4, 1.6, 0.4, errors=errors)
    on_error = world.callback("on_error")

    await submission.every(1, job, 3, on_error)
    assert reports(on_error) == [
        ("TimeoutError", wet, 0.4),
        ("ValueError", hot, 2.6),
        ("TimeoutError", wet, 3.4),
    ]
    assert starts(job) == [0.0, 1.0, 3.0]
    assert world.elapsed == 3.4


@pytest.mark.points(1)
async def test_no_run_one_run_and_runs_without_a_length(submission, world):
    """No run ends at once, one run ends with it, and runs that take no time get one grid point each."""
    on_error = world.callback("on_error")
    none = runs_of(world)
    await submission.every(60, none, 0, on_error)
    assert starts(none) == []
    assert world.elapsed == 0.0

    one = runs_of(world, 0.5)
    await submission.every(60, one, 1, on_error)
    assert starts(one) == [0.0]
    assert world.elapsed == 0.5

    quick = runs_of(world, 0, 0, 0, errors={2: OSError("no contact")})
    await submission.every(2, quick, 3, on_error)
    assert starts(quick) == [0.5, 2.5, 4.5]
    assert reports(on_error) == [("OSError", "no contact", 2.5)]
    assert world.elapsed == 4.5


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled during a run, it ends when the run has cleaned up; between two runs it ends at once."""
    on_error = world.callback("on_error")
    for moment, end, runs in ((1.25, 1.75, 2), (1.625, 1.625, 2), (0.25, 0.75, 1)):
        begin = world.elapsed
        job = runs_of(world, 0.5, 0.5, 0.5, 0.5, cleanup=0.5)
        beat = asyncio.create_task(submission.every(1, job, 4, on_error))
        await asyncio.sleep(moment)
        beat.cancel()
        with pytest.raises(asyncio.CancelledError):
            await beat
        assert world.elapsed - begin == end
        await asyncio.sleep(3.25)
        assert [call.start - begin for call in job.calls] == [0.0, 1.0][:runs]
        assert job.calls[-1].outcome == ("ok" if moment == 1.625 else "cancelled")
    assert reports(on_error) == []


@pytest.mark.points(1)
async def test_two_rhythms_side_by_side(submission, world):
    """Two rhythms, every 1 s and every 0.7 s, go on side by side, and neither disturbs the other."""
    slow = runs_of(world, 0.3, 1.2, 0.3)
    quick = runs_of(world, 0.2, 0.2, 0.2, 0.2, 0.2)
    complaint = f"no contact {world.random.randrange(10**6)}"
    failing = runs_of(world, 0.25, 0.25, errors={1: OSError(complaint)})
    on_error, other = world.callback("on_error"), world.callback("other on_error")

    await asyncio.gather(
        submission.every(1, slow, 3, other),
        submission.every(0.7, quick, 5, other),
        submission.every(1.5, failing, 2, on_error),
    )
    assert starts(slow) == [0.0, 1.0, 3.0]
    assert starts(quick) == [0.0, 0.7, 1.4, 2.1, 2.8]
    assert starts(failing) == [0.0, 1.5]
    assert reports(on_error) == [("OSError", complaint, 0.25)]
    assert reports(other) == []
    assert world.elapsed == 3.3
    assert world.blocked == [], "the loop was blocked between two runs"
