"""No permit lost: the solution.

There are four ways out: the job returns, it fails, the caller is cancelled while it waits, or while the job
runs. `async with` has the right answer for each, because it separates them: before the block there is no
permit to give back, and after it has begun there is always exactly one.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def with_permit(permits: asyncio.BoundedSemaphore, job: Callable[[], Awaitable[T]]) -> T:
    """Run `job` with a permit, which is given back exactly once; return what the job returns."""
    # Written out, this is
    #
    #     await permits.acquire()      cancelled here: nothing taken, nothing to give back
    #     try:
    #         return await job()       a CancelledError arrives here too, and so does any error of the job
    #     finally:
    #         permits.release()        exactly once, whatever happened
    #
    # The acquire stands before the `try`: inside it, a caller who is cancelled while waiting would give back
    # a permit that it never had. The `await` stays inside the block: `return job()` would give the permit
    # back at once.
    async with permits:
        return await job()


# From Python 3.12 on, `async def with_permit[T](...)` makes the type variable where it is used.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        permits = asyncio.BoundedSemaphore(2)

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def customer(name: str, seconds: float, fails: bool = False) -> None:
            async def print_it() -> str:
                say(f"{name} prints")
                await asyncio.sleep(seconds)
                if fails:
                    raise OSError("paper jam")
                return f"{name}'s poster"

            try:
                say(f"{name} has {await with_permit(permits, print_it)}")
            except OSError as error:
                say(f"{name} gives up: {error}")
            except asyncio.CancelledError:
                say(f"{name} goes home")
                raise

        anna = asyncio.create_task(customer("Anna", 1))
        ben = asyncio.create_task(customer("Ben", 0.5, fails=True))
        cleo = asyncio.create_task(customer("Cleo", 1))
        dora = asyncio.create_task(customer("Dora", 1))
        await asyncio.sleep(0.3)
        dora.cancel()  # while she waits for a permit
        await asyncio.sleep(0)
        emil = asyncio.create_task(customer("Emil", 0.5))
        for ending in await asyncio.gather(anna, ben, cleo, dora, emil, return_exceptions=True):
            if isinstance(ending, Exception):  # Dora's CancelledError is none
                raise ending
        say("done (two at a time; Cleo begins at 0.5 s, Emil at 1.0 s)")

    asyncio.run(demo())
