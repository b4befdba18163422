"""Token bucket

The bucket needs no task that pours tokens into it. It is enough to know how many tokens there were at one
moment: how many there are now follows from the clock. And of all who wait, only the first one has to look at
the clock; the others stand in line at a lock.
"""

import asyncio
import time


class TokenBucket:
    """A limit of `rate` calls per second on average, with bursts of up to `burst` calls."""

    def __init__(self, rate: float, burst: int) -> None:
        """Begin with a full bucket."""
        self._rate = rate
        self._burst = burst
        self._tokens = float(burst)  # so many there were ...
        self._counted_at = time.monotonic()  # ... at this moment
        self._head_of_the_line = asyncio.Lock()

    def _count(self) -> None:
        """Find out how many tokens there are now."""
        now = time.monotonic()
        # A part of a token counts too: to round here would lose it, at each call anew. `min` is the rim of the
        # bucket; without it, a quiet night would allow a flood in the morning.
        self._tokens = min(self._burst, self._tokens + (now - self._counted_at) * self._rate)
        self._counted_at = now

    async def acquire(self) -> None:
        """Wait for a token, and take it. Callers are served in the order in which they came."""
        # A lock lets in one after the other, in the order in which they came. Who sleeps here keeps the lock, so
        # nobody who comes later can find the token first. A cancellation leaves the block as an error does:
        # the lock is given back, and the next one in the line goes on with the same clock and the same tokens.
        async with self._head_of_the_line:
            self._count()
            # `while` and not `if`: a sleep may end a tiny bit too early, by the rounding of floats and clocks.
            while self._tokens < 1:
                await asyncio.sleep((1 - self._tokens) / self._rate)
                self._count()
            # After the wait: until here, nothing was taken, so there is nothing to give back. And there is no
            # await between the look and the step.
            self._tokens -= 1


if __name__ == "__main__":
    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def ask(bucket: TokenBucket, address: int) -> None:
        await bucket.acquire()
        say(f"  where is address {address}?")

    async def main() -> None:
        bucket = TokenBucket(rate=2, burst=3)
        say("six addresses, with a burst of 3 and 2 a second: 0, 0, 0, 0.5, 1.0 and 1.5 s")
        await asyncio.gather(*(ask(bucket, number) for number in range(1, 7)))
        await asyncio.sleep(1)
        say("after a pause of 1 s there are two tokens; the third address waits half a second")
        await asyncio.gather(*(ask(bucket, number) for number in range(7, 10)))
        say("done (at 3.0 s)")

    asyncio.run(main())
