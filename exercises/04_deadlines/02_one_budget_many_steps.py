"""One budget, many steps

The search page of a library has a head, a list of books, a box with reviews and a row of advertisements.
Each section asks the next one's database only when it has finished, since all of them share one old server.
Readers leave after three seconds. So the page gets a budget: what is ready by then is shown, and the rest
is left out. An earlier version gave each section three seconds, and on a bad evening a page with four
sections took twelve.

Your task: write `load_page(sections, budget)`.

- `sections` is a list of coroutine functions without arguments. Awaited, each one gives its text. Sections
  do not fail.
- Load the sections one after the other, in their order. The first one begins at once, and the next one when
  the one before it is ready.
- All of them together have `budget` seconds, from the call of `load_page` on. Return the texts of the
  sections that were ready in time, in order. If all of them fit, return as soon as the last one is ready.
- When the budget is used up, the section that is under way is cancelled and left out. Wait until it has
  really stopped, then return. Most sections stop at once. Some need a moment to clean up; that moment comes
  on top of the budget.
- A section that comes after the one that was cut off is never started, not even if it would take no time.
- An empty text is a text: a section without content is loaded too.
- If `load_page` itself is cancelled, at whatever moment, the section that is under way is cancelled too, and
  the `CancelledError` comes out. There is no page then, not even while the last section cleans up.
- Several pages can be loaded one after the other or at the same time. None disturbs another one.
- `budget` is greater than 0. With no sections, return an empty list at once. What happens if a section is
  ready at exactly the end of the budget is up to you. A section that has been cancelled gives no text any
  more: it ends as cancelled.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def load_page(sections: list[Callable[[], Awaitable[str]]], budget: float) -> list[str]:
    """Load `sections` one after the other, for `budget` seconds in all; return the texts that were ready."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def section(name: str, seconds: float) -> Callable[[], Awaitable[str]]:
        async def load() -> str:
            say(f"{name}: begins")
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"{name}: cut off")
                raise
            say(f"{name}: ready")
            return name

        return load

    async def main() -> None:
        page = [section("head", 0.5), section("books", 1), section("reviews", 2), section("adverts", 0.1)]
        say(f"the page of a slow evening: {await load_page(page, 2.5)}")
        page = [section("head", 0.2), section("books", 0.4)]
        say(f"the page of a good morning: {await load_page(page, 2.5)}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The page stays empty: `load_page` is not written. Look for 'Your turn' in this file.")
