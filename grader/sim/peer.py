"""One end of the border: calls that go out, and calls that come in.

The same class serves judge and worker. A call over the border behaves as a call in one process would:

- A coroutine's first step runs at once, when it is awaited; when it ends, whoever awaits it runs on at once. In one
  process both happen inside one step of one task, so here they happen inside one hand-over.
- Both sides work for one *logical task*: it lives where it was made, and the other side knows it as a `FarTask`. The
  current task and the context variables follow it across the border.
- A cancellation is forwarded inside `cancel()`, to whatever the coroutine waits for at the innermost place.
  The await goes
  on until the coroutine has ended, its clean-up included.

References are kept until the peer is closed: a peer lives for one test.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import weakref
from asyncio import events
from collections.abc import Callable, Coroutine
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol

from grader.sim import standins
from grader.sim.endings import Crash, Ending, Nonsense
from grader.sim.fartask import FarTask, origin, own
from grader.sim.lockstep import Lockstep
from grader.sim.loop import VirtualLoop, context_of, run_in, swap_current_task
from grader.sim.messages import (
    Advance,
    Call,
    Cancel,
    Done,
    Frame,
    Mode,
    Raised,
    Reply,
    Request,
    Return,
    Run,
    Suspended,
    TaskCall,
)
from grader.sim.schedule import Key, TimerKey
from grader.sim.steps import Driver, Pending
from grader.sim.values import Encoder, Malformed, Reader, Uncrossable, Where

MAX_REFERENCES = 20_000  # of each direction, in one test


class Channel(Protocol):
    """How frames reach the other side."""

    def send(self, frame: Frame) -> None:
        """Hand a frame over. Raises Ending."""

    def receive(self) -> Frame:
        """Wait for the next frame. Raises Ending."""


class Peer:
    """One end of the border.

    `root` is what the other side's calls to object 0 reach. `far_name` names the other side in texts. With
    `trusting`, the other side may read every public attribute of what it knows; otherwise only what classes
    declare. A peer with `on_advance` keeps the time: that function is called, with nanoseconds and a line,
    when the other side blocks.
    """

    def __init__(
        self,
        channel: Channel,
        lockstep: Lockstep,
        root: Any,
        *,
        far_name: str,
        trusting: bool = False,
        where: Callable[[BaseException], Where] = lambda error: (),
    ) -> None:
        self.channel = channel
        self.lockstep = lockstep
        self.clock = lockstep.side.clock
        self.far_name = far_name
        self.trusting = trusting
        self.loop: VirtualLoop | None = None  # what runs here when the other side conducts
        self.follows = True  # the other side may conduct: it may tell this side's loop to run
        self.on_advance: Callable[[int, int], None] | None = None
        self.observe: Callable[[str, tuple[Any, ...], Any], AbstractContextManager[None]] = _unobserved
        self.on_call: Callable[[Call], None] = lambda call: None
        self.on_control_taken: Callable[[], None] = _nothing_to_note
        self.on_control_given: Callable[[], None] = _nothing_to_note
        self.ready: Key | None = None  # of the other side
        self.timer: TimerKey | None = None
        self.ending: Ending | None = None
        self.coroutines_made = 0
        self.classes: dict[Any, type[standins.StandIn]] = {}
        self._encoder = Encoder(self._refer, where, plain=trusting)
        self._reader = Reader(self._resolve)
        self._root = root
        self._exports: dict[int, Any] = {0: root}
        self._export_numbers: dict[int, int] = {}
        self._imports: dict[int, Any] = {}
        self._import_numbers: dict[int, int] = {}
        self._coroutines: weakref.WeakSet[Coroutine[Any, Any, Any]] = weakref.WeakSet()
        self._aliases: list[Any] = []
        self._pending: dict[int, Pending] = {}
        self.drivers: dict[int, Driver] = {}
        self._calls = 0
        self._tasks: dict[int, weakref.ref[asyncio.Task[Any]]] = {}
        self._task_numbers: weakref.WeakKeyDictionary[asyncio.Task[Any], int] = weakref.WeakKeyDictionary()
        self._far_tasks: dict[int, FarTask] = {}
        self._parents: dict[int, int] = {}

    # --- calls that go out

    def call(self, target: int, method: str, args: tuple[Any, ...], kwargs: Any, name: str = "") -> Any:
        """Call a plain function of the other side."""
        with self.observe(name, args, kwargs):
            return self.unwrap(self.request(self._call("call", target, method, args, kwargs)))

    def get(self, target: int, name: str) -> Any:
        """Read an attribute of an object of the other side."""
        return self.unwrap(self.request(self._call("get", target, name, (), {})))

    async def call_async(
        self, target: int, method: str, args: tuple[Any, ...], kwargs: Any, name: str
    ) -> Any:
        """Call a coroutine function of the other side, and await its coroutine."""
        with self.observe(name, args, kwargs):
            call = self._call("await", target, method, args, kwargs)
            outcome = self.request(call)
            if isinstance(outcome, Suspended):
                pending = self._pending[call.number] = Pending(self, call.number, name)
                outcome = await pending
                if pending.cancels_next_wait:
                    pending.cancel_next_wait()
            return self.unwrap(outcome)

    def request(self, request: Request) -> Return:
        """Hand control over, and wait until it comes back. Raises Ending: then the run is over."""
        if self.ending is not None:
            raise self.ending
        try:
            self.lockstep.count_handover()
            self._send(request)
            while True:
                message = self._receive()
                if isinstance(message, Return):
                    return message
                self._send(self.answer(message))
        except Ending as ending:
            self._end(ending)
            raise

    def run(self, turn: int, until: Key) -> None:
        """Let the other side run its callbacks (see `lockstep.Far`)."""
        outcome = self.request(Run(turn, until))
        if isinstance(outcome, Raised):
            try:
                error = self._reader.read(outcome.error)
            except Malformed as malformed:
                self.ending = Nonsense(str(malformed))
                raise self.ending from None
            self.ending = Crash(f"the program ended itself: {_short(error)}")
            raise self.ending

    def serve(self) -> None:
        """Answer one request of the other side."""
        self._send(self.answer(self._receive_request()))

    def close(self) -> None:
        """Forget everything. Coroutines that were under way for the other side are closed."""
        self._end(Crash("the run is over"))
        for driver in list(self.drivers.values()):
            driver.close()
        for far_task in self._far_tasks.values():
            far_task.release()
        for thing in self._imports.values():
            if inspect.iscoroutine(thing) and inspect.getcoroutinestate(thing) == inspect.CORO_CREATED:
                thing.close()  # nobody here will start it, and it is not for Python to complain of that
        handed_over = [thing for thing in self._exports.values() if inspect.iscoroutine(thing)]
        for coroutine in [*self._coroutines, *handed_over]:
            if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
                coroutine.close()  # nobody will start it any more, and Python need not complain of that
        for table in (self._exports, self._imports, self._pending, self.drivers, self._far_tasks):
            table.clear()

    def under_way(self) -> list[tuple[str, Any, Any]]:
        """The coroutines that run here for the other side: (name, coroutine, what it waits for)."""
        return [driver.state() for driver in self.drivers.values()]

    def release_exports(self) -> None:
        """Let go of what the other side knew, so that what nobody else holds is collected."""
        self._exports = {0: self._root}
        self._export_numbers = {}
        for far_task in self._far_tasks.values():
            far_task.release()

    def _end(self, ending: Ending) -> None:
        if self.ending is None:  # what came first is why
            self.ending = ending

    def _call(self, mode: Mode, target: int, method: str, args: tuple[Any, ...], kwargs: Any) -> Call:
        self._calls += 1
        task, parent = self._current_task()
        encode = self._encoder.encode
        return Call(
            self._calls,
            mode,
            target,
            method,
            encode(list(args)),
            encode(dict(kwargs)),
            task,
            parent,
            self.coroutines_made,
        )

    def unwrap(self, outcome: Return) -> Any:
        """What a call that went out has returned; or what it has raised."""
        try:
            if isinstance(outcome, Done):
                return self._reader.read(outcome.value)
            if isinstance(outcome, Raised):
                error = self._reader.read(outcome.error)
                if isinstance(error, BaseException):
                    raise error
        except Malformed as malformed:
            self.ending = Nonsense(str(malformed))
            raise self.ending from None
        self.ending = Nonsense("it answered a call with something else than an answer")
        raise self.ending

    def alias(self, thing: Any, stand_in: Any) -> None:
        """Let `thing` cross as `stand_in` does: as the object of the other side."""
        self._import_numbers[id(thing)] = self._import_numbers[id(stand_in)]
        self._aliases.append(thing)  # while it lives, nothing else has its id

    # --- calls that come in

    def answer(self, request: Request) -> Return:
        """Do what the other side asks for."""
        loop = self.loop
        before = events._get_running_loop()
        if loop is not None and before is not loop:
            events._set_running_loop(loop)
        try:
            self.lockstep.count_handover()
            return self._answer(request)
        except Malformed as malformed:
            raise Nonsense(str(malformed)) from None
        finally:
            if loop is not None and before is not loop:
                events._set_running_loop(before)

    def _answer(self, request: Request) -> Return:
        match request:
            case Call():
                return self._answer_call(request)
            case Reply(number, outcome, cancel):
                pending = self._pending.pop(number, None)
                if pending is None:
                    raise Nonsense("it answered a call that was never made")
                pending.resolve(outcome, cancel)
                return Done(None)
            case Cancel(number, message):
                driver = self.drivers.get(number)
                return Done(driver is not None and driver.cancel(self._reader.read(message)))
            case TaskCall(number, method, message):
                task = self._own_task(number)
                argument = () if method != "cancel" else (self._reader.read(message),)
                return Done(getattr(task, method)(*argument) if task is not None else 0)
            case Run(turn, until):
                if not self.follows:
                    raise Nonsense("it told a loop to run that conducts itself")
                try:
                    self.lockstep.side.run(turn, until)
                except Ending:
                    raise
                except (
                    BaseException
                ) as error:  # SystemExit and KeyboardInterrupt go through tasks and callbacks
                    return self.raised(error)
                return Done(None)
            case Advance(to, line):
                if self.on_advance is None:
                    raise Nonsense("it told the time to the side that does not keep it")
                self.on_advance(to, line)
                return Done(None)

    def _answer_call(self, call: Call) -> Return:
        self.on_call(call)
        task = self._task_for(call.task, call.parent)
        thing = self._exports.get(call.target)
        if thing is None and call.target not in self._exports:
            raise Nonsense("it called something that it was never given")
        args, kwargs = self._reader.read(call.args), self._reader.read(call.kwargs)
        if type(args) is not list or type(kwargs) is not dict or not all(type(key) is str for key in kwargs):
            raise Malformed("the arguments of a call are a list and a dict with names")
        if call.mode == "await":
            return Driver(self, call.number, task).start(
                lambda: self._invoke(thing, call.method, args, kwargs)
            )
        try:
            if call.mode == "get":
                return self.done(self.within(task, self._attribute, thing, call.method))
            return self.done(self.within(task, self._invoke, thing, call.method, args, kwargs))
        except Ending:
            raise
        except BaseException as error:
            return self.raised(error)

    def _invoke(self, thing: Any, method: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if inspect.iscoroutine(thing):
            return thing
        if method == "__await__":
            return thing
        function = self._method(thing, method) if method else thing
        return function(*args, **kwargs)

    def _method(self, thing: Any, name: str) -> Any:
        if thing is not self._root and name not in standins.methods(type(thing)):
            raise AttributeError(f"{type(thing).__name__!r} object has no method {name!r}")
        if name.startswith("_") and thing is self._root:
            raise AttributeError(name)
        return getattr(thing, name)

    def _attribute(self, thing: Any, name: str) -> Any:
        if name.startswith("_") or not (
            self.trusting or name in standins.fields(type(thing)) or name in standins.methods(type(thing))
        ):
            raise AttributeError(f"{type(thing).__name__!r} object has no attribute {name!r}")
        return getattr(thing, name)

    def within(self, task: asyncio.Task[Any] | None, function: Callable[..., Any], *args: Any) -> Any:
        """Call a function as a part of a logical task: with it as the current task, and in its context."""
        loop = events._get_running_loop()
        if loop is None or asyncio.current_task(loop) is task:
            return function(*args)
        before = swap_current_task(loop, task)
        try:
            return function(*args) if task is None else run_in(context_of(task), function, *args)
        finally:
            swap_current_task(loop, before)

    def encode(self, value: Any) -> Any:
        """A value as a tree. Raises Uncrossable."""
        return self._encoder.encode(value)

    def done(self, value: Any) -> Return:
        """What says that a call returned `value`."""
        try:
            return Done(self._encoder.encode(value))
        except Uncrossable as error:
            return self.raised(error)

    def raised(self, error: BaseException) -> Raised:
        """What says that a call raised `error`."""
        return Raised(self._encoder.encode(error))

    # --- frames

    def _send(self, body: Request | Return) -> None:
        self.on_control_given()
        side = self.lockstep.side
        self.channel.send(
            Frame(side.clock.now, side.clock.sequence, side.ready_head(), side.timer_head(), body)
        )

    def _receive(self) -> Request | Return:
        frame = self.channel.receive()
        clock = self.clock
        if frame.sequence < clock.sequence or frame.sequence > clock.sequence + 10_000_000:
            raise Nonsense("it counted backwards")
        clock.sequence = frame.sequence
        self.ready, self.timer = frame.ready, frame.timer
        if self.on_advance is None:  # the other side keeps the time
            clock.now = frame.now
        self.on_control_taken()
        return frame.body

    def _receive_request(self) -> Request:
        message = self._receive()
        if isinstance(message, Return):
            raise Nonsense("it answered without being asked")
        return message

    # --- references

    def _refer(self, thing: Any) -> Any:
        far = self._import_numbers.get(id(thing))
        if far is not None:
            return ["y", far]
        number = self._export_numbers.get(id(thing))
        if number is not None:
            return ["r", number]
        if len(self._exports) > MAX_REFERENCES:
            raise Uncrossable(f"more than {MAX_REFERENCES:,} objects were passed")
        number = len(self._exports)
        self._exports[number] = thing
        self._export_numbers[id(thing)] = number
        return ["r", number, *standins.describe(thing)]

    def _resolve(self, tree: list[Any]) -> Any:
        if tree[0] == "y" and tree[1] in self._exports:
            return self._exports[tree[1]]
        if tree[0] != "r" or type(tree[1]) is not int:
            raise Malformed("a reference to nothing")
        number = tree[1]
        if number not in self._imports:
            _, _, kind, name, more = tree
            if len(self._imports) > MAX_REFERENCES:
                raise Malformed(f"more than {MAX_REFERENCES:,} references")
            thing = standins.make(self, number, kind, str(name)[:100], more)
            if kind == standins.COROUTINE:
                self._coroutines.add(thing)
                return thing  # not kept: whether it was ever awaited is seen when it is collected
            self._imports[number] = thing
            self._import_numbers[id(thing)] = number
        return self._imports[number]

    # --- logical tasks

    def _current_task(self) -> tuple[int, int]:
        """(number of the current task, number of the far task in whose context it was made), as the wire wants them."""
        loop = events._get_running_loop()
        task = asyncio.current_task(loop) if loop is not None else None
        if task is None:
            return 0, 0
        if isinstance(task, FarTask):
            return -task.far_number, 0
        number = self._task_numbers.get(task)
        if number is None:
            number = self._task_numbers[task] = len(self._tasks) + 1
            self._tasks[number] = weakref.ref(task)
            run_in(context_of(task), self._remember, number)
        return number, self._parents.get(number, 0)

    def _remember(self, number: int) -> None:
        self._parents[number] = origin.get() or -own.get()
        own.set(number)

    def _own_task(self, number: int) -> asyncio.Task[Any] | None:
        reference = self._tasks.get(number)
        return reference() if reference is not None else None

    def _task_for(self, number: int, parent: int) -> asyncio.Task[Any] | None:
        if number == 0:
            return None
        if number < 0:
            return self._own_task(-number)
        if number not in self._far_tasks:
            loop = events._get_running_loop()
            if not isinstance(loop, VirtualLoop):
                return None
            if len(self._far_tasks) > MAX_REFERENCES:
                raise Malformed(f"more than {MAX_REFERENCES:,} tasks")
            parent_task = self._own_task(parent) if parent > 0 else self._far_tasks.get(-parent)
            context = context_of(parent_task).copy() if parent_task is not None else contextvars.Context()
            self._far_tasks[number] = FarTask(self, number, loop, context)
        return self._far_tasks[number]


def _nothing_to_note() -> None:
    pass


_UNOBSERVED = nullcontext()


def _unobserved(_name: str, _args: tuple[Any, ...], _kwargs: Any) -> AbstractContextManager[None]:
    return _UNOBSERVED


def _short(error: Any) -> str:
    try:
        text = str(error)
    except Exception:  # of what it was made of, no text can be made
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
