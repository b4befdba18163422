"""The balances are safe, but all accounts share one lock: Anna waits until Ben has been served, though the
two never touch the same balance. What exactly does your lock have to protect?"""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._lock = asyncio.Lock()

    async def withdraw(self, acct, amount):
        async with self._lock:
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
