"""You expect that a feed can only fail with an OSError. A feed that answers nonsense fails in another way,
and that exception takes the whole page with it. Which exceptions can come out of code that you did not
write?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async def body_of(feed: str) -> str | Exception:
        try:
            return await fetch(feed)
        except OSError as error:
            return error

    return dict(zip(feeds, await asyncio.gather(*map(body_of, feeds)), strict=True))
