"""Three scouts

`await ask(station)` starts the call and waits for it, so a loop around it asks one station after the other: 6
seconds. `create_task` separates the two: it starts the call now, and gives you something to await later.

Where stations can fail, this is not enough: the first error would come out, and the other tasks would go on
alone. `gather` (front page) and `TaskGroup` (all or nothing) deal with that.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    """Ask all `stations` at once; return their reports in the order of `stations`."""
    # The list keeps the order of the stations. It keeps the tasks alive too: the loop itself holds them only
    # weakly.
    tasks = [asyncio.create_task(ask(station)) for station in stations]

    # No task has made a step yet. All of them run while we wait for the first one, so this loop does not add
    # up their times: to await a task that has ended already takes no time, and the slowest one decides.
    return [await task for task in tasks]


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

    asyncio.run(main())
