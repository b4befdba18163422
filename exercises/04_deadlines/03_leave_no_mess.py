"""Leave no mess

A beekeeper has put a scale under one of the hives. A small computer reads it every second and keeps the
readings in memory, because its memory card wears out quickly: it writes once, at the end. In the evening
the program is stopped. For a week the evening's file was empty each time, and then, after a repair, the
program could not be stopped at all.

Your task: write `log_sensor(read, flush)`.

- `read()` is a coroutine function. Awaited, it gives a reading, a whole number, or it raises `OSError`
  because the scale gave no signal. It takes no time. 0 is a reading like any other.
- Take the first reading at once, then one every second: at 0, 1, 2, 3 ... seconds, until you are cancelled.
  Keep them in memory.
- A reading that fails with `OSError` is skipped. Nothing is noted for it, and the next one is taken when its
  second has come.
- When `log_sensor` is cancelled, write what you have: call `flush(readings)` once, with the list of all
  readings in their order. `flush` is a coroutine function and takes a while. When it has ended,
  `log_sensor` ends as cancelled: the `CancelledError` comes out.
- If there is nothing to write, you may call `flush` with an empty list, or not at all.
- Several loggers can run at the same time, each with its own readings.
- A logger is cancelled once, and never at the very moment of a reading. `flush` does not fail.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NoReturn


async def log_sensor(
    read: Callable[[], Awaitable[int]], flush: Callable[[list[int]], Awaitable[None]]
) -> NoReturn:
    """Take a reading every second; when cancelled, write all of them with `flush`, and end as cancelled."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import time

    begin = time.perf_counter()
    weights = iter([40213, None, 40198, 40205])

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def read() -> int:
        weight = next(weights)
        if weight is None:
            say("no signal")
            raise OSError("no signal")
        say(f"the hive weighs {weight} g")
        return weight

    async def flush(readings: list[int]) -> None:
        say(f"writing {readings}")
        await asyncio.sleep(0.5)
        say("written")

    async def main() -> None:
        logger = asyncio.create_task(log_sensor(read, flush))
        await asyncio.wait([logger], timeout=2.5)
        if not logger.done():
            say("the evening has come: stop")
            logger.cancel()
            await asyncio.wait([logger], timeout=1.2)
        if not logger.done():
            say("the logger does not stop")
        elif logger.cancelled():
            say("the logger was cancelled, as it should be")
        else:
            say(f"the logger has ended as if nobody had cancelled it, with {logger.result()}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nothing is weighed yet: `log_sensor` is not written. Look for 'Your turn' in this file.")
