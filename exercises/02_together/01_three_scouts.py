"""Three scouts

A mountain hut asks three weather stations for their report: north, west and east. They are slow: they answer
after 2, 3 and 1 seconds. Asking one after the other takes 6 seconds, and the storm arrives in 5. Ask all
three at once, and the last report is there after 3 seconds.

Your task: write `reports(ask, stations)`.

- `ask(station)` is a coroutine function. Awaited, it gives the report of that station, a text.
- Ask every station once, and ask all of them at once: no station waits for the answer of another.
- The weather changes: each call of `reports` asks all stations anew.
- Return a list with the reports themselves, in the order of `stations`, whatever the order in which they
  arrive.
- Return as soon as the last report is there, not later.
- There may be any number of stations: one, three, a hundred. With no stations, return an empty list at once.
- The names of the stations are all different. Stations do not fail here: that is a later exercise.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    """Ask all `stations` at once; return their reports in the order of `stations`."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import time

    seconds = {"north": 2, "west": 3, "east": 1}
    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def ask(station: str) -> str:
        say(f"{station} is asked")
        await asyncio.sleep(seconds[station])
        say(f"{station} answers")
        return f"rain in the {station}"

    async def main() -> None:
        say(f"your reports: {await reports(ask, list(seconds))}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody is asked yet: `reports` is not written. Look for 'Your turn' in this file.")
