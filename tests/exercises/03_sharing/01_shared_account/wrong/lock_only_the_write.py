"""Your lock holds the write, but the balance is read and checked before it. While a withdrawal waits for the
lock, the balance that it has checked goes out of date. What you check and what you do about it belong in
the same turn."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        balance = await self._store.read(acct)
        if balance < amount:
            return False
        async with self._locks[acct]:
            await self._store.write(acct, balance - amount)
        return True
