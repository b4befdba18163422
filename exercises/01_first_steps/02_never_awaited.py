"""Never awaited.

A museum shop has one till. For each sale it looks up the price of one piece, multiplies it by the number of
pieces, stores the receipt, and tells the customer the total. The shop was in the newspaper once, for a till
that showed the right total and never stored a receipt.

Write the coroutine function `checkout(price_of, save, item, qty)`:

- `await price_of(item)` gives the price of one piece, an int. Ask for it once in each sale: prices
  change.
- The total is the price times `qty`. With a price of 12 and a `qty` of 3 it is 36.
- `save(item, total)` stores the receipt and returns nothing. Both `price_of` and `save` are coroutine
  functions. Call `save` once, after the total is known; a total of 0 has its receipt, too.
- Return the total, and not before the receipt has been stored: if the price takes 1 second and storing
  takes 0.5 seconds, `checkout` takes 1.5 seconds.
- If `price_of` or `save` raises an error, `checkout` raises that error, then. Without a price nothing is
  stored.
- If `checkout` is cancelled while it waits for the price, then the look-up is cancelled, and nothing is
  stored.
- Several sales may go on at the same time. They do not disturb each other, and none waits for another.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


async def checkout(
    price_of: Callable[[str], Awaitable[int]],
    save: Callable[[str, int], Awaitable[None]],
    item: str,
    qty: int,
) -> int:
    """Sell `qty` pieces of `item`: look up the price, store the receipt, return the total."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":

    async def demo() -> None:
        """Sell three mugs and print what happens, with the seconds."""
        opened = time.perf_counter()

        def show(text: str) -> None:
            print(f"{time.perf_counter() - opened:4.1f} s  {text}")

        async def price_of(item: str) -> int:
            show(f"looking up the price of a {item}")
            await asyncio.sleep(1)
            return 12

        async def save(item: str, total: int) -> None:
            show(f"writing the receipt: {item}, {total}")
            await asyncio.sleep(0.5)
            show("the receipt is stored")

        total = await checkout(price_of, save, "mug", 3)
        show(f"the customer pays {total} and leaves")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print(
            "The till is closed: `checkout` has no body yet. Write it in this file, then run the file again."
        )
