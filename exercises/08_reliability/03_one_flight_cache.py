"""One-flight cache

A train app shows the departures of a station. The railway's server needs two seconds for each station, so the
app's own server keeps every answer for a while. On Monday morning at eight the answer for the main station
became stale. In the two seconds until the new one was there, four thousand people asked, nobody found an
answer, and four thousand questions went to the railway at the same time. One would have been enough.

Your task: write the class `Cache`. `Cache(load, ttl)` takes a coroutine function `load`, which gives the
value for a key, and `ttl`, a number of seconds above 0. `await cache.get(key)` returns the value for `key`:

- If a value has been loaded, and it is not stale yet, it is returned at once. A value becomes stale `ttl`
  seconds after it ARRIVED, that is, after its `load` had ended: from exactly `ttl` seconds on it is stale. To
  ask for it does not make it live longer. Every value is kept, also `None` or an empty one.
- Otherwise, if a load of this key is under way, the caller waits for this one. Else a load begins at once. So
  there is never more than one load of the same key that somebody waits for.
- If the load fails, its exception comes out of `get` for all who waited for it, as it is, and at once. It is
  not kept: whoever asks after that begins a new load, even if the question comes at the very moment of the
  failure. A stale value is never returned, also not when the new load fails.
- A caller may be cancelled while it waits. It ends as cancelled at once, but the load goes on as long as
  at least one other caller waits for it: it does not matter who began it. A caller who is not cancelled never
  gets a CancelledError.
- If all who waited for a load were cancelled, the load may go on, or you may stop it; both are fine. Also, who
  asks for the same key after that may wait for this load, if it goes on, or begin a new one.
- Different keys never wait for each other. `load` itself may ask the same cache for another key.
- Each cache has values of its own.

`load` does not fail with a CancelledError. A cache is made inside the running loop.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Cache(Generic[T]):
    """Keeps what `load(key)` gives for `ttl` seconds; callers who ask at the same time share one load."""

    # Your turn: replace the body of each method.

    def __init__(self, load: Callable[[str], Awaitable[T]], ttl: float) -> None:
        """Begin with no values."""
        raise NotImplementedError

    async def get(self, key: str) -> T:
        """Return the value for `key`: one that is not stale, or else the one that a load brings."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import itertools
    import time

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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("No departures: the class `Cache` is not written. Look for 'Your turn' in this file.")
