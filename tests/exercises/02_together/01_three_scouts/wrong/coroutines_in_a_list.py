"""Calling a coroutine function makes a coroutine object, and a list of them is a list of plans: nothing
has started. Each plan begins only when you await it, so the second station is asked when the first one has
answered.
"""

from collections.abc import Awaitable, Callable


async def reports(ask: Callable[[str], Awaitable[str]], stations: list[str]) -> list[str]:
    pending = [ask(station) for station in stations]
    return [await report for report in pending]
