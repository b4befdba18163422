"""Your groups take their seats one by one and keep what they have while they wait for the rest. A big group
sits on seats that it cannot use yet, and two groups can block each other for ever. Take all seats in one
step, or none."""

import asyncio


class Hall:
    def __init__(self, seats):
        self._seats = asyncio.Semaphore(seats)

    async def take(self, n):
        for _ in range(n):
            await self._seats.acquire()

    async def give_back(self, n):
        for _ in range(n):
            self._seats.release()
