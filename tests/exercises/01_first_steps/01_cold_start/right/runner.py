"""An asyncio.Runner, which is closed by its `with`."""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    with asyncio.Runner() as runner:
        return runner.run(brew(drink))
