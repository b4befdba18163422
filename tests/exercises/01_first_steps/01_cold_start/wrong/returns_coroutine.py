"""Calling `brew` runs none of its lines: it only builds a coroutine object, and that object is what you
return. Somebody has to carry it out. Synchronous code cannot `await`; what can it do instead?
"""

from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    return brew(drink)
