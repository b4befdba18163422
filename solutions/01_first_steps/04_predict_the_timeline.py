"""Predict the timeline: the solution.

The four programs again:

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

A coroutine is never run by making it, and a task is never run by creating it. Lines run when somebody
awaits the coroutine object, or when the event loop has its turn. And the loop has its turn only at an
`await` that really waits.
"""

import asyncio
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor


def predictions() -> dict[str, list[tuple[float, str]]]:
    """For each of the programs "a" to "d": the lines that it prints, as (seconds, text), in order."""
    return {
        # `job(...)` makes an object, and runs nothing: "created" comes first. The await runs the body, like a
        # call.
        "a": [(0, "created"), (0, "start 1"), (2, "done 1"), (2, "end")],
        # Two objects, two awaits, one below the other. Nobody has started the second one before its await.
        "b": [
            (0, "created"),
            (0, "start 1"),
            (2, "done 1"),
            (2, "start 2"),
            (4, "done 2"),
            (4, "end"),
        ],
        # create_task puts a job on the list of the loop, and goes on: "created" comes first again. At the
        # first await the loop has its turn and starts *both*. So the sleeps overlap, and the second await
        # finds its task done. (Python 3.12 has asyncio.eager_task_factory: tasks then run at once, up to
        # their first real wait, and both starts come before "created". It is off unless somebody turns it
        # on.)
        "c": [
            (0, "created"),
            (0, "start 1"),
            (0, "start 2"),
            (2, "done 1"),
            (2, "done 2"),
            (2, "end"),
        ],
        # time.sleep waits, but not by an await: it stops the thread, and with it the loop. The task is on the
        # list from 0 on, has its first turn at 3, and needs its full second after that.
        "d": [(0, "created"), (3, "worked"), (3, "start 1"), (4, "done 1"), (4, "end")],
    }


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
            print(f"{seconds:4.1f} s  {name}: {text}")
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
