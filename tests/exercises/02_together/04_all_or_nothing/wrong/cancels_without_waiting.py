"""`cancel()` is a request, not an end. You raise the error while the other hosts have only just begun to
roll back: whoever catches it and starts again meets hosts that are still being changed.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    try:
        return list(await asyncio.gather(*tasks))
    except Exception:
        for task in tasks:
            task.cancel()
        errors = [task.exception() for task in tasks if task.done() and task.exception()]
        raise ExceptionGroup("not deployed", errors) from None
