"""Request id.

A hospital's laboratory sends many requests at the same time to a program that looks up old results. The log
of one bad morning was useless: hundreds of lines "record not found", and nobody could tell which request
each of them belonged to. Now every line is to carry the id of its request. But the functions that write
these lines lie deep in the program, some of them in helper tasks and threads, and nobody wants to hand the
id through all of them.

Write `serve` and `current_id`.

`await serve(requests, handle, sink)` handles all requests. A request is a string, and it is its own id.
`handle(request, log)` is a coroutine function. `log` is a plain function that you make: `log(text)` gets
only the text, and calls `sink(request_id, text)`, a plain function, with the id of the request that this
`log` was made for.

- All requests are handled at the same time: `handle` is called once for each of them, and all begin at the
  moment when `serve` is called. `serve` returns None, at the moment when the last handler has ended. With
  no requests, it returns at once.
- `log(text)` calls `sink` once, before it returns, whoever calls it and wherever: in the handler, in tasks
  and threads that the handler has started, in any way, and after the handler has ended, too.
- `current_id()` says which request the code that calls it belongs to. Inside of a request it returns the
  request's id: in its handler, in tasks that the handler makes, in tasks that those make, and in what they
  call by `asyncio.to_thread`. Outside of any request it returns "-": before and after a call of `serve`,
  and in tasks that were made outside, while requests are under way.
- Threads that are started bare, by `threading.Thread`, know nothing of who has started them. In such a
  thread `current_id()` may return anything; but `log` works there, as it does everywhere.
- A handler may call `serve` itself. Inside of the inner requests `current_id()` is the id of the inner
  request. When the inner `serve` has returned, it is the id of the outer one again.
- Several calls of `serve` may be under way at the same time, each with its own `handle` and `sink`. The ids
  in one call are all different, but two calls may have the same ids.
- Handlers do not fail here, and `serve` is not cancelled.
"""

from collections.abc import Awaitable, Callable


def current_id() -> str:
    """The id of the request that the calling code belongs to; "-" outside of any request."""
    # Your turn
    raise NotImplementedError


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    """Handle all `requests` at the same time; each gets a `log` of its own that writes to `sink`."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("current_id or serve is not written yet. Look for 'Your turn' in this file.")
