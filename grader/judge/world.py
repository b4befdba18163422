"""What a hidden test gives to a submission, and what it can ask about it. ``docs/authoring.md`` shows it in use."""

from __future__ import annotations

import asyncio
import inspect
import math
import random
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

from grader.judge.records import Block, Call, Elapsed, Records, Seconds
from grader.sim.clock import Clock
from grader.sim.endings import Ending, Nonsense
from grader.sim.peer import Peer
from grader.sim.streams import Event, Transport, streams


class Watched:
    """A function whose calls are recorded. `calls` are ordered by their start."""

    def __init__(self, world: World, name: str, function: Callable[..., Any]) -> None:
        self._world = world
        self._function = function
        self.__name__ = name
        self.calls: list[Call] = []

    @property
    def most_at_once(self) -> int:
        """How many calls were under way together, at the most."""
        moments = sorted({call.start for call in self.calls})
        return max((sum(_is_under_way(call, moment) for call in self.calls) for moment in moments), default=0)

    def __repr__(self) -> str:
        return f"<{self.__name__}>"


class WatchedFunction(Watched):
    """A plain function whose calls are recorded."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with self._world.recorded(self.__name__, args, kwargs, self.calls) as call:
            call.value = self._function(*args, **kwargs)
        return call.value


class WatchedCoroutineFunction(Watched):
    """An async function whose calls are recorded: from the first step of the coroutine to its end."""

    async def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with self._world.recorded(self.__name__, args, kwargs, self.calls) as call:
            call.value = await self._function(*args, **kwargs)
        return call.value


class WatchedTimed(Watched):
    """A plain function that takes virtual time without an await; its calls are recorded.

    The submission gets a real function of its own process (`there`): the time passes in the thread that calls it. Here
    each call begins and ends. `function` makes of a call a generator, which yields how many seconds it takes.
    """

    there: Callable[..., Any]

    def __init__(self, world: World, name: str, function: Callable[..., Any], clock: Clock) -> None:
        super().__init__(world, name, function)
        self._clock = clock
        self._under_way: dict[int, tuple[int, Iterator[float]]] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.there(*args, **kwargs)

    def begin(self, /, *args: Any, **kwargs: Any) -> tuple[int, float]:
        """A call begins: its number, and how many seconds it takes."""
        call = self._recorded(args, kwargs)
        seconds = next(call)
        number = len(self.calls)
        self._under_way[number] = self._clock.after(seconds), call
        return number, seconds

    def end(self, number: int) -> Any:
        """The call with this number ends: what it returns. Raises what it raises."""
        if number not in self._under_way or self._clock.now < self._under_way[number][0]:
            raise Nonsense("it ended a blocking call before its time, or one that had not begun")
        _, call = self._under_way.pop(number)
        try:
            next(call)
        except StopIteration as stop:
            return stop.value

    def _recorded(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Generator[float, None, Any]:
        with self._world.recorded(self.__name__, args, kwargs, self.calls) as call:
            call.value = yield from self._function(*args, **kwargs)
        return call.value


class TaskState:
    """A task of the submission: its name, and whether it has made a step."""

    def __init__(self, name: str, started: bool) -> None:
        self.name = name
        self.started = started

    def __repr__(self) -> str:
        return f"<task {self.name}, {'started' if self.started else 'not started'}>"


class End:
    """One end of a connection: a stream `reader` and a stream `writer`."""

    def __init__(self, reader: Any, writer: Any) -> None:
        self.reader = reader
        self.writer = writer

    @property
    def most_buffered(self) -> int:
        """How many bytes have waited in the writer's buffer at the most, those on their way included."""
        return int(self.writer.transport.most_buffered)


class World:
    """The world around a submission in one test."""

    def __init__(self, clock: Clock, records: Records, peer: Peer, seed: bytes) -> None:
        self._clock = clock
        self._records = records
        self._peer = peer
        self._connections: list[tuple[Transport, End]] = []
        self.random = random.Random(seed)  # noqa: S311 (it is to repeat itself)

    @property
    def elapsed(self) -> Elapsed:
        """Virtual seconds since the test began."""
        return Elapsed(self._clock.seconds)

    @property
    def calls(self) -> list[Call]:
        """Every recorded call, by start."""
        return list(self._records.calls)

    @property
    def blocked(self) -> list[Block]:
        """Where the submission blocked its loop."""
        return list(self._records.blocked)

    def service(
        self, name: str, *, seconds: Any = 0.0, answer: Any = None, error: Any = None, cleanup: Any = 0.0
    ) -> WatchedCoroutineFunction:
        """An async function that waits `seconds` (virtual), then raises `error` or returns `answer`.

        Cancelled, it goes on for `cleanup` seconds and then ends as cancelled. Each of the four is a value, a
        dict by the call's first argument, or a function of the call's arguments.
        """

        async def serve(*args: Any, **kwargs: Any) -> Any:
            delay = _chosen(seconds, args, kwargs) or 0
            try:
                if delay > 0:
                    await asyncio.sleep(delay)
            except asyncio.CancelledError:
                if rest := _chosen(cleanup, args, kwargs):
                    await asyncio.sleep(rest)
                raise
            return _outcome(answer, error, args, kwargs)

        return WatchedCoroutineFunction(self, name, serve)

    def callback(self, name: str, answer: Any = None) -> WatchedFunction:
        """A plain function that returns `answer`: a value, a dict by the first argument, or a function of the
        arguments."""
        return WatchedFunction(self, name, lambda *args, **kwargs: _chosen(answer, args, kwargs))

    def blocking(
        self, name: str, *, seconds: Any = 0.0, answer: Any = None, error: Any = None
    ) -> WatchedTimed:
        """A plain function that waits `seconds` (virtual) without an await, then raises `error` or returns `answer`.

        Called in the event loop's own thread it blocks the loop; in threads several of them wait together. The
        three settings are as those of `service`.
        """
        return self._timed(name, seconds, answer, error, computes=False)

    def computing(
        self, name: str, *, seconds: Any = 0.0, answer: Any = None, error: Any = None
    ) -> WatchedTimed:
        """A plain function that computes for `seconds` of virtual processor time, and else is as `blocking`.

        The threads of a process share its processor: two that compute 2 s each take 4 s together.
        """
        return self._timed(name, seconds, answer, error, computes=True)

    def _timed(self, name: str, seconds: Any, answer: Any, error: Any, *, computes: bool) -> WatchedTimed:
        def serve(*args: Any, **kwargs: Any) -> Generator[float, None, Any]:
            yield _chosen(seconds, args, kwargs) or 0
            return _outcome(answer, error, args, kwargs)

        function = WatchedTimed(self, name, serve, self._clock)
        function.there = self._peer.call(0, "timed", (name, function.begin, function.end, computes), {})
        self._peer.alias(function, function.there)
        return function

    def watched(self, function: Callable[..., Any], name: str | None = None) -> Watched:
        """`function`, with its calls recorded: ``def`` or ``async def``."""
        kind = WatchedCoroutineFunction if inspect.iscoroutinefunction(function) else WatchedFunction
        return kind(self, name or function.__name__, function)

    def process_pool(self, workers: int) -> Any:
        """A `concurrent.futures.ProcessPoolExecutor` of the submission's process, in virtual time.

        `submitted` are the times, in virtual seconds, at which jobs were given to it.
        """
        return self._peer.call(0, "process_pool", (workers,), {})

    def connection(self, *, rate: float = math.inf, high: int = 64 * 1024) -> tuple[End, End]:
        """The two ends of a connection in memory: the submission's, with real asyncio streams of its process, and the
        test's, with streams of the test's own.

        What the submission writes arrives at `rate` bytes a second; above `high` bytes that wait, its `drain` waits.
        What the test writes arrives at once. Raises RuntimeError where no loop is running.
        """
        transport = Transport(asyncio.get_running_loop())

        def arrive(event: Event, data: bytes = b"") -> None:
            if event in ("data", "eof"):
                with self.recorded("received", (data or "EOF",), {}):
                    pass
            transport.arrive(event, data)

        reader, writer, transport.tell = self._peer.call(0, "connect", (arrive, rate, high), {})
        ours = End(*streams(transport))
        self._connections.append((transport, ours))  # a stream that is collected would close its connection
        return End(reader, writer), ours

    def close(self) -> None:
        """The test is over: the submission learns nothing any more."""
        for transport, _ in self._connections:
            transport.forget()

    def there(self, source: str, *names: str) -> list[Any]:
        """What `source`, Python run in the submission's process, calls by these names: for what must not cross.

        A submission can read it: it is no place for an expected value.
        """
        return list(self._peer.call(0, "there", (source, names), {}))

    async def in_thread(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a plain function of the submission in a thread of its process, as somebody does who is not in the loop.

        Context variables go along, as with `asyncio.to_thread`. Raises what the function raises.
        """
        return await self._peer.call_async(0, "in_thread", (function, args, kwargs), {}, "a thread")

    @property
    def loops(self) -> int:
        """How many event loops the submission has made of its own."""
        return int(self._peer.call(0, "loops", (), {}))

    def tasks(self) -> list[TaskState]:
        """The tasks that live in the submission now."""
        return [TaskState(str(name), bool(started)) for name, started in self._peer.call(0, "tasks", (), {})]

    def asyncio(self, kind: str, *args: Any) -> Any:
        """A real asyncio object, made in the submission's process: ``world.asyncio("Semaphore", 2)``."""
        return self._peer.call(0, "make", (kind, *args), {})

    @contextmanager
    def recorded(
        self, name: str, args: tuple[Any, ...], kwargs: Any, also: list[Call] | None = None
    ) -> Iterator[Call]:
        """Record a call while the block runs; `also` is a second list for it."""
        call = Call(name, tuple(args), dict(kwargs), Seconds(self._clock.seconds))
        self._records.calls.append(call)
        if also is not None:
            also.append(call)
        try:
            yield call
        except (GeneratorExit, Ending):  # the run is over, and the call was still under way
            raise
        except BaseException as error:
            call.outcome = "cancelled" if isinstance(error, asyncio.CancelledError) else "failed"
            call.error = error
            call.end = Seconds(self._clock.seconds)
            raise
        call.outcome = "ok"
        call.end = Seconds(self._clock.seconds)


def _chosen(setting: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a setting of a service says for one call."""
    if callable(setting) and not isinstance(setting, type):
        return setting(*args, **kwargs)
    if isinstance(setting, dict):
        first = next(iter((*args, *kwargs.values())), None)
        return setting.get(first)
    return setting


def _outcome(answer: Any, error: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a call of a service returns. Raises what it raises."""
    failure = _chosen(error, args, kwargs)
    if failure is not None:
        raise failure
    return _chosen(answer, args, kwargs)


def _is_under_way(call: Call, moment: Seconds) -> bool:
    return float(call.start) <= float(moment) and (call.end is None or float(moment) < float(call.end))
