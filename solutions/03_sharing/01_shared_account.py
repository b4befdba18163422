"""Shared account: the solution.

"Enough money?" and "take it" are two steps with an await between them. At an await every other task may run,
so what was checked may no longer be true when it is used. A lock makes the two steps one: nobody else of the
same account is let in between.
"""

import asyncio
from collections import defaultdict
from typing import Any


class Bank:
    """Withdrawals from accounts whose balances are kept in a slow, shared store."""

    def __init__(self, store: Any) -> None:
        """Use `store`, which has the coroutine functions `read(acct)` and `write(acct, value)`."""
        self._store = store
        # A lock for each account: a single one would be as safe, but Anna would wait for Ben. The locks
        # belong to the bank, because a lock protects only from those who use the same lock. Nothing is
        # awaited between looking for a lock and making it, so two tasks never make two locks for one account.
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def withdraw(self, acct: str, amount: int) -> bool:
        """Take `amount` from `acct` and return True; return False where there is not enough money."""
        # `async with` gives the lock back on return, on an error and on cancellation. Who is cancelled while
        # still waiting for the lock never had it, and does not give it back.
        async with self._locks[acct]:
            # The read belongs inside: a balance that was read before our turn may be out of date.
            balance = await self._store.read(acct)
            if balance < amount:
                return False
            await self._store.write(acct, balance - amount)
            return True


# The dict keeps a lock for every account ever seen. Where there are millions, a `weakref.WeakValueDictionary`
# lets go of those that nobody uses at the moment.


if __name__ == "__main__":
    import time

    class SlowStore:
        def __init__(self) -> None:
            self.balances = {"family": 100}

        async def read(self, acct: str) -> int:
            await asyncio.sleep(0.3)
            return self.balances[acct]

        async def write(self, acct: str, value: int) -> None:
            await asyncio.sleep(0.3)
            self.balances[acct] = value

    async def demo() -> None:
        start = time.monotonic()
        store = SlowStore()
        bank = Bank(store)

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def pay(card: int) -> None:
            answer = "paid 30" if await bank.withdraw("family", 30) else "refused"
            say(f"card {card}: {answer}, balance {store.balances['family']}")

        say("five cards want 30 each, the balance is 100")
        await asyncio.gather(*(pay(card) for card in range(1, 6)))
        say("done (three are paid and two refused, after 2.4 s)")

    asyncio.run(demo())
