"""You allow a withdrawal only if something is left afterwards. A balance may go down to 0, and not below:
"not enough" and "just enough" differ by one coin.
"""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._locks: dict[str, asyncio.Lock] = {}

    async def withdraw(self, acct: str, amount: int) -> bool:
        async with self._locks.setdefault(acct, asyncio.Lock()):
            balance = await self._store.read(acct)
            if balance <= amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
