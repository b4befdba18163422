"""Paged feed: the solution.

An async generator is lazy by nature. Its body runs while somebody waits for the next item; at each `yield`
it stands still until the next one is asked for. So it is enough to write the loop down, and no page is
fetched too early.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from typing import Protocol


class Session(Protocol):
    """What `open_session` gives."""

    async def page(self, n: int) -> tuple[list[str], bool]:
        """Fetch page `n`: its items, and whether there is another page."""

    async def close(self) -> None:
        """Close the session."""


async def items(open_session: Callable[[], Awaitable[Session]]) -> AsyncIterator[str]:
    """Give the items of all pages one by one, fetch each page when it is needed, and close the session."""
    # Before the `try`: if this fails, there is nothing to close.
    session = await open_session()
    try:
        for n in count():
            page, more = await session.page(n)
            for item in page:
                # Here the generator stands, maybe for hours. aclose() raises GeneratorExit in this very line.
                yield item
            # Not `if not page`: a page may be empty in the middle, and the last one may be full.
            if not more:
                return
    finally:
        # The one place that every way out passes: the end, an error, a cancellation, aclose(). A generator
        # may await while it is being closed. It must not yield then.
        await session.close()


# A `break` out of `async for` does not close the generator. Python closes it later, when nobody refers to
# it any more, at a moment that you do not choose. Who may leave early writes `async with
# contextlib.aclosing(items(...)) as feed:`.


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

        say("somebody reads everything")
        async for item in items(open_session):
            say(item)

        say("somebody leaves after one item")
        async with aclosing(items(open_session)) as feed:
            async for item in feed:
                say(item)
                break
        say("done (2.4 s; the second reader has fetched page 0 only)")

    asyncio.run(demo())
