"""The measure of the kernel: random programs do over the border exactly what they do in one process."""

from __future__ import annotations

import asyncio
import contextlib
import random
import selectors
from collections.abc import Callable
from typing import Any

import pytest
from border import Border, run_on
from programs import FAR, NEAR, SHARED, Interpreter, Program, generate

from grader.sim.endings import Ending
from grader.sim.lockstep import new_loop
from grader.sim.loop import VirtualLoop

PROGRAMS = 600
PART = 50  # programs in a test
CRUMB = 0.00137  # seconds: makes all delays of a program different, and so all sums of them

Trace = list[tuple[float, str]]


def few_delays(rng: random.Random) -> float:
    """Few different delays, so that many things happen at equal times."""
    return rng.choice([0, 0, 0.5, 1, 1, 1.5, 2])


async def bounded(main: Callable[[], Any], recorder: Recorder) -> None:
    """Run a program to its end, whatever that is."""
    try:
        async with asyncio.timeout(1000.0625):
            await main()
    except BaseException as error:  # noqa: BLE001 (how a program ends is a part of its trace)
        recorder.log(f"ended with {type(error).__name__}")
    recorder.close()


@pytest.fixture(autouse=True)
def sets_of_tasks_in_order_of_insertion(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of a set follows the hashes of what is in it. Tasks are numbered on each side for itself, so these
    differ between the two ways to run a program; that is chance, and no fault of the kernel."""
    monkeypatch.setattr(VirtualLoop, "count_task", lambda loop: 0)


class Recorder:
    """Notes what happens and when, until the program has ended."""

    def __init__(self) -> None:
        self.trace: Trace = []
        self.open = True
        self.time: Callable[[], float] = lambda: 0.0

    def log(self, text: str) -> None:
        if self.open:
            self.trace.append((round(self.time(), 6), text))

    def close(self) -> None:
        self.open = False


def in_one_loop(
    program: Program, loop_factory: Callable[[], asyncio.AbstractEventLoop], crumb: float = 0.0
) -> Trace:
    recorder = Recorder()

    async def main() -> None:
        recorder.time = asyncio.get_running_loop().time
        interpreter = Interpreter(program, recorder.log, crumb)
        interpreter.shared = {name: make() for name, make in SHARED.items()}
        interpreter.functions = {
            index: interpreter.function(index) for index in range(len(program.functions))
        }
        await bounded(interpreter.functions[0], recorder)

    loop = loop_factory()
    loop.set_exception_handler(lambda loop, context: None)
    with contextlib.suppress(Ending, asyncio.CancelledError):
        run_on(loop, main(), recorder.close)
    return recorder.trace


def over_the_border(program: Program) -> Trace:
    recorder = Recorder()
    border = Border()
    for loop in (border.near_loop, border.far_loop):
        loop.set_exception_handler(lambda loop, context: None)

    def at_home(side: str) -> list[int]:
        return [index for index, (home, _) in enumerate(program.functions) if home == side]

    def join(
        log: Any, functions: dict[int, Any], shared: dict[str, Any]
    ) -> tuple[dict[int, Any], dict[str, Any]]:
        """What the worker does first: it takes the judge's objects, and gives its own."""
        far = Interpreter(program, log)
        far.functions = {index: far.function(index) for index in at_home(FAR)}
        far.shared = {name: SHARED[name]() for name, home in program.shared.items() if home == FAR}
        mine = dict(far.functions), dict(far.shared)
        far.functions |= functions
        far.shared |= shared
        return mine

    border.offer(join=join)

    async def main() -> None:
        recorder.time = asyncio.get_running_loop().time
        near = Interpreter(program, recorder.log)
        near.functions = {index: near.function(index) for index in at_home(NEAR)}
        near.shared = {name: SHARED[name]() for name, home in program.shared.items() if home == NEAR}
        functions, shared = border.join(recorder.log, near.functions, near.shared)
        near.functions |= functions
        near.shared |= shared
        await bounded(near.functions[0], recorder)

    with contextlib.suppress(Ending, asyncio.CancelledError):
        border.run(main(), recorder.close)
    return recorder.trace


class UnhashedTask(asyncio.Task):  # type: ignore[type-arg]
    """A task that sets keep in the order of insertion."""

    def __hash__(self) -> int:
        return 0


class StockLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop and its own `_run_once`, on a clock that jumps where it would sleep."""

    def __init__(self) -> None:
        super().__init__(JumpingSelector(self))
        self.now = 0.0
        self._clock_resolution = 1e-12
        self.set_task_factory(lambda loop, coro, **kwargs: UnhashedTask(coro, loop=loop, **kwargs))

    def time(self) -> float:
        return self.now


class JumpingSelector(selectors.SelectSelector):
    """Never sleeps: it moves the clock of its loop."""

    def __init__(self, loop: StockLoop) -> None:
        super().__init__()
        self.loop = loop

    def select(self, timeout: float | None = None) -> Any:
        if timeout is None:
            raise Ending("deadlock")
        if timeout > 0:
            self.loop.now = self.loop._scheduled[0]._when  # type: ignore[attr-defined]
        return []


@pytest.mark.parametrize("part", range(PROGRAMS // PART))
def test_a_program_does_over_the_border_what_it_does_in_one_loop(part: int) -> None:
    different = []
    for seed in range(part * PART, (part + 1) * PART):
        program = generate(seed, few_delays)

        if over_the_border(program) != in_one_loop(program, new_loop):
            different.append(seed)

    assert different == []


def test_with_distinct_delays_the_order_is_that_of_the_real_loop() -> None:
    different = []
    for seed in range(300):
        program = generate(seed, few_delays)

        if in_one_loop(program, new_loop, CRUMB) != in_one_loop(program, StockLoop, CRUMB):
            different.append(seed)

    assert different == []


def test_most_programs_are_long_and_do_not_just_fail_at_once() -> None:
    lengths = [len(in_one_loop(generate(seed, few_delays), new_loop)) for seed in range(200)]

    assert sum(length >= 8 for length in lengths) > 100
