"""Plain tasks and asyncio.wait until the first exception; the end is written by hand."""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    if not hosts:
        return []
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    errors = [end for end in ends if isinstance(end, Exception)]
    if errors:
        raise ExceptionGroup("the release is withdrawn", errors)
    return [task.result() for task in tasks]
