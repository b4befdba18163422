import asyncio

import pytest

# Jobs that live in the submission's process with all that they consist of. A job that the test makes would be
# kept alive by the border between the two processes, and so would be whoever runs it.
JOBS = '''
import asyncio, gc, weakref

def lonely(background, seconds, ended):
    """Spawn a job that waits for a future which nobody else refers to."""
    async def job():
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        known = weakref.ref(future)
        def wake():
            if known() is not None and not known().done():
                known().set_result(None)
        loop.call_later(seconds, wake)
        del loop
        await future
        ended()
    background.spawn(job())

class Result:
    """What a job returns."""

results = []

def returning(background, seconds):
    """Spawn a job that returns an object."""
    async def job():
        await asyncio.sleep(seconds)
        result = Result()
        results.append(weakref.ref(result))
        return result
    background.spawn(job())

def collect():
    """Run the garbage collector; how many results of jobs are alive after it?"""
    gc.collect()
    return len(results), sum(result() is not None for result in results)
'''


def ends(service):
    """Outcome and end of each job, by what it was started with."""
    return {call.args[0]: (call.outcome, call.end) for call in service.calls}


def told(on_error):
    """Of what `on_error` was told, and when."""
    return [(type(call.args[0]).__name__, *call.args[0].args, call.start) for call in on_error.calls]


@pytest.mark.points(1)
@pytest.mark.public
async def test_three_jobs_in_the_background(submission, world):
    """`spawn` returns at once, three jobs run to their ends beside each other, and `active` is 3, then 0."""
    seconds = {name: 1 + world.random.randrange(1, 900) / 1000 for name in ("luggage", "taxi", "letter")}
    job = world.service("job", seconds=seconds)
    on_error = world.callback("on_error")

    background = submission.Background(on_error)
    assert background.active == 0
    for number, name in enumerate(seconds, start=1):
        assert background.spawn(job(name)) is None
        assert background.active == number
    assert world.elapsed == 0.0
    await asyncio.sleep(0.5)
    assert background.active == 3
    await asyncio.sleep(2)
    assert background.active == 0
    assert ends(job) == {name: ("ok", end) for name, end in seconds.items()}
    assert told(on_error) == []
    await background.aclose(1)


@pytest.mark.points(2)
async def test_no_job_is_lost(submission, world):
    """Jobs that wait for something which only they know survive the garbage collector."""
    lonely, collect = world.there(JOBS, "lonely", "collect")
    ended = world.callback("ended")

    background = submission.Background(world.callback("on_error"))
    lonely(background, 2, ended)
    collect()
    await asyncio.sleep(0.5)
    collect()
    lonely(background, 2.5, ended)
    await asyncio.sleep(0.5)
    collect()
    assert background.active == 2, "a job has disappeared while it was waiting"
    await asyncio.sleep(4)
    assert [call.start for call in ended.calls] == [2.0, 3.0], "a job has disappeared while it was waiting"
    assert background.active == 0
    await background.aclose(1)


@pytest.mark.points(1)
async def test_jobs_that_fail(submission, world):
    """Each job that fails, be it at once, is reported to `on_error` at its moment; the others go on."""
    code = world.random.randrange(10**6)
    errors = {
        "first": ValueError("no room", code),
        "taxi": TimeoutError("nobody answers", code + 1),
        "last": OSError("the post office is closed", code + 2),
    }
    job = world.service(
        "job",
        seconds={"taxi": 1, "luggage": 1.5, "letter": 3, "last": 4},
        error=errors,
        answer=OSError("no error"),
    )
    on_error = world.callback("on_error")

    background = submission.Background(on_error)
    for name in ("first", "luggage", "taxi", "letter", "last"):
        background.spawn(job(name))
    await asyncio.sleep(1.25)
    assert background.active == 3
    assert told(on_error) == [
        ("ValueError", "no room", code, 0.0),
        ("TimeoutError", "nobody answers", code + 1, 1.0),
    ]
    await asyncio.sleep(4)
    assert told(on_error)[2:] == [("OSError", "the post office is closed", code + 2, 4.0)]
    assert ends(job) == {
        "first": ("failed", 0.0),
        "taxi": ("failed", 1.0),
        "luggage": ("ok", 1.5),
        "letter": ("ok", 3.0),
        "last": ("failed", 4.0),
    }
    assert background.active == 0
    await background.aclose(1)
    assert len(on_error.calls) == 3


@pytest.mark.points(1)
async def test_old_jobs_are_forgotten(submission, world):
    """When twenty jobs have ended and another one was spawned, nothing of the twenty is left in memory."""
    returning, collect = world.there(JOBS, "returning", "collect")

    background = submission.Background(world.callback("on_error"))
    for number in range(20):
        returning(background, 0.5 + number % 2)
    await asyncio.sleep(2)
    assert background.active == 0
    returning(background, 2)
    await asyncio.sleep(0.5)
    made, alive = collect()
    assert made == 20
    assert alive == 0, f"{alive} of 20 jobs that have ended are still in memory"
    await asyncio.sleep(3)
    await background.aclose(1)


@pytest.mark.points(2)
async def test_closed_with_two_jobs_under_way(submission, world):
    """`aclose(2)` at 1 s: a job ends at 2 s, one is cancelled at 3 s and tidies up; it returns at 3.25 s."""
    job = world.service(
        "job", seconds={"quick": 0.5, "short": 2, "long": 60, "longer": 90}, cleanup={"longer": 0.25}
    )
    on_error = world.callback("on_error")

    background = submission.Background(on_error)
    for name in ("long", "quick", "short", "longer"):
        background.spawn(job(name))
    await asyncio.sleep(1)
    await background.aclose(2)
    assert world.elapsed == 3.25
    assert ends(job) == {
        "quick": ("ok", 0.5),
        "short": ("ok", 2.0),
        "long": ("cancelled", 3.0),
        "longer": ("cancelled", 3.25),
    }
    assert told(on_error) == []
    await asyncio.sleep(1)
    assert background.active == 0


@pytest.mark.points(1)
async def test_closed_before_the_grace_is_over(submission, world):
    """`aclose` returns when the last job has ended, though the grace is 60 s; without jobs at once."""
    job = world.service("job", seconds={"short": 1.5, "long": 2})
    nothing = submission.Background(world.callback("on_error"))
    await nothing.aclose(60)
    assert world.elapsed == 0.0

    background = submission.Background(world.callback("on_error"))
    background.spawn(job("short"))
    background.spawn(job("long"))
    await background.aclose(60)
    assert world.elapsed == 2.0
    assert ends(job) == {"short": ("ok", 1.5), "long": ("ok", 2.0)}
    await asyncio.sleep(1)
    await background.aclose(60)
    assert world.elapsed == 3.0
    assert background.active == 0


@pytest.mark.points(1)
async def test_jobs_fail_while_it_is_closed(submission, world):
    """Jobs that fail during `aclose` are reported, also while they tidy up; it waits for the rest."""
    code = world.random.randrange(10**6)

    async def job(name):
        if name == "taxi":
            await asyncio.sleep(1)
            raise OSError("nobody answers", code)
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.25 if name == "laundry" else 0.75)
            if name == "laundry":
                raise ValueError("torn", code + 1)

    job = world.watched(job)
    on_error = world.callback("on_error")
    background = submission.Background(on_error)
    for name in ("taxi", "laundry", "letter"):
        background.spawn(job(name))
    await asyncio.sleep(0.5)
    await background.aclose(1.5)
    assert world.elapsed == 2.75
    assert told(on_error) == [
        ("OSError", "nobody answers", code, 1.0),
        ("ValueError", "torn", code + 1, 2.25),
    ]
    assert ends(job) == {"taxi": ("failed", 1.0), "laundry": ("failed", 2.25), "letter": ("cancelled", 2.75)}


@pytest.mark.points(1)
async def test_jobs_spawn_jobs(submission, world):
    """A job spawns another one, and so does `on_error`; a second object beside it knows nothing of them."""
    job = world.service(
        "job", seconds={"fails": 1, "again": 2, "child": 1, "other": 5}, error={"fails": OSError("no")}
    )

    def on_error(error):
        background.spawn(job("again"))

    async def parent():
        await asyncio.sleep(0.5)
        background.spawn(job("child"))

    background = submission.Background(on_error)
    other = submission.Background(world.callback("other on_error"))
    other.spawn(job("other"))
    background.spawn(job("fails"))
    background.spawn(parent())
    await asyncio.sleep(0.75)
    assert (background.active, other.active) == (2, 1)
    await asyncio.sleep(1)
    assert (background.active, other.active) == (1, 1)
    await background.aclose(0.5)
    assert world.elapsed == 2.25
    assert ends(job)["other"] == ("running", None), "closing one object has touched the jobs of another"
    await other.aclose(10)
    assert world.elapsed == 5.0
    assert ends(job) == {
        "fails": ("failed", 1.0),
        "child": ("ok", 1.5),
        "again": ("cancelled", 2.25),
        "other": ("ok", 5.0),
    }
