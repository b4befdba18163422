"""Your bank reads a balance once and then trusts its own copy. Others change the store too, and your copy
does not learn of it. A lock in your program keeps only your own tasks in line, so the truth must be read
again in each turn."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)
        self._balances = {}

    async def withdraw(self, acct, amount):
        async with self._locks[acct]:
            if acct not in self._balances:
                self._balances[acct] = await self._store.read(acct)
            if self._balances[acct] < amount:
                return False
            await self._store.write(acct, self._balances[acct] - amount)
            self._balances[acct] -= amount
            return True
