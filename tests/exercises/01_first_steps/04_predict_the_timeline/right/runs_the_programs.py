"""No prediction at all: run the four programs on an event loop, and write down what they say.

    async def job(say, number, seconds):
        say(f"start {number}")
        await asyncio.sleep(seconds)
        say(f"done {number}")

    async def a(say):
        first = job(say, 1, 2)
        say("created")
        await first
        say("end")

    async def b(say):
        first = job(say, 1, 2)
        second = job(say, 2, 2)
        say("created")
        await first
        await second
        say("end")

    async def c(say):
        first = asyncio.create_task(job(say, 1, 2))
        second = asyncio.create_task(job(say, 2, 2))
        say("created")
        await first
        await second
        say("end")

    async def d(say):
        first = asyncio.create_task(job(say, 1, 1))
        say("created")
        time.sleep(3)
        say("worked")
        await first
        say("end")

The indented lines are the programs, as the task shows them.
"""

import asyncio
import textwrap
import time


def predictions() -> dict[str, list[tuple[float, str]]]:
    namespace = {"asyncio": asyncio, "time": time}
    programs = [line for line in __doc__.splitlines() if not line or line.startswith("    ")]
    exec(textwrap.dedent("\n".join(programs)), namespace)
    observed = {}
    for name in "abcd":
        lines = observed[name] = []
        begin = time.monotonic()

        def say(text: str, lines: list[tuple[float, str]] = lines, begin: float = begin) -> None:
            lines.append((round(time.monotonic() - begin, 1), text))

        asyncio.run(namespace[name](say))
    return observed
