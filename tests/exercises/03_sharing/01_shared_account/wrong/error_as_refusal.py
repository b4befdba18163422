"""A broken store is answered with False, as if the money were not enough. The caller cannot tell a poor
customer from a broken disk. Let errors that you cannot repair go on to the caller."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        async with self._locks[acct]:
            try:
                balance = await self._store.read(acct)
                if balance < amount:
                    return False
                await self._store.write(acct, balance - amount)
            except Exception:
                return False
            return True
