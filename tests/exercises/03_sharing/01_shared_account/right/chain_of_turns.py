"""A chain: each withdrawal waits for the one before it. One that gives up hangs its successor on its
predecessor."""

import asyncio
from typing import Any


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._last: dict[str, asyncio.Future[None]] = {}

    async def withdraw(self, acct: str, amount: int) -> bool:
        before = self._last.get(acct)
        mine = asyncio.get_running_loop().create_future()
        self._last[acct] = mine
        if before is not None:
            try:
                await asyncio.shield(before)
            except asyncio.CancelledError:
                before.add_done_callback(lambda _: mine.set_result(None))
                raise
        try:
            return await self._turn(acct, amount)
        finally:
            mine.set_result(None)
            if self._last[acct] is mine:
                del self._last[acct]

    async def _turn(self, acct: str, amount: int) -> bool:
        balance = await self._store.read(acct)
        if balance < amount:
            return False
        await self._store.write(acct, balance - amount)
        return True
