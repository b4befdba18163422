import asyncio
import inspect

import pytest


def some_time(world, seconds):
    return 100 * seconds + world.random.randrange(300) / 8


def runner(run, key):
    """A coroutine object of the service `run`, under the name that it has on the timeline."""
    coroutine = run(key)
    coroutine.__name__ = coroutine.__qualname__ = f"run {key}"
    return coroutine


@pytest.fixture
def start_list():
    """The runners of a test. Those whom nobody ever let run are closed at its end."""
    runners = []
    yield runners
    for coroutine in runners:
        if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
            coroutine.close()


@pytest.fixture
def race(world, start_list):
    """Makes a service `run` and its runners, in the order of `seconds`.

    Nobody can guess the times on their watches, but who comes in later has the longer time.
    """

    def make(seconds, **more):
        watches = {name: some_time(world, needs) for name, needs in seconds.items()}
        answer = {name: (name, watch) for name, watch in watches.items()}
        run = world.service("run", seconds=seconds, answer=answer, **more)
        runners = [runner(run, name) for name in seconds]
        start_list.extend(runners)
        return run, runners, watches

    return make


def display(world):
    """What the board shows, as a list of (place, name, time, moment), and the function `show` that fills it."""
    shown = []
    on_timeline = world.callback("show")  # without the time on the watch, which is another one in each run

    def show(place, name, time):
        on_timeline(place, name)
        shown.append((place, name, time, world.elapsed))

    return shown, show


def ends(run):
    """End and outcome of each runner."""
    return dict(sorted((call.args[0], (call.end, call.outcome)) for call in run.calls))


@pytest.mark.points(2)
@pytest.mark.public
async def test_everyone_is_shown_on_arrival(submission, world, race):
    """Runners of 3, 1.2345 and 2 s are shown at 1.2345, 2 and 3 s, with places 1, 2, 3; then the board is ready."""
    run, runners, watches = race({"a": 3, "b": 1.2345, "c": 2})
    shown, show = display(world)

    assert await submission.board(runners, show, 10) == ["b", "c", "a"]
    assert shown == [
        (1, "b", watches["b"], 1.2345),
        (2, "c", watches["c"], 2.0),
        (3, "a", watches["a"], 3.0),
    ]
    assert world.elapsed == 3.0
    assert [call.start for call in run.calls] == [0.0, 0.0, 0.0]


@pytest.mark.points(2)
async def test_the_board_closes(submission, world, race):
    """With a limit of 4 s, two of four runners are shown; the others are stopped at 4 s, and not shown later."""
    run, runners, watches = race({"d": 7, "a": 1, "c": 5, "b": 3})
    shown, show = display(world)

    assert await submission.board(runners, show, 4) == ["a", "b"]
    assert world.elapsed == 4.0
    await asyncio.sleep(10)  # whoever is still on the road would come in now
    assert shown == [(1, "a", watches["a"], 1.0), (2, "b", watches["b"], 3.0)]
    assert ends(run) == {"a": (1.0, "ok"), "b": (3.0, "ok"), "c": (4.0, "cancelled"), "d": (4.0, "cancelled")}


@pytest.mark.points(1)
@pytest.mark.public
async def test_who_gives_up_takes_no_place(submission, world, race):
    """Runners give up at 1 s and at 2.5 s; those who come in at 2 s and at 3 s have places 1 and 2."""
    blisters = {"quitter": OSError("a blister"), "late quitter": ConnectionError("lost the way")}
    seconds = {"quitter": 1, "b": 3, "late quitter": 2.5, "a": 2}
    _, runners, watches = race(seconds, error=blisters)
    shown, show = display(world)

    assert await submission.board(runners, show, 10) == ["a", "b"]
    assert shown == [(1, "a", watches["a"], 2.0), (2, "b", watches["b"], 3.0)]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_a_time_out_of_a_runner_is_not_the_limit(submission, world, race):
    """A runner raises a TimeoutError of its own at 1 s: the race goes on, and the next one is first at 2 s."""
    _, runners, watches = race({"a": 2, "quitter": 1, "b": 3}, error={"quitter": TimeoutError("too hot")})
    shown, show = display(world)

    assert await submission.board(runners, show, 10) == ["a", "b"]
    assert shown == [(1, "a", watches["a"], 2.0), (2, "b", watches["b"], 3.0)]
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_the_board_waits_for_those_who_were_stopped(submission, world, race):
    """Stopped at 2 s, one runner cleans up for 1 s and another for 0.5 s: the board returns at 3 s."""
    seconds, cleanup = {"slow": 5, "a": 1, "slower": 6}, {"slow": 1, "slower": 0.5}
    run, runners, _ = race(seconds, cleanup=cleanup)
    _, show = display(world)

    assert await submission.board(runners, show, 2) == ["a"]
    assert world.elapsed == 3.0
    assert ends(run) == {"a": (1.0, "ok"), "slow": (3.0, "cancelled"), "slower": (2.5, "cancelled")}


@pytest.mark.points(1)
async def test_a_cancelled_board(submission, world, race):
    """Cancelled at 1.5 s, it stops all who are out at 1.5 s, and ends as cancelled when they have stopped."""
    run, runners, watches = race({"a": 1, "b": 3, "c": 2}, cleanup=0.25)
    shown, show = display(world)
    board = asyncio.create_task(submission.board(runners, show, 10))

    await asyncio.sleep(1.5)
    board.cancel()
    with pytest.raises(asyncio.CancelledError):
        await board

    assert world.elapsed == 1.75
    assert shown == [(1, "a", watches["a"], 1.0)]
    assert ends(run) == {"a": (1.0, "ok"), "b": (1.75, "cancelled"), "c": (1.75, "cancelled")}


@pytest.mark.points(1)
async def test_nobody_comes_in(submission, world, race):
    """No runners: an empty list, at once. Two runners who give up at 1 s and 2 s: an empty list, at 2 s."""
    shown, show = display(world)

    assert await submission.board([], show, 10) == []
    assert world.elapsed == 0.0

    _, runners, _ = race({"a": 2, "b": 1}, error=OSError("a blister"))
    assert await submission.board(runners, show, 10) == []
    assert world.elapsed == 2.0
    assert shown == []


@pytest.mark.points(1)
async def test_same_name_and_same_moment(submission, world, start_list):
    """Two runners with one name are both shown; two at one moment have two places. The next race begins anew."""
    watches = [some_time(world, seconds) for seconds in (1, 2, 2, 3)]
    results = list(zip(["sam", "kim", "sam", "sam"], watches, strict=True))
    run = world.service("run", seconds=dict(enumerate([1, 2, 2, 3])), answer=dict(enumerate(results)))
    shown, show = display(world)

    start_list.extend(runner(run, key) for key in (0, 1, 2, 3, 0))
    names = await submission.board(start_list[:4], show, 10)

    assert [(place, moment) for place, _, _, moment in shown] == [(1, 1.0), (2, 2.0), (3, 2.0), (4, 3.0)]
    assert sorted((name, watch) for _, name, watch, _ in shown) == sorted(results)
    assert names == [name for _, name, _, _ in shown]

    assert await submission.board(start_list[4:], show, 2) == ["sam"]
    assert shown[4:] == [(1, "sam", watches[0], 4.0)]
