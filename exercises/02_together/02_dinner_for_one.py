"""Dinner for one

You cook dinner: pasta and a salad. The water boils on its own while you chop, so the two can go on together.
On the plate, however, comes only what is ready: to serve, you need both. And you have promised to call your
guest at the moment when everything is under way.

Your task: write `dinner(boil, chop, serve, on_start)`.

- `boil()` and `chop()` are coroutine functions. Awaited, `boil()` gives the pasta and `chop()` gives the
  salad (both are texts). They go on together. Either of them may be the slower one. Each is called once.
- `serve(pasta, salad)` is a coroutine function that needs the pasta and the salad themselves. It is called
  once, as soon as both are ready. Return what it gives.
- `on_start(names)` is a plain function: call it, do not await it. Call it once, with the list `["boil",
  "chop"]`, when both boil and chop are scheduled as tasks, and before either of them has made a step.
  (Whether the tasks themselves have these names is up to you.)
- Each call of `dinner` cooks a new dinner.
- Nothing fails in this kitchen, and nobody cancels the dinner.

With a boil of 3 seconds, a chop of 2 and a serve of 1, dinner is ready after 4 seconds.

Run this file to see your program at work.
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
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The kitchen is cold: `dinner` is not written. Look for 'Your turn' in this file.")
