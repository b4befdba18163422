"""The drink is right, but when `serve` returns, an event loop is still open, with its sockets. A program that
leaves loops open has no sockets left after a while. Who opens a loop also closes it, or lets a function do both.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    return asyncio.new_event_loop().run_until_complete(brew(drink))
