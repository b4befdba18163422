"""Your `finally` also runs when a withdrawal is cancelled while it still waits for the lock. It then releases
a lock that belongs to somebody else, and the next one comes in too early. When does a withdrawal begin to owe
a release?"""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        lock = self._locks[acct]
        try:
            await lock.acquire()
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
        finally:
            lock.release()
