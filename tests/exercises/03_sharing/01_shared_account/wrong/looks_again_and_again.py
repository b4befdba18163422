"""You look again and again whether the turn is free, and go in when it is. Between two looks the turn stands
empty, and who has waited longest is not the next one. Let the end of a turn wake the next in line.
"""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._busy: set[str] = set()

    async def withdraw(self, acct: str, amount: int) -> bool:
        while acct in self._busy:
            await asyncio.sleep(0.03)
        self._busy.add(acct)
        try:
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
        finally:
            self._busy.discard(acct)
