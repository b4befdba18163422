"""Shared account.

A family has one bank account and five cards. On a Saturday morning all five pay at the same time, in five
shops. The bank keeps the balances in a slow store: a read takes time, and a write takes time. Between the
read and the write of one payment the other payments go on. Each of them still sees the old balance, each
finds enough money, and in the end the family has spent money that it never had.

Write the class `Bank`. It is given the store, which has two coroutine functions:

    await store.read(acct)           returns the balance of the account, a whole number
    await store.write(acct, value)   sets the balance of the account

`await bank.withdraw(acct, amount)` reads the balance. If there is enough money, it writes the new balance and
returns True. If there is not enough, it writes nothing and returns False. `amount` is a whole number above 0.
To take all that there is, down to 0, is allowed.

- A balance never goes below zero, even when many withdrawals of one account come in together.
- Withdrawals of one account have their turn one after the other. A turn is the read and the write; the next
  turn begins as soon as the one before it is over.
- Withdrawals of different accounts do not wait for each other. The bank does not know the accounts
  beforehand.
- Others use the store too. Each withdrawal reads the balance afresh, once, in its own turn; the bank
  remembers no balance.
- When `read` or `write` fails, `withdraw` raises that error. Its turn is over, and the next withdrawal of the
  account works as usual.
- A withdrawal may be cancelled. While it waits for its turn: it never uses the store, and those behind it go
  on waiting for their turn. While it reads or writes: its turn is over at that moment.

The bank is built inside the running loop.
"""

from typing import Any


class Bank:
    """Withdrawals from accounts whose balances are kept in a slow, shared store."""

    # Your turn

    def __init__(self, store: Any) -> None:
        """Use `store`, which has the coroutine functions `read(acct)` and `write(acct, value)`."""
        raise NotImplementedError

    async def withdraw(self, acct: str, amount: int) -> bool:
        """Take `amount` from `acct` and return True; return False where there is not enough money."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Bank is not written yet. Replace each `raise NotImplementedError` by your code.")
