"""No permit lost.

A print shop rents out its two presses. At the door hangs a board with two permits; whoever wants to print takes
one, and hangs it back afterwards. It worked for a week. Then a job failed with a paper jam, and its owner ran
off with the permit in his pocket. The next day somebody got tired of waiting, went home, and hung a permit on
the board that he had never had: three people stood at two presses.

Write `with_permit`. `permits` is an `asyncio.BoundedSemaphore`, which others use too. `await job()` runs the
job.

- Take a permit, and wait for it where none is free. Then run the job once, and return what it returns. Do not
  call `job` before you have the permit.
- Give the permit back exactly once, when the job has ended and not before. It is back when `with_permit`
  returns or raises.
- When the job fails, its error comes out of `with_permit` as it is.
- When the caller is cancelled while it waits for the permit: it gives nothing back, and the job is never
  called.
- When the caller is cancelled while the job runs: the job is cancelled, and the permit is back as soon as the
  job has really ended, its own clean-up included. `with_permit` ends as cancelled.

Giving back more than was taken is an error: a BoundedSemaphore then raises ValueError.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def with_permit(permits: asyncio.BoundedSemaphore, job: Callable[[], Awaitable[T]]) -> T:
    """Run `job` with a permit, which is given back exactly once; return what the job returns."""
    # Your turn
    raise NotImplementedError


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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("with_permit is not written yet. Replace `raise NotImplementedError` by your code.")
