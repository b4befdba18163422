"""Quote or fallback: the solution

`asyncio.timeout` is a block with an alarm clock. When it rings, the clock cancels whatever the block waits
for, and once that has ended, it turns the CancelledError into a TimeoutError at the end of the block. A
cancellation that comes from somewhere else passes through the block as it is. (`asyncio.wait_for` does the
same for a single call, but cannot tell you afterwards whose TimeoutError you have caught.)
"""

import asyncio
from collections.abc import Awaitable, Callable


async def quote(ask: Callable[[], Awaitable[int]], limit: float, fallback: int) -> int:
    """Return the carrier's price, or `fallback` if it has not arrived after `limit` seconds.

    Errors of the carrier come out as they are, its own `TimeoutError` too.
    """
    # The `try` is outside: the limit's TimeoutError is made where the block ends. Inside of the block there
    # is only the CancelledError, which is the clock's business.
    try:
        async with asyncio.timeout(limit) as deadline:
            return await ask()
    except TimeoutError:
        # Two things end up here: the alarm, and an error of the carrier that has the same name. Only the
        # first one is what the fallback is for.
        if deadline.expired():
            return fallback
        raise


# What is missing here is as important. There is no `except Exception`: any other failure of the carrier is
# news for the caller. And there is no `except CancelledError`: it would answer a customer who has left.


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

    asyncio.run(main())
