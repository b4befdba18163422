"""The submission, as the judge sees it: what the judge may ask of this process."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import importlib.util
import inspect
import linecache
import sys
import threading
import types
import warnings
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from typing import Any, cast

import msgspec

from grader.sandbox.enforce import Prepared
from grader.sim.fartask import FarTask
from grader.sim.limits import Limits
from grader.sim.loop import VirtualLoop
from grader.sim.peer import Peer
from grader.sim.steps import Pending
from grader.sim.streams import Transport, streams
from grader.sim.values import Where
from grader.worker import blocking
from grader.worker.kernel import kernel
from grader.worker.output import Output
from grader.worker.processes import ProcessPool
from grader.worker.threads import threads
from grader.worker.timed import TimedFunction

COMPREHENSIONS = {"<listcomp>", "<setcomp>", "<dictcomp>"}  # calls of their own up to Python 3.11; not told


class Program:
    """The root object of the worker: its public methods are all that the judge can call by name."""

    def __init__(self, output: Output, prepared: Prepared) -> None:
        self._output = output
        self._prepared = prepared
        self._module = types.ModuleType(kernel.module)
        self._never_awaited: list[list[Any]] = []
        self._locks = 0
        self._jobs = 0
        self._transports: list[Transport] = []

    def lock(self, limits: dict[str, Any]) -> None:
        """Put the layers of the sandbox on, before anything of the submission is here. `limits`: see `Limits`."""
        bounds = msgspec.convert(limits, Limits)
        self._output.limit = bounds.output
        threads.limit = bounds.threads
        self._prepared.apply(bounds)

    def load(self, source: bytes, filename: str, follow: bool) -> dict[str, Any]:
        """Run the submission's file. `filename` is what its tracebacks show; `follow` says that the judge's
        loop conducts.

        Returns {"kinds": ...}, the public names that it offers and what they are ("async", "async generator", "def",
        "class" or "other"); or what went wrong: {"type", "message", "line"}.
        """
        kernel.filename = filename
        self._watch()
        if follow:
            kernel.follow()
        try:
            text = importlib.util.decode_source(source)
        except (SyntaxError, UnicodeError, LookupError) as error:
            line = source.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else 0
            return {"type": "EncodingError", "message": str(error), "line": line}
        try:
            kernel.code = code = compile(text, filename, "exec", dont_inherit=True)
            linecache.cache[filename] = (len(source), None, text.splitlines(keepends=True), filename)
            sys.modules[kernel.module] = self._module
            sys.argv = [filename]
            self._module.__file__ = filename
            exec(code, self._module.__dict__)  # noqa: S102 (this is what the process is for)
        except SyntaxError as error:
            return {"type": type(error).__name__, "message": str(error.msg), "line": error.lineno or 0}
        except BaseException as error:
            steps = where(error)
            return {"type": type(error).__name__, "message": str(error), "line": steps[-1][0] if steps else 0}
        if follow:
            blocking.begin()
        found = vars(self._module).items()
        return {
            "kinds": {
                name: _kind(thing) for name, thing in found if type(name) is str and not name.startswith("_")
            }
        }

    def thing(self, name: str) -> Any:
        """The object that the file calls `name`."""
        return vars(self._module)[name]

    def layers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The layers of the sandbox that this process has put on; and those that are not there, with the reasons."""
        return self._prepared.layers, self._prepared.missing

    def make(self, kind: str, *args: Any) -> Any:
        """A real asyncio object: a class of asyncio's by name, and what it is made of."""
        return getattr(asyncio, kind)(*args)

    def timed(
        self,
        name: str,
        begin: Callable[..., tuple[int, float]],
        end: Callable[[int], Any],
        computes: bool,
    ) -> Any:
        """A function that takes virtual time without an await: see `TimedFunction`."""
        return TimedFunction(name, begin, end, computes)

    def connect(self, tell: Callable[..., None], rate: float, high: int) -> tuple[Any, Any, Any]:
        """The submission's end of a connection: its reader, its writer, and what tells it what arrives. `tell` tells
        the other end; it takes `rate` bytes a second. Above `high` bytes that wait, `drain` waits."""
        transport = Transport(kernel.loop, rate)
        transport.tell = tell
        transport.set_write_buffer_limits(high)
        self._transports.append(transport)
        return *streams(transport), transport.arrive

    def there(self, source: str, names: tuple[str, ...]) -> list[Any]:
        """Run an author's code, in a module of its own; the objects that it calls by these names."""
        space: dict[str, Any] = {"__name__": "there"}
        exec(source, space)  # noqa: S102 (it comes from a hidden test)
        return [space[name] for name in names]

    def process_pool(self, workers: int) -> ProcessPool:
        """A process pool in virtual time."""
        return ProcessPool(workers)

    async def in_thread(self, function: Callable[..., Any], args: list[Any], kwargs: dict[str, Any]) -> Any:
        """Call a plain function in a thread of its own, with the context variables of whoever asks for it."""
        outcome: Future[Any] = Future()
        outcome.set_running_or_notify_cancel()
        context = contextvars.copy_context()

        def call() -> None:
            try:
                outcome.set_result(context.run(function, *args, **kwargs))
            except BaseException as error:
                outcome.set_exception(error)

        threading.Thread(target=call).start()
        return await asyncio.wrap_future(outcome)

    def loops(self) -> int:
        """How many event loops the submission has made."""
        return len(kernel.loops)

    def tasks(self) -> list[tuple[str, bool]]:
        """The tasks that live: (name, has it made a step)."""
        return [(task.get_name(), _has_started(task)) for task in self._tasks()]

    def waiting(self) -> list[tuple[str, int, str]]:
        """Who waits: (name of a function or task, line of the submission, what for)."""
        assert kernel.peer is not None
        found = [(name, *_wait_of(coroutine, waiter)) for name, coroutine, waiter in kernel.peer.under_way()]
        for task in self._tasks():
            coroutine = task.get_coro()
            found.append(
                (
                    f"{task.get_name()} ({_name(coroutine)})",
                    *_wait_of(coroutine, getattr(task, "_fut_waiter", None)),
                )
            )
        return found

    def counts(self) -> dict[str, int]:
        """What tells misconceptions apart: tasks, locks and executor jobs made."""
        return {
            "tasks": sum(loop.tasks_made for loop in [kernel.loop, *kernel.loops]),
            "locks": self._locks,
            "jobs": self._jobs,
        }

    def leftovers(self) -> dict[str, Any]:
        """What the submission has left behind, once everything that it was given has been let go of."""
        assert kernel.peer is not None
        self._output.flush()
        tasks = [
            (
                f"{task.get_name()} ({_name(task.get_coro())})",
                *_wait_of(task.get_coro(), getattr(task, "_fut_waiter", None)),
            )
            for task in self._tasks()
        ]
        for transport in self._transports:
            transport.forget()  # a stream that is collected closes its connection, and that was not the submission
        kernel.peer.release_exports()
        gc.collect()
        return {
            "tasks": tasks,
            "never_awaited": [tuple(entry) for entry in self._never_awaited],
            "loop_errors": [(error["message"], error["exception"]) for error in kernel.loop_errors],
            "open_loops": sum(not loop.is_closed() for loop in kernel.loops),
            "dropped_output": self._output.dropped,
            "counts": self.counts(),
        }

    def _tasks(self) -> list[asyncio.Task[Any]]:
        loops: list[VirtualLoop] = [kernel.loop, *kernel.loops]
        tasks = [
            task
            for loop in loops
            for task in asyncio.all_tasks(loop)
            if not isinstance(task, FarTask) and not task.done()
        ]
        return sorted(tasks, key=hash)

    def _watch(self) -> None:
        """Count what tells misconceptions apart, and note coroutine objects that nobody awaits."""

        def never_awaited(coroutine: Any) -> None:
            self._never_awaited.append([_name(coroutine), kernel.line()])

        warnings._warn_unawaited_coroutine = never_awaited  # type: ignore[attr-defined]
        make_lock, submit = asyncio.Lock.__init__, VirtualLoop.run_in_executor

        def count_lock(lock: Any, *args: Any, **kwargs: Any) -> None:
            self._locks += 1
            make_lock(lock, *args, **kwargs)

        def count_job(loop: Any, *args: Any) -> Any:
            self._jobs += 1
            return submit(loop, *args)

        asyncio.Lock.__init__ = count_lock  # type: ignore[method-assign, assignment]
        VirtualLoop.run_in_executor = count_job  # type: ignore[method-assign, assignment]


def where(error: BaseException) -> Where:
    """The lines of the submission in the traceback of an exception."""
    return tuple(_steps(error.__traceback__))


def _steps(traceback: types.TracebackType | None) -> Iterator[tuple[int, str]]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename == kernel.filename and code.co_name not in COMPREHENSIONS:
            yield traceback.tb_lineno, code.co_name
        traceback = traceback.tb_next


def _has_started(task: asyncio.Task[Any]) -> bool:
    coroutine = cast("Coroutine[Any, Any, Any]", task.get_coro())
    return inspect.getcoroutinestate(coroutine) != inspect.CORO_CREATED


def _kind(thing: Any) -> str:
    if isinstance(thing, type):
        return "class"
    if inspect.iscoroutinefunction(thing):
        return "async"
    if inspect.isasyncgenfunction(thing):
        return "async generator"
    return "def" if callable(thing) else "other"


def _name(coroutine: Any) -> str:
    return str(getattr(coroutine, "__name__", type(coroutine).__name__))


def _wait_of(coroutine: Any, waiter: Any) -> tuple[int, str]:
    """(line, what for): walk down the awaits, to the innermost line of the submission and what it awaits there."""
    line, function = 0, ""
    while coroutine is not None:
        frame = _first(coroutine, "cr_frame", "gi_frame", "ag_frame")
        if frame is not None and frame.f_code.co_filename == kernel.filename:
            line, function = frame.f_lineno, ""
        elif frame is not None:
            function = frame.f_code.co_qualname
        coroutine = _first(coroutine, "cr_await", "gi_yieldfrom", "ag_await")
    return line, _what(waiter, function)


def _first(thing: Any, *names: str) -> Any:
    """The first of these attributes that is there and not None."""
    return next((value for name in names if (value := getattr(thing, name, None)) is not None), None)


def _what(waiter: Any, function: str) -> str:
    if isinstance(waiter, Pending):
        return f"the end of {waiter.name}"
    if isinstance(waiter, asyncio.Task):
        return f"the end of {waiter.get_name()} ({_name(waiter.get_coro())})"
    if isinstance(waiter, asyncio.Future) and "Gathering" in type(waiter).__name__:
        return "all that it gathered"
    if function == "TaskGroup.__aexit__":
        return "the tasks of its group"
    return f"{function}()" if function else "a future that nobody resolves"


def offer(peer: Peer) -> None:
    """Answer the judge's requests, for as long as it asks."""
    kernel.join(peer)
    while True:
        peer.serve()
