"""Promise of a result

The laboratory has a measuring device that is older than `async` and `await`. Its driver knows only callbacks:
you leave two functions with it, and it calls one of them when it knows the answer. You want to write `await
ask(device, question)` like everybody else.

Your task: write `ask(device, question)`.

- `device.request(question, on_reply, on_error)` is a plain function. It returns at once, and its return value
  means nothing. Later it calls either `on_reply(text)` or `on_error(exception)`, always on the thread of the
  event loop. `on_reply` and `on_error` may be passed by position or by keyword.
- Make one request. Return the text of the reply, or raise the exception of the error, at the moment when it
  arrives.
- A reply can be an empty text. It is a reply all the same.
- The driver sometimes calls `on_reply` twice: a while later, or twice in a row at the same moment. The first
  call counts. The second one does nothing: no error may come out of your callback or reach the loop.
- `ask` can be cancelled while it waits. It then ends at once with the `CancelledError`. The driver knows
  nothing of it and still calls `on_reply` or `on_error` later. Such a late call does nothing either, and in
  particular it does not answer another question.
- Several questions can be under way together, with the same device, even the same question twice. Each call
  of `ask` makes a request of its own and gets its own answer.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Callable
from typing import Any


async def ask(device: Any, question: str) -> str:
    """Ask `device` one question; return its reply, or raise its error, when it arrives."""
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The device is not asked yet: `ask` is not written. Look for 'Your turn' in this file.")
