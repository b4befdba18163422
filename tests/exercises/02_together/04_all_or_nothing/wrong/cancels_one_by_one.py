"""You cancel one deploy, wait for its roll-back, and only then cancel the next. All this time the others go
on, and some of them finish. Tell everybody first; wait afterwards.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    try:
        return list(await asyncio.gather(*tasks))
    except BaseException as ending:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await task
        if isinstance(ending, asyncio.CancelledError):
            raise
        errors = [error for task in tasks if not task.cancelled() and (error := task.exception())]
        raise ExceptionGroup("not deployed", errors) from None
