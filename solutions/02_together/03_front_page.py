"""Front page

`gather` runs awaitables together and returns their results in the order in which it was given them. By
default the first exception comes out at once, the other results are lost, and their tasks go on alone. With
`return_exceptions=True` an exception is a result like any other.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    """Fetch all `feeds` at once; return their bodies or exceptions in a dict, in the order of `feeds`."""
    # The star matters: gather takes the awaitables as separate arguments, not as a list.
    bodies = await asyncio.gather(*(fetch(feed) for feed in feeds), return_exceptions=True)

    # Cancellation needs no line here: who cancels a coroutine that awaits a gather cancels everything in it.
    # `return_exceptions` catches the cancellation of one fetch, but not the one of the gather as a whole.

    # Both are in the order of `feeds`. `strict` would tell us if they did not have the same length.
    return dict(zip(feeds, bodies, strict=True))


if __name__ == "__main__":
    import time

    seconds = {"world": 3, "weather": 1, "sport": 2}
    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def fetch(feed: str) -> str:
        say(f"{feed}: the fetch begins")
        await asyncio.sleep(seconds[feed])
        if feed == "weather":
            say(f"{feed}: no answer")
            raise OSError("the server is down")
        say(f"{feed}: here it is")
        return f"news about {feed}"

    async def main() -> None:
        page = await front_page(fetch, list(seconds))
        say("the front page:")
        for feed, body in page.items():
            print(f"{'':8}{feed}: {body!r}")

    asyncio.run(main())
