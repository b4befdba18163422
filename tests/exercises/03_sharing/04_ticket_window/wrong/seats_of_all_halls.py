"""The number of free seats stands in the class, so all halls count in one place: what is taken in one of them
is missing in the other. Where is the place for what belongs to a single hall?
"""

import asyncio


class Hall:
    free: int | None = None
    changed: asyncio.Condition

    def __init__(self, seats: int) -> None:
        if Hall.free is None:
            Hall.free = seats
            Hall.changed = asyncio.Condition()

    async def take(self, n: int) -> None:
        async with Hall.changed:
            await Hall.changed.wait_for(lambda: (Hall.free or 0) >= n)
            Hall.free = (Hall.free or 0) - n

    async def give_back(self, n: int) -> None:
        async with Hall.changed:
            Hall.free = (Hall.free or 0) + n
            Hall.changed.notify_all()
