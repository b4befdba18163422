"""Blocking driver.

A greenhouse has up to eight sensors. The vendor has written the driver for them: a plain function, which
talks to the sensor and comes back two seconds later. There is no async version of it. The same program also
gives a heartbeat to a watchdog, from a task on the same event loop. When the heartbeat stops, the watchdog
switches the pumps off. So the sensors have to be read, and the loop has to go on.

Write `read_all`. `read(sensor)` is the driver: a plain function, not a coroutine function. It blocks the
thread that calls it until the reading is there. It returns the reading, an int; or it raises an exception.

- Read every sensor once, and all of them at the same time: every read begins at the moment when `read_all`
  is called. Several threads may use the driver together.
- `read` is never called in the event loop's own thread. The loop is free all the time, also when a sensor
  fails and when `read_all` is cancelled: other tasks on it go on as if nothing was there.
- Return a list with the readings, in the order of `sensors`, at the moment when the last reading is there.
- There are 0 to 8 sensors, and their names are all different. With no sensors, return an empty list at once.
- If a sensor fails, its exception comes out of `read_all`: the exception itself, not one that contains it.
  It comes out at once, or when the other reads have ended; both are right. Not more than one sensor fails.
- Nobody can stop a thread from outside. If `read_all` is cancelled, it ends as cancelled: at once, or when
  the reads that are under way have ended; both are right. No error may turn up in the loop later.
- Several calls of `read_all` may be under way at the same time, for eight sensors in all. None of them
  waits for another.
- From a thread of its own, touch the loop only in ways that are safe there. (asyncio's debug mode notices the
  others. The tests switch it on.)
"""

from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    """Read all `sensors` at the same time, without stopping the loop; return their readings in order."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("read_all is not written yet. Replace `raise NotImplementedError` by your code.")
