"""When a host fails, all is well. When you are cancelled yourself, you leave at once, and the deploys go
on without you: `asyncio.wait` does not cancel what it waits for. Everything that may end you early has to
end your tasks too.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    if not hosts:
        return []
    tasks = [asyncio.create_task(deploy(host)) for host in hosts]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    errors = [end for end in ends if isinstance(end, Exception)]
    if errors:
        raise ExceptionGroup("not deployed", errors)
    return [task.result() for task in tasks]
