"""One hidden test of one submission: from the fork to what was seen."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

import msgspec

from grader.catalog import Declaration
from grader.judge.findings import Untidy
from grader.judge.records import Block, Records, Seconds
from grader.judge.submission import NotLoaded, Submission
from grader.judge.workers import Worker, Workers
from grader.judge.world import World
from grader.sim.clock import NANOSECONDS
from grader.sim.endings import Deadlock, Ending, Horizon, Livelock, Nonsense
from grader.sim.limits import LIMITS, Limits
from grader.sim.lockstep import Lockstep
from grader.sim.loop import VirtualLoop
from grader.sim.messages import Call
from grader.sim.peer import Peer
from grader.sim.schedule import Side
from grader.sim.values import Malformed, crossed

T = TypeVar("T")

SETTLING_TURNS = 1000  # for what is about to end at this very moment
MOST_WAITING = 8  # tasks that the text of a deadlock names
MOST_NAMED = 3  # tasks that are said by name to wait on one line
Waiting = tuple[str, int, str]  # (name of a task or function, line of the submission, what it waits for)
ENDINGS: dict[str, type[Ending]] = {kind.reason: kind for kind in (Deadlock, Livelock, Horizon)}


class NotLockedDown(Exception):
    """A worker does not get the layers that it should have, so nothing may run in it. Our failure."""


class Loaded(msgspec.Struct, frozen=True):
    """What came of loading the file: the public names that it offers; or what went wrong, and on which line."""

    kinds: dict[str, str] | None = None
    type: str = ""
    message: str = ""
    line: int = 0


class Leftovers(msgspec.Struct, frozen=True):
    """What a submission has left behind at the end of a test."""

    tasks: list[Waiting]
    never_awaited: list[tuple[str, int]]
    loop_errors: list[tuple[str, str]]
    open_loops: int
    dropped_output: int
    counts: dict[str, int]


class _Ear:
    """The root object of the judge: what the worker may tell it."""

    def __init__(self, trial: Trial) -> None:
        self._trial = trial

    def printed(self, text: str) -> None:
        """The submission printed something."""
        if type(text) is str:
            self._trial.records.note_output(self._trial.clock.seconds, text)

    def ended(self, reason: str, message: str) -> None:
        """The worker's own loop conducts, and it is stuck."""
        kind = ENDINGS.get(reason) if type(reason) is str else None
        if kind is None:
            raise Nonsense("it ended for a reason that there is not")
        raise self._trial.explained(kind(str(message)[:500]), by_the_worker=True)


class Trial:
    """The judge's end of the border for one test. `follow`: the test is async, so that the judge's loop conducts.
    `secret` is what no submission knows, the hidden test for instance: nobody can compute the world's random draws.
    """

    def __init__(
        self,
        workers: Workers,
        name: str,
        source: bytes,
        filename: str,
        *,
        follow: bool,
        secret: bytes = b"",
        limits: Limits = LIMITS,
    ) -> None:
        self.records = Records(limits=limits)
        self.filename = filename
        self.lockstep = Lockstep(Side(), limits)
        self.lockstep.explain = self.explained
        self.clock = self.lockstep.side.clock
        self.loop = VirtualLoop(self.lockstep.side, self._turn)
        self.loop.set_exception_handler(lambda loop, context: None)
        self._workers = workers
        self._limits = limits
        self._source = source
        self._follow = follow
        # With the hidden test in it: a submission knows its own source and may guess the test's name.
        self._seed = hashlib.sha256(source + name.encode() + secret).digest()
        self._declared: Mapping[str, Declaration] = {}
        self._worker: Worker | None = None
        self._peer: Peer | None = None
        self._world: World | None = None

    @property
    def peer(self) -> Peer:
        """The judge's end; the first use starts the process."""
        if self._peer is None:
            self._worker = self._workers.start(self._limits)
            self._peer = peer = Peer(
                self._worker.channel, self.lockstep, _Ear(self), far_name="the submission"
            )
            peer.loop = self.loop
            peer.on_advance = self._advance
            peer.on_call = self._note_call
            peer.follows = not self._follow
            self.lockstep.far = peer
            if not self._follow:
                self.lockstep.side.enter(self.loop.schedule)
        return self._peer

    def world(self) -> World:
        """What the test's `world` is."""
        self._world = world = World(self.clock, self.records, self.peer, self._seed)

        @contextmanager
        def observe(name: str, args: tuple[Any, ...], kwargs: Any) -> Iterator[None]:
            if name.partition(".")[0] in self._declared and not name.endswith("__"):
                self.records.note_asked(name, args, kwargs)
            # Methods of the submission's objects belong on the timeline; its functions are the whole test.
            is_method = "." in name and "<locals>" not in name and not name.endswith("__")
            try:
                with world.recorded(name.rpartition(".")[2], args, kwargs) if is_method else nullcontext():
                    yield
            except NotImplementedError as error:
                self.records.not_implemented = error
                raise

        self.peer.observe = observe
        return world

    def submission(self, declared: Mapping[str, Declaration]) -> Submission:
        """What the test's `submission` is. Raises NotLoaded."""
        self._lock()
        self._declared = declared
        loaded = self._ask(Loaded, "load", self._source, self.filename, self._follow)
        if loaded.kinds is None:
            raise _not_loaded(loaded, self.filename)
        return Submission(self.peer, self.filename, loaded.kinds, declared)

    def _lock(self) -> None:
        try:
            self.peer.call(0, "lock", (msgspec.to_builtins(self._limits),), {})
        except (Exception, Ending) as error:  # there is no submission yet: whatever it is, it is ours
            raise NotLockedDown(f"the sandbox could not be put on a worker: {error!r}") from error

    def check_hygiene(self) -> None:
        """Raise Untidy if the submission has left something behind. The test has ended."""
        if self._peer is None:
            return
        if self.lockstep.far is not None:
            self.loop.run_until_complete(self._settle())
        leftovers = self._ask(Leftovers, "leftovers")
        self.records.dropped_output += leftovers.dropped_output
        self.records.counts = leftovers.counts
        if untidy := _untidy(leftovers):
            raise untidy

    def count(self) -> None:
        """Note what tells misconceptions apart, unless that is done or the worker can no longer be asked."""
        if self._peer is not None and self._peer.ending is None and not self.records.counts:
            self.records.counts = self._ask(dict[str, int], "counts")

    def explained(self, ending: Ending, *, by_the_worker: bool = False) -> Ending:
        """A deadlock with who waits for what, as far as the worker can be asked."""
        if self._peer is None or self._peer.ending is not None:
            return ending
        try:
            self.count()
            if not isinstance(ending, Deadlock):
                return ending
            waiting = self._ask(list[Waiting], "waiting")
        except (Ending, Malformed, Exception):
            return ending
        said = f"deadlock at {self.clock.seconds:g} s: {ending}"
        if not waiting and not by_the_worker:
            said += "\n  the test waits for something that the submission does not do"
        lines = [f"  {name}{_on_line(line)}, waits for {what}" for name, line, what in waiting[:MOST_WAITING]]
        return Deadlock("\n".join([said, *lines]), said=said, places=_waits(waiting))

    def _turn(self) -> None:
        self.lockstep.turn()  # of the lockstep that there is now: see `let_go`

    def let_go(self) -> None:
        """The test has ended. What it has left behind, its loop cleans up alone: no ending may come up any more,
        since fixtures that pytest could not take down would be those of the next test."""
        self.lockstep = Lockstep(self.lockstep.side)
        if self._world is not None:
            self._world.close()
        if self._peer is not None:
            self._peer.close()

    def end(self) -> None:
        """Stop the process, and forget everything."""
        self.let_go()
        if self._worker is not None:
            self._worker.end()
        if not self.loop.is_closed():
            self.loop.close()

    async def _settle(self) -> None:
        """Let what is ready run, until nothing is. No time passes."""
        for _ in range(SETTLING_TURNS):
            await asyncio.sleep(0)
            if self.peer.ready is None and self.loop.schedule.ready_head() is None:
                return

    def _advance(self, to: int, line: int) -> None:
        now = self.clock.now
        if to <= now:
            raise Nonsense("it wanted time to go backwards")
        self.lockstep.move(to)
        if line:
            self.records.blocked.append(
                Block(Seconds(now / NANOSECONDS), Seconds((to - now) / NANOSECONDS), line)
            )

    def _ask(self, kind: type[T], method: str, *args: Any) -> T:
        """What the worker itself says, and not the submission. It is read as a `kind`, for it may be forged."""
        try:
            return msgspec.convert(self.peer.call(0, method, args, {}), kind)
        except msgspec.ValidationError as error:
            raise Nonsense(f"it was asked for its {method}: {error}") from None
        except BaseException as error:
            if crossed(error):  # an honest worker answers
                raise Nonsense(f"it was asked for its {method}, and raised {type(error).__name__}") from None
            raise

    def _note_call(self, call: Call) -> None:
        if call.mode == "await" and not self.records.made_before_the_first_body:
            self.records.made_before_the_first_body = call.made


def _not_loaded(problem: Loaded, filename: str) -> NotLoaded:
    said = _why_not_loaded(problem.type, problem.message)
    if problem.line and "null bytes" not in said:
        return NotLoaded(f"{filename}, line {problem.line}: {said}", said=said, places=((problem.line, ""),))
    return NotLoaded(f"{filename}: {said}")


def _why_not_loaded(kind: str, message: str) -> str:
    if kind in ("SyntaxError", "ValueError") and "null byte" in message:
        return "this is no Python source: it holds null bytes. Save it as text in UTF-8."
    if kind == "EncodingError":
        return f"this is no text in the encoding that it should have: {message}. Save it in UTF-8."
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        return f"Python cannot read it: {message}. Mend that line, or the one before it."
    if kind == "ModuleNotFoundError":
        return f"{message}. Do without that import: only the standard library and this one file are there."
    if kind == "SystemExit":
        return 'the file ends the program when it is imported. Put that under `if __name__ == "__main__":`.'
    raised = f"{kind}: {message}" if message else kind
    return f"importing the file raised {raised}. Mend that first: the whole file runs before it is tested."


def _untidy(leftovers: Leftovers) -> Untidy | None:
    for name, line, waits_for in leftovers.tasks[:1]:
        advice = "Await it, or cancel it and wait for its end."
        return Untidy(
            f"a task was left running: {name}{_on_line(line)}, waiting for {waits_for}. {advice}",
            said=f"a task was left running. {advice}",
            places=_waits(leftovers.tasks),
        )
    for name, _ in leftovers.never_awaited[:1]:
        return Untidy(
            f"the coroutine object of `{name}` was never awaited: calling an async function does not run it."
        )
    for message, error in leftovers.loop_errors[:1]:
        return Untidy(f"an error reached nobody but the event loop: {message}: {error}")
    if leftovers.open_loops:
        return Untidy("an event loop was left open: whoever makes a loop closes it. `asyncio.run` does both.")
    return None


def _waits(waiting: list[Waiting]) -> tuple[tuple[int, str], ...]:
    """Who waits on which line of the submission, and what for: (line, note), those that wait alike together."""
    together: dict[tuple[int, str], list[str]] = {}
    for name, line, what in waiting:
        together.setdefault((line, what), []).append(name)
    return tuple((line, _wait(names, what, line)) for (line, what), names in together.items())


def _wait(names: list[str], what: str, line: int) -> str:
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    *others, last = [*names[:MOST_NAMED], *more]
    who = f"{', '.join(others)} and {last} wait" if others else f"{last} waits"
    return f"{': ' if line else ''}{who} for {what}"


def _on_line(line: int) -> str:
    return f", line {line}" if line else ""
