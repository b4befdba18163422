"""The drink is brewed to its end, and then lost: your function returns None. What the coroutine returned
comes back to you from the run; hand it on.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    async def brew_it() -> None:
        await brew(drink)

    return asyncio.run(brew_it())
