"""You release the lock at the end of the way that goes well. An error or a cancellation leaves withdraw
earlier, and the lock stays locked: everybody behind waits for ever. Find a form that gives the lock back on
every way out."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        lock = self._locks[acct]
        await lock.acquire()
        balance = await self._store.read(acct)
        enough = balance >= amount
        if enough:
            await self._store.write(acct, balance - amount)
        lock.release()
        return enough
