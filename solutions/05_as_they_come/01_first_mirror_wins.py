"""First mirror wins

`gather` waits for all, and a task group takes a failure for the end. A race needs something else: to look at
each task when it ends, and to decide then. `as_completed` gives the tasks in the order in which they end.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress


async def first_good(fetchers: list[Callable[[], Awaitable[bytes]]]) -> bytes:
    """Start all `fetchers` at once; return the file of the first that succeeds, when the others have stopped.

    Raises `ExceptionGroup` with the errors of all mirrors, in the order of `fetchers`, if every one fails.
    """
    # Tasks, and not bare coroutine objects: we want to cancel them, and to ask them for their errors.
    downloads = [asyncio.create_task(fetch()) for fetch in fetchers]
    try:
        for next_one in asyncio.as_completed(downloads):
            # A failure is skipped, and the loop waits for the next one to end. A success leaves the function,
            # whatever its value is: `if file:` would throw an empty file away. CancelledError is no
            # `Exception`: when somebody cancels us, it goes straight through.
            with suppress(Exception):
                return await next_one
        # The list is in the order of the mirrors; the order in which they ended does not matter here.
        raise ExceptionGroup("no mirror works", [download.exception() for download in downloads])
    finally:
        # Every way out passes here. To cancel a task that has ended does nothing. First tell all of them to
        # stop, then wait for all of them, so that their clean-ups overlap. The exceptions that `gather`
        # returns have been looked at, and nobody hears of them again.
        for download in downloads:
            download.cancel()
        await asyncio.gather(*downloads, return_exceptions=True)


# From Python 3.13 on, `async for` over `as_completed` gives back the very tasks that it was given, so that one
# can see who has ended. Before, each `await` tells only the result.


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def mirror(city: str, seconds: float, *, is_down: bool = False) -> Callable[[], Awaitable[bytes]]:
        async def fetch() -> bytes:
            say(f"{city}: the download begins")
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"{city}: stopped, removes its half of the file")
                await asyncio.sleep(0.5)
                say(f"{city}: clean")
                raise
            if is_down:
                say(f"{city}: fails")
                raise OSError(f"{city} is down")
            say(f"{city}: here is the file")
            return f"installer from {city}".encode()

        return fetch

    async def main() -> None:
        file = await first_good([mirror("Oslo", 3), mirror("Lima", 1, is_down=True), mirror("Accra", 2)])
        say(f"got {file!r} (at 2.5 s: Accra delivers at 2.0 s, Oslo cleans up until 2.5 s)")
        try:
            await first_good([mirror("Lima", 1, is_down=True), mirror("Perth", 0.5, is_down=True)])
        except ExceptionGroup as group:
            say(f"no mirror works: {group.exceptions}")

    asyncio.run(main())
