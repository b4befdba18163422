import asyncio
import contextvars

import pytest


def ids(world, count):
    """Ids that cannot be guessed, in no order."""
    return [f"blood-{number}" for number in world.random.sample(range(100, 10_000), count)]


def into(lines):
    """A sink that keeps its lines."""
    return lambda request, text: lines.append((request, text))


async def in_a_bare_thread(world, function, *args):
    """Call it in a thread that has no context of whoever has started it."""
    await asyncio.create_task(world.in_thread(function, *args), context=contextvars.Context())


def assert_each_line_has_its_id(lines, expected):
    """Each line begins with the id that it has to carry."""
    wrong = [(request, text) for request, text in lines if str(text).partition(" ")[0] != request]
    assert not wrong, f"the line {wrong[0][1]!r} came with the id {wrong[0][0]!r}"
    assert sorted(text for _, text in lines) == sorted(expected)


@pytest.mark.points(2)
@pytest.mark.public
async def test_three_requests_at_the_same_time(submission, world):
    """Three requests of 1, 3 and 2 s at the same time: each line carries its own id, and it takes 3 s."""
    requests, lines, there_at_once = ids(world, 3), [], []
    seconds = dict(zip(requests, [1, 3, 2], strict=True))

    async def handle(request, log):
        log(f"{request} begins")
        there_at_once.append(f"{request} begins" in [text for _, text in lines])
        await asyncio.sleep(seconds[request])
        log(f"{request} ends")

    await submission.serve(requests, handle, into(lines))

    assert world.elapsed == 3.0
    assert all(there_at_once), "log had returned, and the line had not come to the sink yet"
    assert_each_line_has_its_id(
        lines, [f"{request} {text}" for request in requests for text in ("begins", "ends")]
    )


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_current_id(submission, world):
    """Inside of three requests, `current_id()` is the own id: in the handler, in child tasks, in a thread."""
    requests, seen = ids(world, 3), []

    async def handle(request, log):
        async def child():
            await asyncio.sleep(0.25)
            seen.append((request, "child", submission.current_id()))
            await asyncio.create_task(grandchild())

        async def grandchild():
            await asyncio.sleep(0.25)
            seen.append((request, "grandchild", submission.current_id()))
            seen.append((request, "thread", await world.in_thread(submission.current_id)))

        seen.append((request, "begin", submission.current_id()))
        await asyncio.sleep(0.5)
        seen.append((request, "later", submission.current_id()))
        await asyncio.create_task(child())
        seen.append((request, "end", submission.current_id()))

    await submission.serve(requests, handle, into([]))

    wrong = [(place, found) for request, place, found in seen if found != request]
    if wrong:
        place, found = wrong[0]
        what = "the id of another request" if found in requests else repr(found)
        pytest.fail(
            f"current_id() was wrong {len(wrong)} of {len(seen)} times inside of a request; "
            f"the first time ({place}) it was {what}"
        )
    assert len(seen) == 18


@pytest.mark.points(1)
async def test_lines_of_tasks_and_threads(submission, world):
    """Tasks that a handler makes, and threads, write their lines with the id of their request."""
    requests, lines = ids(world, 3), []

    async def handle(request, log):
        async def helper(number):
            await asyncio.sleep(number)
            log(f"{request} helper {number}")
            await world.in_thread(log, f"{request} thread {number}")

        await asyncio.gather(helper(0.5), helper(0.25))
        for _ in range(2):
            log(f"{request} ends")

    await submission.serve(requests, handle, into(lines))

    texts = ("helper 0.5", "helper 0.25", "thread 0.5", "thread 0.25", "ends", "ends")
    assert_each_line_has_its_id(lines, [f"{request} {text}" for request in requests for text in texts])


@pytest.mark.points(1)
async def test_lines_from_anywhere(submission, world):
    """`log` works in a bare thread, inside of another request, and after its request has ended."""
    requests, lines, logs = ids(world, 3), [], {}

    async def handle(request, log):
        logs[request] = log
        await asyncio.sleep(0.5)
        await in_a_bare_thread(world, log, f"{request} thread")
        neighbour = requests[requests.index(request) - 1]
        logs[neighbour](f"{neighbour} next door")

    await submission.serve(requests, handle, into(lines))
    for request, log in logs.items():
        log(f"{request} late")
        await in_a_bare_thread(world, log, f"{request} later")

    next_door = [line for line in lines if line[1].endswith("next door")]
    texts = ("thread", "late", "later")
    assert_each_line_has_its_id(
        [line for line in lines if line not in next_door],
        [f"{request} {text}" for request in requests for text in texts],
    )
    assert sorted(next_door) == sorted((request, f"{request} next door") for request in requests), (
        "a log that was called inside of another request did not write its own id"
    )


@pytest.mark.points(1)
async def test_outside_of_any_request(submission, world):
    """Outside it is "-": before, beside and after; after a single request, and after three."""
    seen = []

    async def handle(request, log):
        await asyncio.sleep(1)

    async def beside():
        for _ in range(6):
            seen.append(submission.current_id())
            await asyncio.sleep(0.4)

    seen.append(submission.current_id())
    other = asyncio.create_task(beside())
    await asyncio.sleep(0)
    for count in (1, 3):
        await submission.serve(ids(world, count), handle, into([]))
        seen.append(submission.current_id())
        seen.append(await world.in_thread(submission.current_id))
    await other

    assert len(seen) == 11
    inside = [found for found in seen if found != "-"]
    assert not inside, f"{len(inside)} of 11 times, current_id() was not '-' outside of any request"


@pytest.mark.points(1)
async def test_requests_of_a_request(submission, world):
    """A handler calls `serve`: inside there is the inner id, and afterwards the outer one again."""
    outer, inner = ids(world, 2), {}
    seen = []

    async def handle_inner(request, log):
        await asyncio.sleep(0.5)
        seen.append(("inside", request, submission.current_id()))

    async def handle(request, log):
        inner[request] = [f"{request}/{number}" for number in range(2)]
        for requests in (inner[request], inner[request][:1]):
            await submission.serve(requests, handle_inner, into([]))
            seen.append(("afterwards", request, submission.current_id()))

    await submission.serve(outer, handle, into([]))

    assert world.elapsed == 1.0
    assert len(seen) == 10
    for place, request, found in seen:
        right = "the right one" if found == request else "-" if found == "-" else "another one"
        assert right == "the right one", f"the id {place} was {right}"


@pytest.mark.points(1)
async def test_two_calls_of_serve(submission, world):
    """Two calls at the same time, with the same ids: each line gets to the sink of its own call."""
    requests = ids(world, 2)
    sinks = {"early": [], "late": []}

    def handler(name, seconds):
        async def handle(request, log):
            log(f"{request} {name} begins")
            await asyncio.sleep(seconds)
            log(f"{request} {name} ends")

        return handle

    async def call(name, delay, seconds):
        await asyncio.sleep(delay)
        await submission.serve(requests, handler(name, seconds), into(sinks[name]))

    await asyncio.gather(call("early", 0, 1), call("late", 0.5, 1))

    assert world.elapsed == 1.5
    for name, lines in sinks.items():
        assert_each_line_has_its_id(
            lines, [f"{request} {name} {text}" for request in requests for text in ("begins", "ends")]
        )


@pytest.mark.points(1)
async def test_fifty_requests_one_and_none(submission, world):
    """Fifty requests of 1 s take 1 s, as one does; none take no time. `serve` returns None."""
    requests, lines = ids(world, 50), []

    async def handle(request, log):
        await asyncio.sleep(0.5)
        log(f"{submission.current_id()} ends")
        await asyncio.sleep(0.5)

    for some, ended in ((requests, 1.0), (requests[:1], 2.0), ([], 2.0)):
        found = await submission.serve(some, handle, into(lines))
        assert found is None, f"serve returned {type(found).__name__}, expected None"
        assert world.elapsed == ended
    assert_each_line_has_its_id(lines, [f"{request} ends" for request in [*requests, requests[0]]])
