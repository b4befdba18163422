import asyncio

import pytest


def told(errors):
    """Exceptions as plain data, in no particular order: types and arguments."""
    return sorted((type(error).__name__, error.args) for error in errors)


def single(error):
    """The single errors in an exception, in all its levels."""
    if isinstance(error, BaseExceptionGroup):
        return [found for part in error.exceptions for found in single(part)]
    return [error]


def some_counts(world):
    """Three counts that nobody can guess."""
    return dict(zip(("retry", "network", "data"), world.random.sample(range(4, 12), 3), strict=True))


def group_of(counts, *more):
    """A group with so many errors of each kind, one of each deep down; `more` is on two levels."""
    makers = {"retry": TimeoutError, "network": ConnectionError, "data": ValueError}
    upper = [make("upper") for make in makers.values()]
    lower = [make("lower") for kind, make in makers.items() for _ in range(counts[kind] - 2)]
    lowest = [make("lowest") for make in makers.values()]
    deep = ExceptionGroup("overseas", lowest)
    for place in ("islands", "caves"):
        deep = ExceptionGroup(place, [deep])
    part = ExceptionGroup("abroad", [*lower, *more[1:], deep])
    return ExceptionGroup("tonight", [upper[0], part, *upper[1:], *more[:1]])


def night(world, error=None, seconds=1):
    return world.service("job", seconds=seconds, error=error, answer="done")


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_quiet_night(submission, world):
    """If nothing goes wrong, all three counts are 0, after the 1 s of the job, which runs once."""
    job = night(world)

    assert await submission.triage(job) == {"retry": 0, "network": 0, "data": 0}
    assert world.elapsed == 1.0
    assert [(call.start, call.end) for call in job.calls] == [(0.0, 1.0)]


@pytest.mark.points(3)
@pytest.mark.public
async def test_errors_in_all_levels(submission, world):
    """Each error of a group counts once for its kind, those in groups of groups too."""
    counts = some_counts(world)

    assert await submission.triage(night(world, group_of(counts))) == counts
    assert world.elapsed == 1.0


@pytest.mark.points(1)
async def test_a_single_error(submission, world):
    """An error that is in no group counts the same as a group of one."""
    nothing = {"retry": 0, "network": 0, "data": 0}

    assert await submission.triage(night(world, OSError("no network"))) == nothing | {"network": 1}
    assert await submission.triage(night(world, TimeoutError("too slow"))) == nothing | {"retry": 1}
    assert await submission.triage(night(world, ValueError("half a file"))) == nothing | {"data": 1}
    group_of_one = ExceptionGroup("tonight", [ValueError("half a file")])
    assert await submission.triage(night(world, group_of_one)) == nothing | {"data": 1}


@pytest.mark.points(1)
async def test_subclasses(submission, world):
    """Subclasses of OSError and of ValueError count for the same kinds; a kind that does not occur counts 0."""
    network = [FileNotFoundError("gone"), ConnectionResetError("again"), PermissionError("closed")]
    tonight = ExceptionGroup("tonight", [network[0], UnicodeError("what is this"), *network[1:]])

    assert await submission.triage(night(world, tonight)) == {"retry": 0, "network": 3, "data": 1}


@pytest.mark.points(2)
async def test_the_rest_is_raised_on(submission, world):
    """Errors of other kinds come out in a group that holds all of them, and nothing else."""
    number = world.random.randrange(10**6)
    others = [KeyError(f"title {number}"), ZeroDivisionError("no pages"), KeyError("year")]
    tonight = group_of({"retry": 2, "network": 2, "data": 3}, *others)

    with pytest.raises(BaseExceptionGroup) as caught:
        await submission.triage(night(world, tonight))

    assert told(single(caught.value)) == told(others)
    assert world.elapsed == 1.0


@pytest.mark.points(1)
async def test_a_single_error_of_another_kind(submission, world):
    """A single error of another kind comes out; and the next night is counted anew."""
    number = world.random.randrange(10**6)
    counts = some_counts(world)

    with pytest.raises(Exception) as caught:
        await submission.triage(night(world, KeyError(f"title {number}")))
    assert told(single(caught.value)) == told([KeyError(f"title {number}")])

    assert await submission.triage(night(world, group_of(counts))) == counts
    assert await submission.triage(night(world, OSError("no network"))) == {
        "retry": 0,
        "network": 1,
        "data": 0,
    }


@pytest.mark.points(1)
async def test_a_cancelled_triage(submission, world):
    """Cancelled at 0.5 s, it cancels the job at that moment, and ends as cancelled."""
    job = night(world)
    triage = asyncio.create_task(submission.triage(job))

    await asyncio.sleep(0.5)
    triage.cancel()
    with pytest.raises(asyncio.CancelledError):
        await triage

    assert [(call.end, call.outcome) for call in job.calls] == [(0.5, "cancelled")]
