"""Dinner for one

Two things overlap and the third needs both: start the two as tasks, wait for both, then call the third. That
the guest hears of it at the right moment follows from one rule: a new task makes its first step only when the
coroutine that made it waits for something.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    """Boil and chop together, tell `on_start` when both are scheduled, then serve; return the meal."""
    # The names cost nothing, and show in the repr of a task and in asyncio's debug output.
    boiling = asyncio.create_task(boil(), name="boil")
    chopping = asyncio.create_task(chop(), name="chop")

    # There is no `await` between `create_task` and here: both tasks are scheduled, neither has made a step.
    # (Python 3.12 brought eager tasks, which make their first step inside `create_task`. They have to be
    # asked for.)
    on_start([boiling.get_name(), chopping.get_name()])

    # The arguments are awaited before `serve` is called, and it does not matter which of the two is the
    # slower one.
    return await serve(await boiling, await chopping)


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def boil() -> str:
        say("the water is on")
        await asyncio.sleep(3)
        say("the pasta is ready")
        return "pasta"

    async def chop() -> str:
        say("the knife is out")
        await asyncio.sleep(2)
        say("the salad is ready")
        return "salad"

    async def serve(pasta: str, salad: str) -> str:
        say("to the table")
        await asyncio.sleep(1)
        return f"{pasta}+{salad}"

    def on_start(names: list[str]) -> None:
        say(f"a call to the guest: these are under way: {names}")

    async def main() -> None:
        say(f"dinner: {await dinner(boil, chop, serve, on_start)}")

    asyncio.run(main())
