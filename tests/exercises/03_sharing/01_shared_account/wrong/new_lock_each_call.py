"""Nothing keeps two withdrawals of one account apart. A lock that each call makes for itself is held by
nobody else, so nobody ever waits: it is as good as none. A lock protects only from those who use the same
lock: where has it to live?"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store

    async def withdraw(self, acct, amount):
        lock = asyncio.Lock()
        async with lock:
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
