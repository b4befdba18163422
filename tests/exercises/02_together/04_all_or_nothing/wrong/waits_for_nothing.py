"""With hosts all is well. Without any, `asyncio.wait` refuses: it needs at least one task to wait for.
What should happen when the list is empty?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    errors = [end for end in ends if isinstance(end, Exception)]
    if errors:
        raise ExceptionGroup("not deployed", errors)
    return [task.result() for task in tasks]
