"""Predict the timeline.

A colleague has left the team, and four short programs. Nobody remembers what they print, and when. You have
no computer at hand, only this page. When do the lines of a coroutine run?

`say(text)` prints the text, with the seconds since the program began. Nothing takes time, but
`asyncio.sleep` and `time.sleep`. Each program is run alone, by `asyncio.run(a(say))` and so on:

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

Write `predictions()`, a plain function. It returns a plain dict with the keys "a", "b", "c" and "d". Each
value is a list with a plain tuple `(time, text)` for every line that the program prints, in the order in which they are
printed, the last line "end" included. Times are seconds, whole or floating: 2 and 2.0 both count. A program
that prints "created" at once and "end" after three seconds would be:

>>> [(0, "created"), (3, "end")]

Two sleeps that end at the same time wake up in the order in which they began. Predict first, then run this
file: it runs the four programs in real time, and tells you where you were right.
"""

import asyncio
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor


def predictions() -> dict[str, list[tuple[float, str]]]:
    """For each of the programs "a" to "d": the lines that it prints, as (seconds, text), in order."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":

    def watch(name: str) -> list[tuple[float, str]]:
        """Run one program of the text above in real time; print and return its lines."""
        namespace = {"asyncio": asyncio, "time": time}
        # The indented lines of the docstring are the programs; the rest is prose.
        program = [line for line in __doc__.splitlines() if not line or line.startswith("    ")]
        exec(textwrap.dedent("\n".join(program)), namespace)
        lines = []
        begin = time.perf_counter()

        def say(text: str) -> None:
            seconds = time.perf_counter() - begin
            print(f"{seconds:4.1f} s  {name}: {text}\n", end="")  # in one piece: four threads print
            lines.append((round(seconds), text))  # real time is never exact; here all times are whole seconds

        asyncio.run(namespace[name](say))
        return lines

    try:
        predicted = predictions()
        # Each program has a thread and an event loop of its own, so that you wait 4 seconds and not 12.
        with ThreadPoolExecutor(4) as pool:
            observed = dict(zip("abcd", pool.map(watch, "abcd"), strict=True))
        for name, lines in observed.items():
            print(f"{name}: {'as you said' if predicted.get(name) == lines else 'not as you said'}")
    except NotImplementedError:
        print(
            "You have predicted nothing yet: `predictions` has no body. Fill it in, then run the file again."
        )
