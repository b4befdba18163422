"""The drink is right, but each call makes an event loop and leaves it open, with its sockets: after some
hundred drinks the machine has none left. Who opens a loop also closes it, or lets a function do both.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    return asyncio.new_event_loop().run_until_complete(brew(drink))
