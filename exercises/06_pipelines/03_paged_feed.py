"""Paged feed.

A library has put its old letters online: forty thousand, in pages of a hundred. Each page takes the server
a second. Most readers look at a few letters and leave. So a page shall be fetched only when somebody wants
to read it, and who leaves shall leave no open session behind: the server has only twenty of them.

Write `items`, an async generator function: the caller writes `async for item in items(open_session)`.

- `await open_session()` gives a session. `await session.page(n)` gives a tuple `(items, more)`: a list of
  items, which are strings, and True when there is another page after this one. Pages are numbered from 0.
  `await session.close()` closes the session.
- The session is opened when the first item is asked for, not earlier. One session serves all pages of one
  feed; every call of `items` has a session of its own.
- Give the items one by one, in order. Fetch a page only when an item is asked for and all items of the
  pages before have been given. Fetch no page that is not there: after a page with `more == False`, the feed
  ends.
- A page may be empty. That alone says nothing: only `more` tells whether the feed goes on.
- Close the session exactly once, on every way out: when the feed ends, when a page fails, when the caller
  is cancelled while it waits for an item (a page that is being fetched is cancelled, too), and when the
  caller has had enough and calls `aclose()`. The closing is over before the end, the error or the
  cancellation comes out, and before `aclose()` returns. Errors come out unchanged.
- A feed that is closed before its first item opens nothing. When `open_session` fails, its error comes out,
  and there is nothing to close.

`items` has to be a function. If you do not want to write it with `yield`, the object that it returns needs
`__aiter__`, `__anext__` and `aclose`.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Protocol


class Session(Protocol):
    """What `open_session` gives."""

    async def page(self, n: int) -> tuple[list[str], bool]:
        """Fetch page `n`: its items, and whether there is another page."""

    async def close(self) -> None:
        """Close the session."""


async def items(open_session: Callable[[], Awaitable[Session]]) -> AsyncIterator[str]:
    """Give the items of all pages one by one, fetch each page when it is needed, and close the session."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time
    from contextlib import aclosing

    async def demo() -> None:
        start = time.monotonic()
        pages = [["a letter from 1871", "a postcard"], ["a telegram", "a bill"], ["a love letter"]]

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        class Library:
            async def page(self, n: int) -> tuple[list[str], bool]:
                say(f"  page {n} is fetched")
                await asyncio.sleep(0.5)
                return pages[n], n + 1 < len(pages)

            async def close(self) -> None:
                await asyncio.sleep(0.2)
                say("  the session is closed")

        async def open_session() -> Library:
            say("  a session is opened")
            return Library()

        feed = items(open_session)
        if asyncio.iscoroutine(feed):  # a function without `yield` gives a coroutine, and not a generator
            await feed

        say("somebody reads everything")
        async for item in feed:
            say(item)

        say("somebody leaves after one item")
        async with aclosing(items(open_session)) as feed:
            async for item in feed:
                say(item)
                break
        say("done (2.4 s; the second reader has fetched page 0 only)")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("items is not written yet. Replace `raise NotImplementedError` by your code.")
