"""You run one coroutine object for its effect and a second one for its value: two drinks are brewed, and
one is poured away. Running a coroutine once gives you both, because the run hands you what the coroutine
returned.
"""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    asyncio.run(brew(drink))
    return asyncio.run(brew(drink))
