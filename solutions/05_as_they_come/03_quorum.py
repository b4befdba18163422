"""Quorum

`asyncio.wait` is the plainest of the tools that wait: it raises nothing, cancels nothing, and only says
which tasks have ended and which have not. That is what one wants where the decision to stop is one's own.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def replicate(writes: list[Callable[[], Awaitable[None]]], need: int) -> bool:
    """Start all `writes`; return True as soon as `need` are confirmed, False as soon as that is impossible."""
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    try:
        while True:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            # More than one may have ended. The result of a write is None, confirmed or not: ask for its
            # exception. This also tells asyncio that somebody knows of the failure.
            for write in done:
                if write.exception() is None:
                    confirmed += 1
                else:
                    failed += 1
            if confirmed >= need:
                return True
            # All that have not failed could still be confirmed. If even they are too few, it is over. As
            # 1 <= need <= n, one of the two is true at the latest when all have ended: `pending` is never
            # empty when the loop waits again.
            if len(writes) - failed < need:
                return False
    finally:
        # Both outcomes pass here, and a cancellation from outside too.
        for write in pending:
            write.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def computer(house: str, seconds: float, *, has_power: bool = True) -> Callable[[], Awaitable[None]]:
        async def write() -> None:
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"{house}: stopped")
                raise
            if not has_power:
                say(f"{house}: no power")
                raise OSError("no power")
            say(f"{house}: written")

        return write

    async def main() -> None:
        mill, inn = computer("mill", 1.5), computer("inn", 0.5)
        farm, school = computer("farm", 5), computer("school", 1, has_power=False)
        say(f"two of four: {await replicate([farm, school, inn, mill], 2)} (at 1.5 s)")
        say(f"four of four: {await replicate([farm, school, inn, mill], 4)} (at 2.5 s)")

    asyncio.run(main())
