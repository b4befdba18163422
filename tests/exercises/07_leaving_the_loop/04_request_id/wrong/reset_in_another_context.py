"""You set the variable in one task and reset it in another. A token belongs to the context in which it was
made; the copy of a new task is another one, and `reset` refuses it with a ValueError. Set and reset in the
same place, or set where no reset is needed.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar, Token
from functools import partial

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str, token: Token[str]) -> None:
        try:
            await handle(request, partial(sink, request))
        finally:
            request_id.reset(token)

    tasks = []
    for request in requests:
        token = request_id.set(request)
        tasks.append(asyncio.create_task(serve_one(request, token)))
    await asyncio.gather(*tasks)
