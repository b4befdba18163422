"""`await ask(station)` starts the call and waits for its answer. In a loop, the next station is asked
only when the one before it has answered, so the times add up.
"""

from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    return [await ask(station) for station in stations]
