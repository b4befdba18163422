"""Borrowed van.

A village has a depot with a few vans that everybody may borrow. Each trip is another one: somebody moves
house, somebody fetches wood, somebody turns round after a kilometre because the trip was called off.
Whatever happens on the way, the van has to come back. The depot wants to know one thing only: did something
go wrong with it?

Write `van`, to be used like this:

    async with van(depot) as v: await drive(v)

- `await depot.borrow()` gives a van, and may have to wait for one. `await depot.give_back(v, damaged)`
  takes it back, and takes some time for that.
- `van(depot)` alone borrows nothing. The van is borrowed when the block is entered, and `v` is the van.
- The van goes back exactly once, on every way out of the block: at its normal end, by `return` or `break`,
  by an exception, and by a cancellation. The block is left only when the van is back.
- `damaged` is True if the block raised an `Exception`, and False otherwise. A cancellation is no
  `Exception`.
- What the block raised comes out unchanged, after the van is back: the error as it is, or the cancellation.
- When `borrow` fails, or is cancelled while it waits, the block is not entered and nothing is given back.
  The error or the cancellation comes out.
- Several vans may be borrowed at the same time, inside each other or in several tasks.

A second cancellation while the van is being given back does not happen here, and `give_back` does not fail.
`van` has to be a function, with or without a decorator; what it returns may be an object of a class of
yours.
"""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

Van = str


class Depot(Protocol):
    """Where vans are borrowed."""

    async def borrow(self) -> Van:
        """Wait for a van, and take it."""

    async def give_back(self, v: Van, damaged: bool) -> None:
        """Bring the van `v` back, and say whether it is damaged."""


def van(depot: Depot) -> AbstractAsyncContextManager[Van]:
    """Borrow a van for the time of an `async with` block, and give it back on every way out."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    start = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - start:4.1f} s  {text}")

    class VillageDepot:
        async def borrow(self) -> Van:
            await asyncio.sleep(0.2)
            say("  borrowed")
            return "the blue van"

        async def give_back(self, v: Van, damaged: bool) -> None:
            await asyncio.sleep(0.2)
            say(f"  {v} is back, {'damaged' if damaged else 'undamaged'}")

    async def trip(goal: str) -> None:
        async with van(VillageDepot()) as v:
            say(f"to {goal} with {v}")
            await asyncio.sleep(0.5)
            if goal == "the forest":
                raise ValueError("a tree in the way")

    async def demo() -> None:
        await trip("the new flat")
        try:
            await trip("the forest")
        except ValueError as error:
            say(f"{error}")
        task = asyncio.create_task(trip("the sea"))
        await asyncio.sleep(0.4)
        task.cancel()
        await asyncio.wait([task])
        say(f"called off: {task.cancelled()}")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("van is not written yet. Replace `raise NotImplementedError` by your code.")
