"""Request id: the solution.

Every task runs in a context: a mapping from context variables to values. It is copied when the task is made.
So what is set in a task can be seen by itself, by the tasks that it makes from then on, and by `to_thread`,
which takes a copy along. Nobody else sees it, and when the task has ended it is gone.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

# Made once, at the top level: the variable is the key, and each context has its own value for it.
request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    """The id of the request that the calling code belongs to; "-" outside of any request."""
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    """Handle all `requests` at the same time; each gets a `log` of its own that writes to `sink`."""

    async def serve_one(request: str) -> None:
        # We are in a task of our own here, so this sets it for this request only. Set in `serve` itself, it
        # would be set for our caller too, since we run in the caller's task; it would have to be reset by
        # the token that `set` returns: `token = request_id.set(...)`, `request_id.reset(token)`.
        request_id.set(request)
        # A log that asks for `current_id()` would know nothing in a bare thread. This one takes its id along.
        await handle(request, partial(sink, request))

    # gather makes a task of each coroutine, and each task copies our context.
    await asyncio.gather(*(serve_one(request) for request in requests))


# A bare thread is given a context by hand: `Thread(target=contextvars.copy_context().run, args=(function,))`.
# From Python 3.14 on, `Thread` takes a `context`, and free-threaded builds hand it on by themselves.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()

        def sink(request_id: str, text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  [{request_id}] {text}\n", end="")

        def search_archive() -> str:  # deep in the program: it knows nothing of requests
            time.sleep(0.5)
            return f"found in the archive, for {current_id()}"

        async def handle(request: str, log: Callable[[str], None]) -> None:
            log("begins")
            await asyncio.sleep(1)
            log(await asyncio.to_thread(search_archive))

        sink(current_id(), "the laboratory opens")
        await serve(["blood-17", "swab-4", "blood-18"], handle, sink)
        sink(current_id(), "the laboratory closes")

    asyncio.run(demo())
