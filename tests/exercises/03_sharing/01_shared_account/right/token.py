"""Each account has a queue with one token in it; whoever holds the token has the turn."""

import asyncio


class Bank:
    def __init__(self, store):
        self._store = store
        self._tokens = {}

    async def withdraw(self, acct, amount):
        if acct not in self._tokens:
            self._tokens[acct] = asyncio.Queue()
            self._tokens[acct].put_nowait("token")
        token = await self._tokens[acct].get()
        try:
            rest = await self._store.read(acct) - amount
            if rest >= 0:
                await self._store.write(acct=acct, value=rest)
            return rest >= 0
        finally:
            self._tokens[acct].put_nowait(token)
