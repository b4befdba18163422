"""A copy of the context for each task, made and filled by hand. The log runs in a copy of it, and asks
there.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context, ContextVar, copy_context

current: ContextVar[str] = ContextVar("current", default="-")


def current_id() -> str:
    return current.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    def make_log(context: Context) -> Callable[[str], None]:
        def write(text: str) -> None:
            sink(current_id(), text)

        return lambda text: context.copy().run(write, text)

    tasks = set()
    for request in requests:
        context = copy_context()
        context.run(current.set, request)
        log = make_log(context.copy())
        tasks.add(asyncio.create_task(handle(request, log), context=context))
    if tasks:
        await asyncio.wait(tasks)
