"""You begin to borrow as soon as `van(depot)` is called. Perhaps the block is never entered, and then
nobody gives the van back. Which method is called when the block is entered?
"""

import asyncio


class Trip:
    def __init__(self, depot):
        self.depot = depot
        self.borrowing = asyncio.ensure_future(depot.borrow())

    async def __aenter__(self):
        self.v = await self.borrowing
        return self.v

    async def __aexit__(self, kind, error, traceback):
        await self.depot.give_back(self.v, isinstance(error, Exception))


def van(depot):
    return Trip(depot)
