"""You release the lock after a success and in `except Exception`. But a cancellation arrives as
CancelledError, which is not an Exception: it is a BaseException. A withdrawal that is cancelled in its turn
keeps the lock for ever."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        lock = self._locks[acct]
        await lock.acquire()
        try:
            balance = await self._store.read(acct)
            enough = balance >= amount
            if enough:
                await self._store.write(acct, balance - amount)
        except Exception:
            lock.release()
            raise
        lock.release()
        return enough
