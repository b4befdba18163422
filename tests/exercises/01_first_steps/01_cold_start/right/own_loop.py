"""A loop made, used and closed by hand: what asyncio.run does, without its care for left-over tasks."""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(brew(drink))
    finally:
        loop.close()
