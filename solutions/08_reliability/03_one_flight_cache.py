"""One-flight cache

A load belongs to no caller. It is a task of its own, and all who need its value wait for it; nobody of them
can take it down. When it ends, it puts its value away and takes itself out of the list of what is under way.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """Keeps what `load(key)` gives for `ttl` seconds; callers who ask at the same time share one load."""

    def __init__(self, load: Callable[[str], Awaitable[T]], ttl: float) -> None:
        """Begin with no values."""
        self._load = load
        self._ttl = ttl
        self._values: dict[str, tuple[T, float]] = {}  # what was loaded, and when it becomes stale
        # Tasks, because many can wait for one task; and the loop itself holds tasks by weak references only,
        # so somebody has to keep them.
        self._under_way: dict[str, asyncio.Task[T]] = {}

    async def get(self, key: str) -> T:
        """Return the value for `key`: one that is not stale, or else the one that a load brings."""
        # "Is there one?" is asked of the dictionary, and not of the value: None is a value too.
        if key in self._values:
            value, stale_at = self._values[key]
            if time.monotonic() < stale_at:
                return value
        # Between this look and the entry there is no await. So no second caller can come between them, and no
        # lock is needed.
        if key not in self._under_way:
            self._under_way[key] = asyncio.create_task(self._fetch(key))
        # Who awaits a task and is cancelled cancels the task. The shield takes this blow: it ends for this
        # caller alone. An error of the task comes through to each of them.
        return await asyncio.shield(self._under_way[key])

    async def _fetch(self, key: str) -> T:
        try:
            value = await self._load(key)
            self._values[key] = (value, time.monotonic() + self._ttl)  # from now on, and not from the start
            return value
        finally:
            # Here, and not after the `await` of a caller: this runs before any of them goes on. One who asks
            # again at once, after an error, already finds the place free. And it runs once, while callers are
            # many: the second of them would take out the load that the first has begun anew.
            del self._under_way[key]


# A real cache also forgets values that nobody asks for any more, or it grows for ever.


if __name__ == "__main__":
    import itertools

    begin = time.perf_counter()
    numbers = itertools.count(1)

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def departures(station: str) -> str:
        number = next(numbers)
        say(f"  question {number} to the railway: {station}?")
        await asyncio.sleep(1)
        return f"answer {number} for {station}"

    async def passenger(cache: Cache[str], name: str, station: str) -> None:
        try:
            say(f"{name}: {await cache.get(station)}")
        except asyncio.CancelledError:
            say(f"{name}: has closed the app")
            raise

    async def main() -> None:
        cache = Cache(departures, ttl=1.5)
        impatient = asyncio.create_task(passenger(cache, "Amir", "Central"))
        others = [
            asyncio.create_task(passenger(cache, name, station))
            for name, station in (("Bo", "Central"), ("Chen", "Central"), ("Dana", "Harbour"))
        ]
        await asyncio.sleep(0.5)
        impatient.cancel()
        await asyncio.wait([impatient, *others])
        await passenger(cache, "Eli", "Central")
        await asyncio.sleep(1.6)
        await passenger(cache, "Fay", "Central")
        say("done: three questions (one for Harbour, two for Central), at 3.6 s")

    asyncio.run(main())
