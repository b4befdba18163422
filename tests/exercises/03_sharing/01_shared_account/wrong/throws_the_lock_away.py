"""When a withdrawal is over you throw the lock of its account away, though others still wait for it. Whoever
comes next finds no lock and makes a new one: two withdrawals of one account are then in line for two different
locks. When is it certain that nobody needs a lock any more?
"""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._locks: dict[str, asyncio.Lock] = {}

    async def withdraw(self, acct: str, amount: int) -> bool:
        async with self._locks.setdefault(acct, asyncio.Lock()):
            try:
                balance = await self._store.read(acct)
                if balance < amount:
                    return False
                await self._store.write(acct, balance - amount)
                return True
            finally:
                self._locks.pop(acct, None)
