"""Front page

A news site puts its front page together from many feeds: other newspapers, weather, sport. Each comes from
another server, and on most days one of these servers is down. Readers do not mind an empty box on the page.
They mind an empty page.

Your task: write `front_page(fetch, feeds)`.

- `fetch(feed)` is a coroutine function. Awaited, it gives the body of the feed, a text, which may be empty; or
  it raises an exception. That can be any subclass of `Exception`, and it can be raised at any moment.
- Fetch every feed once, and fetch all of them at once. Each call of `front_page` makes a new page.
- Return a dict from feed to body. A feed that failed is in the dict too: its value is the exception object
  itself (not its text). One broken feed must not cost you the others, even if every feed is broken:
  `front_page` itself raises none of these exceptions.
- The keys of the dict are in the order of `feeds`, whatever the order in which the bodies arrive.
- Return as soon as the last fetch has ended, not later.
- The feeds are all different. With no feeds, return an empty dict at once.
- When `front_page` is cancelled, it cancels at once all the fetches that are still under way, and then lets
  the `CancelledError` out. Nothing goes on behind the reader's back.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    """Fetch all `feeds` at once; return their bodies or exceptions in a dict, in the order of `feeds`."""
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The page is empty: `front_page` is not written. Look for 'Your turn' in this file.")
