"""You keep what was brewed, and serve it again when the same drink is wanted. The second customer gets the
cup of the first. Each call of `serve` is an order of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable

cups: dict[str, str] = {}


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    if drink not in cups:
        cups[drink] = asyncio.run(brew(drink))
    return cups[drink]
