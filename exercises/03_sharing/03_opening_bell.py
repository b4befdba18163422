"""Opening bell.

At a coffee exchange the day begins with a bell. Until it rings, nobody knows the opening price. Some traders
are early and stand waiting; some come an hour later, read the price from the board and go to work. Yesterday
one of the early traders lost patience and went home, and nobody else noticed: so it should be.

Write the class `Desk`.

- `await desk.wait_open()` returns the opening price. A trader who is there before the bell waits, and gets the
  price at the moment of the bell. A trader who comes after the bell gets it at once.
- `desk.ring(price)` rings the bell: a plain function, which returns at once. It may ring when nobody waits. A
  price of 0 is a price like any other.
- The second and every later ring raises RuntimeError. It changes nothing: those who wait or come later get
  the price of the first ring. This holds too when the second ring follows the first without any await
  between.
- No trader may hold up or disturb another. When one who waits is cancelled, the others still get the price at
  the bell.
- Each desk has its own bell and its own price.

The desk is built inside the running loop. `ring` is called inside it too, never from another thread.
"""


class Desk:
    """A trading desk that opens when its bell rings."""

    # Your turn. What does a desk have to remember? Give it an `__init__` without arguments, if you like.

    async def wait_open(self) -> float:
        """Wait until the bell has rung; return the opening price."""
        raise NotImplementedError

    def ring(self, price: float) -> None:
        """Open with `price`; raise RuntimeError where the bell has already rung."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Desk is not written yet. Replace each `raise NotImplementedError` by your code.")
