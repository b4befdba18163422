"""A task is started on a loop, but nobody lets that loop run: a loop makes no step by itself. So you return
a task that will never be done, and leave the loop open. The firmware needs the drink, and has to wait for
it.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    loop = asyncio.new_event_loop()
    return loop.create_task(brew(drink))
