"""Ticket window: the solution.

A condition is for "wait until this is true": here, until enough seats are free. The one who waits says what
has to be true; the one who changes something says only that it has changed, and each who waits
looks again.
"""

import asyncio


class Hall:
    """A hall with a number of seats, which are taken and given back in groups."""

    def __init__(self, seats: int) -> None:
        """Begin with `seats` free seats."""
        self._free = seats
        self._changed = asyncio.Condition()

    async def take(self, n: int) -> None:
        """Wait until `n` seats are free, and take them."""
        # To wait gives the condition's lock back, and to be woken means to have it again: so others get to
        # the window meanwhile, but between the last look and the taking nobody does.
        async with self._changed:
            # This is `while not ...: await self._changed.wait()`. A woken group looks again, because another
            # one may have been quicker.
            await self._changed.wait_for(lambda: self._free >= n)
            self._free -= n
        # A group that is cancelled leaves from `wait_for`: it has taken nothing, so it has nothing to give
        # back.

    async def give_back(self, n: int) -> None:
        """Return `n` seats, and let in who fits now."""
        async with self._changed:
            self._free += n
            # All, not one: the one that is woken might be too big, while a smaller one sleeps on.
            self._changed.notify_all()


# To wake everybody for each change is the price of a simple rule. With thousands of groups in the foyer, a
# list of (n, future) pairs lets `give_back` wake only those that fit; then a group that is cancelled after
# its future was resolved has to hand its seats on.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        hall = Hall(6)

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def group(name: str, comes: float, size: int, stays: float) -> None:
            await asyncio.sleep(comes)
            say(f"{name} wants {size}")
            await hall.take(size)
            say(f"{name} has {size}")
            await asyncio.sleep(stays)
            say(f"{name} gives {size} back")
            await hall.give_back(size)

        await asyncio.gather(
            group("the family", 0, 4, 2),
            group("the team", 0, 2, 1),
            group("the class", 0.3, 6, 0.5),
            group("the couple", 0.5, 2, 0.7),
        )
        say("done (the couple gets in at 1.0 s, the class at 2.0 s)")

    asyncio.run(demo())
