"""Retry with backoff

Three questions make a retry: which errors are worth another try, how long to wait, and when to give up. Each
of them has one place below.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def retry(
    op: Callable[[], Awaitable[T]],
    *,
    attempts: int,
    base: float,
    cap: float,
    jitter: Callable[[float], float],
    retry_on: tuple[type[Exception], ...],
) -> T:
    """Return the result of `op()`; after an error in `retry_on` wait and try again, `attempts` times in all.

    The waits are `jitter(base)`, `jitter(2 * base)`, `jitter(4 * base)`, ..., and no delay exceeds `cap`.
    """
    delay = min(base, cap)
    # All calls but the last one are alike: if they fail, a wait follows.
    for _ in range(attempts - 1):
        # Only the errors that we were told about. CancelledError is not among them, as it is no `Exception`:
        # so a cancellation leaves this function at whichever `await` it arrives, and nothing is tried again.
        # `op()` stands inside of the loop: a coroutine object can be awaited once, so each try needs a new one.
        with suppress(*retry_on):
            return await op()
        # Jitter spreads out the clients that have failed together; else they would come back together. The
        # delay itself stays free of it, so that chance does not add up.
        await asyncio.sleep(jitter(delay))
        # To double what is limited already is better than `base * 2**n`: after a long night `2**n` is a number
        # that no float can hold.
        delay = min(2 * delay, cap)
    # The last call has nothing after it. Whatever it does is the result: a value, or its own error, with its
    # own traceback.
    return await op()


# From Python 3.12 on, `async def retry[T](...)` needs no TypeVar.


if __name__ == "__main__":
    import random
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def transmission(failures: int) -> Callable[[], Awaitable[str]]:
        left = failures

        async def send() -> str:
            nonlocal left
            say("  sending ...")
            await asyncio.sleep(0.2)
            if left:
                left -= 1
                say("  only noise")
                raise ConnectionError("no answer from the valley")
            return "received"

        return send

    def varied(delay: float) -> float:
        return delay * random.uniform(0.75, 1.25)

    async def main() -> None:
        say("rain: the first three transmissions fail; the waits are about 0.4, 0.8 and 1.0 s")
        say(
            await retry(
                transmission(3), attempts=5, base=0.4, cap=1.0, jitter=varied, retry_on=(ConnectionError,)
            )
        )
        say("storm: nothing works; after three calls the station gives up")
        try:
            await retry(
                transmission(99), attempts=3, base=0.4, cap=1.0, jitter=varied, retry_on=(ConnectionError,)
            )
        except ConnectionError as error:
            say(f"given up: {error}")

    asyncio.run(main())
