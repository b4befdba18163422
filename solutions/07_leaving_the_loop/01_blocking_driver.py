"""Blocking driver: the solution.

An event loop is one thread that never waits for one thing only. A driver that waits without `await` takes
this thread away from everybody. So each call is given a thread of its own to wait in, and the loop awaits the
end of that call as it awaits everything else.
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    """Read all `sensors` at the same time, without stopping the loop; return their readings in order."""
    # Not `to_thread(read(sensor))`: the function and its argument are handed over apart, and the call is made
    # over there. A plain function that is called here has waited before anybody can hand it over.
    #
    # The threads come from the loop's default pool, which the whole program shares. It has 4 more of them
    # than there are processors (32 at the most): enough for eight sensors where there are four processors.
    # Where more calls have to wait together, give the work a pool of its own: `loop.run_in_executor(pool,
    # read, sensor)`. But no `with pool:` around the await! On an error it would wait for the other threads
    # here, in the loop's thread.
    #
    # Nobody can stop a thread. When this is cancelled, gather cancels what awaits the threads; the reads go
    # on until they end by themselves, and what they return is dropped.
    return await asyncio.gather(*(asyncio.to_thread(read, sensor) for sensor in sensors))


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        def read(sensor: str) -> int:
            time.sleep(2)  # the vendor's driver: no await, just waiting
            say(f"{sensor} has been read")
            return len(sensor)

        async def heartbeat() -> None:
            while True:
                await asyncio.sleep(0.5)
                say("heartbeat")

        heart = asyncio.create_task(heartbeat())
        say(f"readings: {await read_all(read, ['soil', 'air', 'light'])}")
        heart.cancel()
        print("        (2 s, and a heartbeat every half second)")

    asyncio.run(demo())
