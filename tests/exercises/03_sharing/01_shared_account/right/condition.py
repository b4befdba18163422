"""One condition for the bank, and the set of the accounts that are in use."""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._in_use: set[str] = set()
        self._changed = asyncio.Condition()

    async def withdraw(self, acct: str, amount: int) -> bool:
        async with self._changed:
            await self._changed.wait_for(lambda: acct not in self._in_use)
            self._in_use.add(acct)
        try:
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
        finally:
            async with self._changed:
                self._in_use.remove(acct)
                self._changed.notify_all()
