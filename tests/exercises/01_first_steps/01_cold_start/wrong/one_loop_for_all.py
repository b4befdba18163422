"""There is one loop for all drinks, and the first drink closes it. A closed loop never runs again, so the
second customer gets an error. Who makes the loop, and who closes it, should stand in the same place.
"""

import asyncio
from collections.abc import Awaitable, Callable

loop = asyncio.new_event_loop()


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    try:
        return loop.run_until_complete(brew(drink))
    finally:
        loop.close()
