"""Promise of a result

A future is a place for a result that is not there yet: one side awaits it, the other side fills it. So it is
the bridge between code that calls back and code that awaits. It can be filled once only, and that makes the
rest easy: whoever comes late finds it `done()`.
"""

import asyncio
from collections.abc import Callable
from typing import Any


async def ask(device: Any, question: str) -> str:
    """Ask `device` one question; return its reply, or raise its error, when it arrives."""
    # A new future for each question: several can be under way. It is made before the request, because the
    # callbacks need it.
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    # `done()` is true after a result, after an exception, and after a cancellation. So one check covers a
    # second reply as well as a call that comes after we gave up. Without it, `set_result` raises
    # InvalidStateError inside the driver.
    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        if not answer.done():
            answer.set_exception(error)

    device.request(question, on_reply, on_error)

    # A coroutine that is cancelled while it awaits a future cancels the future. A driver that can take back a
    # request would want to hear of it here, in an `except asyncio.CancelledError:` that ends in `raise`.
    # (Callbacks from another thread would have to go through `loop.call_soon_threadsafe`.)
    return await answer


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    class OldDevice:
        def request(
            self, question: str, on_reply: Callable[[str], None], on_error: Callable[[Exception], None]
        ) -> None:
            loop = asyncio.get_running_loop()
            say(f"the device is asked for the {question}")
            if question == "pressure":
                loop.call_later(1.2, on_error, OSError("the needle jams"))
            else:
                loop.call_later(0.7, on_reply, "21 degrees")
                loop.call_later(0.9, on_reply, "21 degrees")  # one of its quirks

    async def main() -> None:
        device = OldDevice()
        say(f"temperature: {await ask(device, 'temperature')}")
        try:
            say(f"pressure: {await ask(device, 'pressure')}")
        except OSError as error:
            say(f"pressure: {error!r}")

    asyncio.run(main())
