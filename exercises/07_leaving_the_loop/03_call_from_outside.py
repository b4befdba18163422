"""Call from outside.

The tills of a hardware shop have scanners. The vendor's library runs a thread for each scanner. When a
barcode has been read, this thread calls a function that you have given to the library, and waits for the
price, to show it to the customer. Your price service is asynchronous: it keeps connections to the warehouse
open, and these belong to your event loop. The loop runs in one thread, and the calls come in others.

Write `make_callback`. It returns the function for the library: a plain function that gets a barcode and
returns its price, an int. `price(code)` is a coroutine function. Awaited, it gives the price; or it raises
an exception. `loop` is your event loop. It is running all the time. `limit` is a number of seconds, more
than 0.

- The callback is called in another thread than the loop's, often, and by several threads at the same time.
  The calls have nothing to do with each other: each looks up its own code, anew, and none waits for
  another.
- For each call `price(code)` is awaited once, in `loop`. Start no other event loop.
- The callback comes back at the moment when the price is there. A price may be 0.
- If `price` raises an exception, it comes out of the callback: the exception itself, at that moment.
- If there is no price after `limit` seconds, the look-up is cancelled, and the callback raises
  TimeoutError. The limit counts from the call of the callback. A cancelled look-up may need some time to
  clean up; the callback may wait for that, or not. (Prices that come exactly at the limit are not tested.)
- The loop is free while a callback waits: only the library's thread may block.
- Only few ways into a loop are safe from another thread. Use no other. (asyncio's debug mode notices most
  of the unsafe ones. The tests switch it on.)
- `make_callback` itself looks up nothing. It may be called several times, with other services and limits.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    """A plain function for other threads: it looks up the price of a code in `loop`, within `limit` s."""
    # Your turn
    raise NotImplementedError


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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("make_callback is not written yet. Replace `raise NotImplementedError` by your code.")
