"""Quote or fallback

A web shop shows the price of shipping before the customer pays. It asks the carrier, whose server answers
within a second on most days. On a bad day it does not answer for minutes, and customers do not wait that
long: then the shop shows a fixed price of its own. Last month it did so for a whole week, and nobody knew
why: the carrier had reported an error each time, and the shop had taken it for slowness.

Your task: write `quote(ask, limit, fallback)`.

- `ask()` is a coroutine function. Awaited, it gives the carrier's price, a whole number, or it raises an
  exception (any subclass of `Exception`). Ask once.
- If the price arrives before `limit` seconds have passed, return it, at the moment when it arrives. A price
  of 0 is a price too: this parcel is shipped for free.
- If the request is still under way after `limit` seconds, cancel it, wait until it has really stopped, and
  return `fallback`. Most requests stop at once. Some need a moment to hang up; that moment comes on top of
  the limit.
- If the carrier raises an error before the limit, that is its failure and not slowness: the error comes out
  of `quote` as it is, at once. This also holds if the error is a `TimeoutError`: the carrier has time
  limits of its own.
- If `quote` itself is cancelled, at whatever moment, the request is cancelled too, and the `CancelledError`
  comes out. There is no fallback for a customer who has left, not even while the request hangs up.
- Many quotes are asked for, one after the other and at the same time. None disturbs another one.
- `limit` is greater than 0. What happens if an answer arrives at exactly the limit is up to you. A request
  that has been cancelled does not fail, and gives no price any more: it ends as cancelled.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def quote(ask: Callable[[], Awaitable[int]], limit: float, fallback: int) -> int:
    """Return the carrier's price, or `fallback` if it has not arrived after `limit` seconds.

    Errors of the carrier come out as they are, its own `TimeoutError` too.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def good_day() -> int:
        await asyncio.sleep(0.5)
        return 7

    async def bad_day() -> int:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            say("the carrier is told to stop")
            raise
        return 7

    async def worse_day() -> int:
        await asyncio.sleep(0.5)
        raise TimeoutError("the carrier's own database does not answer")

    async def main() -> None:
        for ask in (good_day, bad_day, worse_day):
            say(f"{ask.__name__}: the carrier is asked, for 1.5 s at most")
            try:
                say(f"{ask.__name__}: shipping is {await quote(ask, 1.5, 9)}")
            except TimeoutError as error:
                say(f"{ask.__name__}: the carrier has failed: {error}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("No price yet: `quote` is not written. Look for 'Your turn' in this file.")
