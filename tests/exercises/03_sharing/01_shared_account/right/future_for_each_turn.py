"""No lock: a future stands for the turn under way; who waits looks again when it is over."""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._turns: dict[str, asyncio.Future[None]] = {}

    async def withdraw(self, acct: str, amount: int) -> bool:
        while acct in self._turns:
            # asyncio.wait does not cancel the future when the one who waits is cancelled.
            await asyncio.wait([self._turns[acct]])
        self._turns[acct] = asyncio.get_running_loop().create_future()
        try:
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True
        finally:
            self._turns.pop(acct).set_result(None)
