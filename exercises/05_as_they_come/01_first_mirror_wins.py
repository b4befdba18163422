"""First mirror wins

A small Linux distribution keeps its installer on many mirrors: servers of universities and companies that
all have the same file. Some are near and quick, some are far away, some are down today. Nobody knows which.
So the setup program asks all of them at once and takes the file from the first one that delivers.

Your task: write `first_good(fetchers)`.

- `fetchers` is a list of coroutine functions without arguments, one for each mirror. There is at least one.
  Awaited, `fetcher()` gives the file as `bytes`, or it raises an exception. Any subclass of `Exception`
  means that this mirror has failed. The file may be empty: `b""` is a success like any other.
- Call every fetcher once, and start all downloads at once.
- The first download that SUCCEEDS wins. Cancel all downloads that are still under way, at the same moment,
  and wait until they have really stopped: each may have a clean-up of its own. Then return the file of the
  winner. A failure never wins, however early it comes; the others simply go on.
- Where two downloads succeed at the same moment, return either of the two files. Where one fails and
  another one succeeds at the same moment, the success counts.
- A loser may fail at the moment of the success. While it cleans up, it may fail too, or still bring its
  file. Nobody wants to hear of it: the winner's file is returned all the same, and no "Task exception was
  never retrieved" is left for the log.
- If every mirror fails, raise an `ExceptionGroup` as soon as the last one has failed. Its `exceptions` are
  the errors of all mirrors, in the order of `fetchers`. The message of the group is up to you.
- When `first_good` itself is cancelled while the downloads are under way, it cancels all of them at once,
  waits until they have really stopped, and then lets the `CancelledError` out.
- Several calls of `first_good` may go on at the same time. Each has downloads of its own, and leaves those
  of the others alone.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable


async def first_good(fetchers: list[Callable[[], Awaitable[bytes]]]) -> bytes:
    """Start all `fetchers` at once; return the file of the first that succeeds, when the others have stopped.

    Raises `ExceptionGroup` with the errors of all mirrors, in the order of `fetchers`, if every one fails.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nothing is downloaded: `first_good` is not written. Look for 'Your turn' in this file.")
