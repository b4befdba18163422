"""Leave no mess: the solution

`task.cancel()` does not end a task. It puts a CancelledError into the await where the task waits, and from
there it travels like any other exception: through `except` and `finally`, which may await something, and
out at the end. Only if it comes out is the task cancelled.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import NoReturn


async def log_sensor(
    read: Callable[[], Awaitable[int]], flush: Callable[[list[int]], Awaitable[None]]
) -> NoReturn:
    """Take a reading every second; when cancelled, write all of them with `flush`, and end as cancelled."""
    readings: list[int] = []
    try:
        while True:
            # This is for one reading, and for one kind of error. A bare `except:` here would also catch the
            # cancellation, and the loop would go on for ever.
            with contextlib.suppress(OSError):
                readings.append(await read())
            await asyncio.sleep(1)
    finally:
        # `finally` lets the exception through by itself when it is done. With `except CancelledError:` the
        # last line of the block has to be `raise`.
        #
        # The await is essential: the program ends when this task does, and a flush that was only started ends
        # with it.
        await flush(readings)


# A `return` inside of `finally` would swallow the cancellation. Python 3.14 warns of it.


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

    asyncio.run(main())
