"""You hand over the function `brew` itself. The event loop cannot run a function: it does not know for
which drink. It needs what you get when you call that function.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    return asyncio.run(brew)
