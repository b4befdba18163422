"""The drink failed, and you keep that to yourself: the firmware takes what you return for a drink. An
error that you can do nothing about belongs to your caller. The way out of the event loop is open for
errors, too.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    try:
        return asyncio.run(brew(drink))
    except OSError as error:
        print(f"sorry: {error}")
        return ""
