"""With `async def` your `serve` is a coroutine function itself: the firmware calls it and gets a coroutine
object, not a drink. The question is only moved one step up. Somewhere a plain function has to start the
event loop: here it is yours.
"""

from collections.abc import Awaitable, Callable


async def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    return await brew(drink)
