"""Call from outside: the solution.

Two worlds meet here: a thread that may block, and a loop that must not. `run_coroutine_threadsafe` is the
bridge. It lets the loop make a task of the coroutine, and returns a future of the other kind, one from
`concurrent.futures`: a thread can wait for it without an `await`.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    """A plain function for other threads: it looks up the price of a code in `loop`, within `limit` s."""

    def callback(code: str) -> int:
        # `loop.create_task` would be wrong: a loop is not made to be touched by two threads at the same time,
        # and one that sleeps would not even notice.
        look_up = asyncio.run_coroutine_threadsafe(price(code), loop)
        try:
            # This blocks the library's thread, and that is what it wants. In the loop's own thread it would
            # wait for ever: for a loop that waits for it.
            return look_up.result(limit)
        except TimeoutError:
            # Nobody waits any more, but the look-up goes on. To cancel this future is safe here: it asks the
            # loop to cancel the task. (Where `price` itself has raised a TimeoutError, the future is done,
            # and there is nothing to cancel.)
            look_up.cancel()
            raise

    return callback


# The limit can be kept by the loop, too: `asyncio.wait_for(price(code), limit)` inside of the coroutine, and
# `result()` without a limit outside. Then the look-up has cleaned up before the callback comes back. But with
# a loop that hangs, the library's thread would hang as well.


if __name__ == "__main__":
    import threading
    import time

    async def demo() -> None:
        start = time.monotonic()
        seconds = {"nails": 1, "hammer": 2, "anvil": 60}

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}\n", end="")  # in one piece: threads print, too

        async def price(code: str) -> int:
            try:
                await asyncio.sleep(seconds[code])
            except asyncio.CancelledError:
                say(f"the look-up of {code} is cancelled")
                raise
            return 199

        callback = make_callback(asyncio.get_running_loop(), price, 3)

        def scanner(code: str) -> None:  # runs in a thread of the vendor's library
            say(f"{code}: scanned")
            try:
                say(f"{code}: {callback(code)}")
            except TimeoutError:
                say(f"{code}: no price")

        for code in seconds:
            threading.Thread(target=scanner, args=(code,), daemon=True).start()
        await asyncio.sleep(3.5)

    asyncio.run(demo())
