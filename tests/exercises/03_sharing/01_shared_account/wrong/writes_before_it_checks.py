"""You take the money first, and put it back where it was too much. Between the two writes the balance is
below zero, and others who use the store see it. A refused withdrawal must not write at all: check first, then
act."""

import asyncio
from collections import defaultdict


class Bank:
    def __init__(self, store):
        self._store = store
        self._locks = defaultdict(asyncio.Lock)

    async def withdraw(self, acct, amount):
        async with self._locks[acct]:
            balance = await self._store.read(acct)
            await self._store.write(acct, balance - amount)
            if balance < amount:
                await self._store.write(acct, balance)
                return False
            return True
