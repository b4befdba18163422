"""Random small programs: what the fuzz of the kernel runs.

A program is a handful of async functions, each at home on one of two sides. Run in one process, the sides mean nothing;
run over the border, each call between functions of different sides crosses it. The traces must be the same.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

Op = tuple[Any, ...]
NEAR, FAR = "near", "far"
SHARED = {
    "queue": lambda: asyncio.Queue(2),
    "event": asyncio.Event,
    "lock": asyncio.Lock,
    "semaphore": lambda: asyncio.Semaphore(2),
}


@dataclass(frozen=True)
class Program:
    """`functions[i]` is (side, ops); function 0 is the main one. `shared`: names of shared objects, and their sides."""

    functions: list[tuple[str, list[Op]]]
    shared: dict[str, str]


def generate(seed: int, delays: Callable[[random.Random], float]) -> Program:
    """The program with this number. `delays` draws a delay in seconds."""
    rng = random.Random(seed)
    count = rng.randint(3, 7)
    shared = {name: rng.choice([NEAR, FAR]) for name in SHARED}

    def ops(index: int, depth: int, length: int) -> list[Op]:
        return [op(index, depth) for _ in range(rng.randint(1, length))]

    def op(index: int, depth: int) -> Op:
        callees = range(index + 1, count)
        leaf = ["sleep", "sleep", "log", "put", "get", "set", "wait", "count"]
        inner = ["timeout", "clean_up", "swallow", "locked", "limited"] if depth < 2 else []
        calls = (
            ["call", "call", "spawn", "spawn", "join", "cancel", "gather", "wait_for", "shield", "race"]
            if callees
            else ["raise"]
        )
        kind = rng.choice(
            leaf
            + inner
            + calls * 2
            + ["cancel_self"] * (rng.random() < 0.1)
            + ["raise"] * (rng.random() < 0.2)
        )
        match kind:
            case "sleep":
                return kind, delays(rng)
            case "call" | "shield":
                return kind, rng.choice(callees)
            case "spawn":
                return kind, rng.choice(callees), rng.randrange(3)
            case "join" | "cancel":
                return kind, rng.randrange(3)
            case "gather" | "race":
                return kind, [rng.choice(callees) for _ in range(rng.randint(2, 3))]
            case "wait_for":
                return kind, rng.choice(callees), delays(rng)
            case "timeout":
                return kind, delays(rng), ops(index, depth + 1, 3)
            case "clean_up" | "swallow" | "locked" | "limited":
                return kind, ops(index, depth + 1, 3)
            case _:
                return (kind,)

    return Program(
        [(rng.choice([NEAR, FAR]), ops(index, 0, 6 if index == 0 else 4)) for index in range(count)], shared
    )


class Interpreter:
    """Runs the functions of one side. `functions` and `shared` may be stand-ins.

    `crumb` seconds are added to the first delay, twice as much to the second, and so on.
    """

    def __init__(self, program: Program, log: Callable[[str], None], crumb: float = 0.0) -> None:
        self.crumb = crumb
        self.delays = 0
        self.program = program
        self.log = log
        self.functions: dict[int, Callable[[], Awaitable[Any]]] = {}
        self.shared: dict[str, Any] = {}

    def function(self, index: int) -> Callable[[], Awaitable[Any]]:
        async def body() -> int:
            await self.run(index, self.program.functions[index][1], {})
            return index

        body.__qualname__ = f"f{index}"
        return body

    async def run(self, index: int, ops: list[Op], tasks: dict[int, asyncio.Task[Any]]) -> None:
        for position, op in enumerate(ops):
            place = f"f{index}.{position} {op[0]}"
            try:
                await self.step(index, op, tasks, place)
            except BaseException as error:
                self.log(f"{place} raised {type(error).__name__}")
                raise
        self.log(f"f{index} done")

    def delay(self, seconds: float) -> float:
        self.delays += 1
        return seconds + self.delays * self.crumb

    async def step(self, index: int, op: Op, tasks: dict[int, asyncio.Task[Any]], place: str) -> None:
        shared = self.shared
        match op:
            case ("sleep", delay):
                await asyncio.sleep(self.delay(delay))
                self.log(place)
            case ("log",):
                self.log(place)
            case ("count",):
                task = asyncio.current_task()
                assert task is not None
                self.log(f"{place} {task.cancelling()}")
            case ("cancel_self",):
                task = asyncio.current_task()
                assert task is not None
                task.cancel()
            case ("raise",):
                raise ValueError(place)
            case ("call", callee):
                self.log(f"{place} {await self.functions[callee]()}")
            case ("shield", callee):
                self.log(f"{place} {await asyncio.shield(self.functions[callee]())}")
            case ("spawn", callee, slot):
                tasks[slot] = asyncio.create_task(self.functions[callee]())
            case ("join", slot):
                if slot in tasks:
                    done, _ = await asyncio.wait([tasks.pop(slot)])
                    for task in done:
                        self.log(
                            f"{place} {'cancelled' if task.cancelled() else type(task.exception()).__name__}"
                        )
            case ("cancel", slot):
                if slot in tasks:
                    self.log(f"{place} {tasks[slot].cancel()}")
            case ("gather", callees):
                results = await asyncio.gather(
                    *(self.functions[callee]() for callee in callees), return_exceptions=True
                )
                self.log(f"{place} {[type(result).__name__ for result in results]}")
            case ("race", callees):
                async with asyncio.TaskGroup() as group:
                    for callee in callees:
                        group.create_task(self.functions[callee]())
            case ("wait_for", callee, delay):
                self.log(f"{place} {await asyncio.wait_for(self.functions[callee](), self.delay(delay))}")
            case ("timeout", delay, inner):
                try:
                    async with asyncio.timeout(self.delay(delay)):
                        await self.run(index, inner, tasks)
                except TimeoutError:
                    self.log(f"{place} late")
            case ("clean_up", inner):
                try:
                    await self.run(index, inner, tasks)
                finally:
                    self.log(f"{place} begins to clean up")
                    await asyncio.sleep(self.delay(0.5))
                    self.log(f"{place} is clean")
            case ("swallow", inner):
                try:
                    await self.run(index, inner, tasks)
                except (asyncio.CancelledError, Exception) as error:  # noqa: BLE001 (whatever it is: that is the op)
                    self.log(f"{place} swallowed {type(error).__name__}")
            case ("locked", inner):
                async with shared["lock"]:
                    await self.run(index, inner, tasks)
            case ("limited", inner):
                async with shared["semaphore"]:
                    await self.run(index, inner, tasks)
            case ("put",):
                await shared["queue"].put(place)
                self.log(place)
            case ("get",):
                self.log(f"{place} {await shared['queue'].get()}")
            case ("set",):
                shared["event"].set()
            case ("wait",):
                await shared["event"].wait()
                self.log(place)
            case _:
                raise AssertionError(f"no such op: {op}")
