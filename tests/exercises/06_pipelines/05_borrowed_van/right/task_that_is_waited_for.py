"""A class derived from AbstractAsyncContextManager; giving back is a task of its own, and it is waited for."""

import asyncio
from contextlib import AbstractAsyncContextManager


class Trip(AbstractAsyncContextManager):
    def __init__(self, depot):
        self._depot = depot
        self._vans = []

    async def __aenter__(self):
        self._vans.append(await self._depot.borrow())
        return self._vans[-1]

    async def __aexit__(self, *failure):
        damaged = failure[0] is not None and issubclass(failure[0], Exception)
        back = asyncio.create_task(self._depot.give_back(self._vans.pop(), damaged))
        await asyncio.shield(back)


def van(depot):
    return Trip(depot)
