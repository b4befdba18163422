"""Opening bell: the solution.

An event is a flag that can be waited for. It wakes all who wait when it is set, and lets all pass who come
later. That is why it fits here: nobody can miss a flag that stays up. The event carries no value, so the
price stands beside it.
"""

import asyncio


class Desk:
    """A trading desk that opens when its bell rings."""

    def __init__(self) -> None:
        """Make a desk that is still closed."""
        # Made here, not in the body of the class: there it would be one bell for all desks.
        self._bell = asyncio.Event()
        self._price = 0.0  # means nothing until the bell has rung

    async def wait_open(self) -> float:
        """Wait until the bell has rung; return the opening price."""
        await self._bell.wait()  # returns at once where the bell has rung
        return self._price

    def ring(self, price: float) -> None:
        """Open with `price`; raise RuntimeError where the bell has already rung."""
        if self._bell.is_set():
            raise RuntimeError("the bell has already rung")
        # First the price, then the flag: whoever sees the flag may rely on the price. There is no await
        # between the check and here, so nothing else can ring in the meantime, and no lock is needed.
        self._price = price
        self._bell.set()


# A Future is an event with a value, and would do as well. But awaiting a future passes a cancellation on to
# it, and one impatient trader would then cancel it for all: each would have to await
# `asyncio.shield(future)`.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        desk = Desk()

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def trader(name: str, comes: float) -> None:
            await asyncio.sleep(comes)
            say(f"{name} comes")
            price = await desk.wait_open()
            say(f"{name} knows the price: {price}")

        async def bell() -> None:
            await asyncio.sleep(1.2)
            say("the bell rings")
            desk.ring(101.5)
            try:
                desk.ring(99.0)
            except RuntimeError as error:
                say(f"the second ring is refused: {error}")

        await asyncio.gather(trader("Anna", 0), trader("Ben", 0.5), trader("Cleo", 2), bell())
        say("done (Anna and Ben at 1.2 s, Cleo at 2.0 s)")

    asyncio.run(demo())
