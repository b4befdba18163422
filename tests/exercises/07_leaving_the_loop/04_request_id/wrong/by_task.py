"""You keep a dict from tasks to ids. A child task is another task, and it is not in your dict; and in a
helper thread there is no current task at all. The ids have to be handed on to the children by somebody.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

_ids: dict[asyncio.Task, str] = {}


def current_id() -> str:
    try:
        return _ids.get(asyncio.current_task(), "-")
    except RuntimeError:
        return "-"


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    tasks = []
    for request in requests:
        task = asyncio.create_task(handle(request, partial(sink, request)))
        _ids[task] = request
        tasks.append(task)
    await asyncio.gather(*tasks)
