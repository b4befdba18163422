"""Borrowed van: the solution.

What must be given back belongs into a context manager: then nobody who uses it can forget. The decorator
makes one from an async generator with a single `yield`. What stands before the `yield` is done on the way
in, and what stands after it on the way out.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

Van = str


class Depot(Protocol):
    """Where vans are borrowed."""

    async def borrow(self) -> Van:
        """Wait for a van, and take it."""

    async def give_back(self, v: Van, damaged: bool) -> None:
        """Bring the van `v` back, and say whether it is damaged."""


@asynccontextmanager
async def van(depot: Depot) -> AsyncIterator[Van]:
    """Borrow a van for the time of an `async with` block, and give it back on every way out."""
    # Before the `try`: if this fails or is cancelled, there is no van to give back.
    v = await depot.borrow()
    damaged = False
    try:
        # The block runs here. What it raises is raised in this line.
        yield v
    except Exception:
        # Only a note. CancelledError is no Exception: whoever is called off has not damaged anything.
        damaged = True
        raise  # without this line, the error would end here, and the caller would believe that all is well
    finally:
        # The one place that every way out passes. An await is allowed here, also after a cancellation: the
        # CancelledError has been raised already, and goes on when this is done.
        await depot.give_back(v, damaged)


# As a class, `__aexit__(self, kind, error, traceback)` would be told `error`, or None; `isinstance(error,
# Exception)` is then the whole question. It must not return True: that suppresses the error.


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

    asyncio.run(demo())
