import asyncio
import json
import math

import pytest


class Office:
    """The other side: it notes the requests, and answers some methods after some seconds by itself."""

    def __init__(self, world, end, **answers):
        self._world = world
        self._end = end
        self._answers = answers  # method: (seconds, what the answer holds beside the id)
        self.requests = []  # (when it came, its keys, its method)
        self.ids = {}  # of the last request with each method
        self.open = True
        self.reading = asyncio.create_task(self._read())

    async def _read(self):
        try:
            while line := await self._end.reader.readline():
                request = json.loads(line)
                method = request["method"]
                self.requests.append((self._world.elapsed, sorted(request), method))
                self.ids[method] = request["id"]
                if method in self._answers:
                    seconds, answer = self._answers[method]
                    asyncio.get_running_loop().call_later(seconds, self.send, self.line(method, **answer))
        except (ConnectionError, ValueError, KeyError, TypeError):
            pass  # no request; and who waits for its answer will tell
        finally:
            self.open = False

    def line(self, method, **answer):
        return json.dumps({"id": self.ids[method], **answer}).encode() + b"\n"

    def send(self, data):
        self._end.writer.write(data)

    def end_of_file(self):
        self._end.writer.write_eof()

    def break_off(self):
        self._end.writer.transport.abort()


def connected(submission, world, *, rate=math.inf, **answers):
    """A client of the submission, and the other side of its connection."""
    theirs, ours = world.connection(rate=rate)
    return submission.Client(theirs.reader, theirs.writer), Office(world, ours, **answers)


def text(world):
    """A result that cannot be guessed."""
    return f"page {world.random.randrange(10**6)}"


async def timed(world, call):
    """What a call returns, and when."""
    return await call, world.elapsed


async def refused(world, call):
    """When a call raised a ConnectionError."""
    with pytest.raises(ConnectionError):
        await call
    return world.elapsed


@pytest.mark.points(1)
@pytest.mark.public
async def test_two_calls_together(submission, world):
    """A call of 3 s and a call of 1 s are sent together; each gets its own answer, at 3 s and at 1 s."""
    slow, fast = text(world), text(world)
    client, office = connected(submission, world, slow=(3, {"result": slow}), fast=(1, {"result": fast}))

    answers = await asyncio.gather(timed(world, client.call("slow")), timed(world, client.call("fast")))
    assert answers == [(slow, 3.0), (fast, 1.0)]
    assert sorted(office.requests) == [(0.0, ["id", "method"], "fast"), (0.0, ["id", "method"], "slow")]
    assert office.ids["slow"] != office.ids["fast"]
    await client.aclose()


@pytest.mark.points(1)
@pytest.mark.public
async def test_an_error_answer(submission, world):
    """An error, be its text "" or not, is an RpcError of its caller only; None, 0 and "" are results like others."""
    reason, result = text(world), text(world)
    values = {"none": None, "false": False, "zero": 0, "empty": "", "list": [1, {"error": None}]}
    plan = {method: (1.5, {"result": value}) for method, value in values.items()}
    plan |= {"bad": (1, {"error": reason}), "mute": (2, {"error": ""}), "good": (2, {"result": result})}
    client, _ = connected(submission, world, **plan)

    good = asyncio.create_task(timed(world, client.call("good")))
    others = asyncio.gather(*(client.call(method) for method in values))
    with pytest.raises(submission.RpcError, match=f"^{reason}$"):
        await client.call("bad")
    assert world.elapsed == 1.0
    assert [(type(value), value) for value in await others] == [
        (type(value), value) for value in values.values()
    ]
    assert await good == (result, 2.0)
    with pytest.raises(submission.RpcError, match=r"^$"):
        await client.call("mute")
    assert await client.call("good") == result
    await client.aclose()


@pytest.mark.points(1)
async def test_many_calls(submission, world):
    """25 calls, answered in any order, in pieces of any size: each gets its own answer when it is whole."""
    client, office = connected(submission, world)
    methods = [f"chapter {number}" for number in range(25)]
    results = {method: text(world) for method in methods}
    calls = {method: asyncio.create_task(timed(world, client.call(method))) for method in methods}
    await asyncio.sleep(1)
    assert [method for _, _, method in office.requests] == methods
    assert len({json.dumps(number) for number in office.ids.values()}) == 25, "two calls had the same id"

    order = world.random.sample(methods, 25)
    lines = [office.line(method, result=results[method]) for method in order]
    stream, cut = b"".join(lines), len(lines[0]) + 5
    office.send(stream[:cut])  # one answer and the beginning of another
    await asyncio.sleep(1)
    while rest := stream[cut:]:
        size = world.random.randrange(1, 90)
        office.send(rest[:size])
        cut += size
        await asyncio.sleep(0.01)

    assert {method: (await call)[0] for method, call in calls.items()} == results
    assert calls[order[0]].result()[1] == 1.0
    assert calls[order[1]].result()[1] >= 2.0
    await client.aclose()


@pytest.mark.points(1)
async def test_the_connection_breaks(submission, world):
    """The connection breaks at 0.5 s: both waiting calls and each later one raise ConnectionError at once."""
    client, office = connected(submission, world)
    waiting = [
        asyncio.create_task(refused(world, client.call("slow"))),
        asyncio.create_task(refused(world, client.call("fast"))),
    ]
    await asyncio.sleep(0.5)
    office.break_off()
    assert await asyncio.gather(*waiting) == [0.5, 0.5]

    assert await refused(world, client.call("late")) == 0.5
    await asyncio.sleep(1)
    assert await refused(world, client.call("very late")) == 1.5
    await client.aclose()


@pytest.mark.points(1)
async def test_the_other_side_ends(submission, world):
    """Its end of file comes at 1.5 s: the waiting call raises ConnectionError, and no later call is sent."""
    result = text(world)
    client, office = connected(submission, world, fast=(1, {"result": result}))
    waiting = asyncio.create_task(refused(world, client.call("slow")))
    assert await client.call("fast") == result
    await asyncio.sleep(0.5)
    office.end_of_file()
    assert await waiting == 1.5

    await asyncio.sleep(0.5)
    assert await refused(world, client.call("late")) == 2.0
    await asyncio.sleep(1)
    assert sorted(method for _, _, method in office.requests) == ["fast", "slow"]
    await client.aclose()


@pytest.mark.points(1)
async def test_half_an_answer(submission, world):
    """The other side ends in the middle of an answer, at 1 s: both waiting calls raise ConnectionError then."""
    client, office = connected(submission, world)
    waiting = [
        asyncio.create_task(refused(world, client.call("slow"))),
        asyncio.create_task(refused(world, client.call("fast"))),
    ]
    await asyncio.sleep(0.5)
    office.send(office.line("slow", result=text(world))[:-9])
    await asyncio.sleep(0.5)
    assert [task.done() for task in waiting] == [False, False]
    office.end_of_file()
    assert await asyncio.gather(*waiting) == [1.0, 1.0]
    assert await refused(world, client.call("late")) == 1.0
    await client.aclose()


@pytest.mark.points(1)
async def test_a_caller_gives_up(submission, world):
    """A caller gives up at 0.5 s, and its answer comes at 2 s: another call, and a later one, get theirs."""
    result = text(world)
    client, _ = connected(
        submission,
        world,
        slow=(2, {"result": text(world)}),
        bad=(2.25, {"error": "too late"}),
        other=(3, {"result": result}),
    )
    given_up = [asyncio.create_task(client.call(method)) for method in ("slow", "bad")]
    other = asyncio.create_task(timed(world, client.call("other")))
    await asyncio.sleep(0.5)
    for task in given_up:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert world.elapsed == 0.5

    await asyncio.sleep(0.5)
    later = asyncio.create_task(timed(world, client.call("other")))
    assert await other == (result, 3.0)
    assert await later == (result, 4.0)
    assert await timed(world, client.call("other")) == (result, 7.0)
    await client.aclose()


@pytest.mark.points(1)
async def test_a_caller_gives_up_when_its_answer_comes(submission, world):
    """A caller gives up at the moment at which its answer comes: a later call gets its own answer."""
    result = text(world)
    client, office = connected(submission, world, later=(1, {"result": result}))
    given_up = asyncio.create_task(client.call("now"))
    await asyncio.sleep(0.5)
    office.send(office.line("now", result=0))
    world.asyncio("get_running_loop").call_soon(given_up.cancel)
    await asyncio.wait([given_up])

    later = asyncio.create_task(timed(world, client.call("later")))
    await asyncio.wait([later], timeout=10)
    assert later.done(), "a later call got no answer any more"
    assert await later == (result, 1.5)
    await client.aclose()


@pytest.mark.points(1)
async def test_closed(submission, world):
    """aclose() closes the connection, at the start, twice, or while it still sends; later calls send nothing."""
    result = text(world)
    client, office = connected(submission, world, one=(1, {"result": result}))
    assert await client.call("one") == result
    await client.aclose()
    await client.aclose()
    assert await refused(world, client.call("late")) == 1.0
    await asyncio.sleep(1)
    assert not office.open, "the connection was not closed"
    assert [method for _, _, method in office.requests] == ["one"]

    client, office = connected(submission, world)
    await client.aclose()
    assert await refused(world, client.call("late")) == 2.0
    await asyncio.sleep(1)
    assert not office.open, "the connection was not closed"
    assert office.requests == []

    client, office = connected(submission, world, rate=10)
    given_up = asyncio.create_task(client.call("a long story"))
    await asyncio.sleep(0.5)
    given_up.cancel()
    await asyncio.wait([given_up])
    await client.aclose()
    await asyncio.sleep(0.01)
    assert not office.open, "`aclose` had returned, and the connection was not closed yet"


@pytest.mark.points(1)
async def test_two_clients(submission, world):
    """Two clients do not get each other's answers, be they two hours late, nor each other's end."""
    a, b = text(world), text(world)
    one, _ = connected(submission, world, page=(7200, {"result": a}))
    two, two_office = connected(submission, world, page=(1, {"result": b}))

    answers = await asyncio.gather(timed(world, one.call("page")), timed(world, two.call("page")))
    assert answers == [(a, 7200.0), (b, 1.0)]
    two_office.break_off()
    await asyncio.sleep(0.5)
    assert await refused(world, two.call("page")) == 7200.5
    assert await timed(world, one.call("page")) == (a, 14400.5)
    await two.aclose()
    await one.aclose()
