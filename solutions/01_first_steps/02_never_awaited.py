"""Never awaited: the solution.

Two awaits, for two reasons. The first one is for the value: without it there is no price, only a coroutine
object. The second one is for the effect: `save` returns nothing, but only an awaited `save` has happened.
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
    total = await price_of(item) * qty  # `await` binds tighter than `*`: it is the price that is awaited
    # The dangerous one. Without `await` this line runs without an error, and no receipt is ever written; all
    # that Python can do is to warn later, when the forgotten coroutine object is thrown away.
    await save(item, total)
    # An await is also where errors and cancellation come in. Neither needs a line of code here: they leave
    # `checkout` at the await where they happen, and the lines below it do not run.
    return total


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
