"""You handle one request after the other. The ids are right, of course: nothing overlaps. But each request
waits for all that came before it.
"""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    for request in requests:
        token = request_id.set(request)
        await handle(request, partial(sink, request))
        request_id.reset(token)
