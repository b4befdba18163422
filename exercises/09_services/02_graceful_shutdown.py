"""Graceful shutdown.

A photo shop on the web makes prints from pictures that people send. Every night the server gets a new version
of the program, and the old one has to stop. It used to be killed: each night some prints were half done, and
their owners called the next day. Waiting until all is done was no better, because one picture of a whole
mountain range can take an hour. So: take no new picture, give those under way a fair time, and stop the rest
in good order.

Write `serve`. `await next_job()` waits for the next job and returns it. `await handle(job)` does it. `stop` is
an event.

- Until `stop` is set, ask for the next job, one request at a time. Ask again as soon as a job has come. Handle
  each job in a task of its own from the moment when it comes; any number of them may be under way together.
- A job may be any value, also None or 0. `next_job` does not fail. It may be cancelled while it waits; no job
  is lost by that.
- When `stop` is set, take no further job from that moment on. If `next_job` is just waiting, cancel it at that
  moment. Whether a job that comes at the very same moment is handled is left open. If `stop` is set when
  `serve` is called, no job is handled.
- From the moment of `stop` on, the jobs that are under way have `grace` seconds in all, 0 or more, to finish.
  When they have ended earlier, return then.
- Those that are still under way after `grace` seconds: cancel all of them at that moment, each of them once.
  Each cleans up, which takes a time of its own, and ends as cancelled. Return when the last of them has ended.
- Return `(finished, cancelled)`: how many jobs ended by themselves since `serve` was called, and how many had
  to be cancelled. A job that fails counts as finished. Its error goes nowhere, and disturbs nobody.
- `serve` may itself be cancelled before it has cancelled the jobs. Then there is no grace: `next_job` and all
  jobs under way are cancelled at that moment, each of them once. When they have ended, `serve` ends as
  cancelled.
- However `serve` ends, no task of it is left behind.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

J = TypeVar("J")


async def serve(
    next_job: Callable[[], Awaitable[J]],
    handle: Callable[[J], Awaitable[None]],
    stop: asyncio.Event,
    grace: float,
) -> tuple[int, int]:
    """Handle jobs until `stop` is set; return how many finished, and how many had to be cancelled."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        pictures = iter([("cat", 0.5), ("wedding", 1.5), ("mountains", 60), ("garden", 1.0)])

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def next_picture() -> tuple[str, float]:
            await asyncio.sleep(0.3)
            return next(pictures, None) or await asyncio.Event().wait()  # after the last one: for ever

        async def make_print(picture: tuple[str, float]) -> None:
            name, seconds = picture
            say(f"{name}: begun")
            try:
                await asyncio.sleep(seconds)
                say(f"{name}: done")
            except asyncio.CancelledError:
                await asyncio.sleep(0.3)
                say(f"{name}: stopped, the paper is out")
                raise

        stop = asyncio.Event()
        shop = asyncio.create_task(serve(next_picture, make_print, stop, grace=1))
        await asyncio.wait([shop], timeout=1.4)
        if shop.done():
            shop.result()  # it should still be at work
        say("stop")
        stop.set()
        finished, cancelled = await shop
        say(f"{finished} finished, {cancelled} cancelled (expected: 3 and 1, at 2.7 s)")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("serve is not written yet. Replace `raise NotImplementedError` by your code.")
