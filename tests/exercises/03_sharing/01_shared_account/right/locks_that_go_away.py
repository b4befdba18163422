"""One lock for each account, held weakly: a lock that nobody uses is forgotten."""

import asyncio
from typing import Any
from weakref import WeakValueDictionary


class Bank:
    def __init__(self, store: Any) -> None:
        self._store = store
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def withdraw(self, acct: str, amount: int) -> bool:
        lock = self._locks.get(acct)
        if lock is None:
            lock = self._locks[acct] = asyncio.Lock()
        await lock.acquire()
        try:
            balance = await self._store.read(acct)
            enough = balance >= amount
            if enough:
                await self._store.write(acct, balance - amount)
            return enough
        finally:
            lock.release()
