"""All or nothing

A task group is a block that its tasks cannot outlive. When one of them fails, the group cancels the others,
waits until they have really stopped, and raises an `ExceptionGroup` with everything that went wrong. Written
by hand, this takes about fifteen lines that are easy to get wrong. (Python 3.13 made the group more exact
where a failure inside and a cancellation from outside meet.)
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    """Deploy to all `hosts` at once; return the release ids in the order of `hosts`.

    Raises `ExceptionGroup` with the errors of the failed hosts, when all other deploys have stopped.
    """
    async with asyncio.TaskGroup() as group:
        # These lines only start the tasks. The waiting happens where the block ends.
        deploys = [group.create_task(deploy(host)) for host in hosts]

    # We get here only if every task has succeeded, so `result()` gives the value at once.
    return [task.result() for task in deploys]


if __name__ == "__main__":
    import time

    seconds = {"web": 3, "mail": 1, "shop": 2}
    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def deploy(host: str) -> str:
        say(f"{host}: the deploy begins")
        try:
            await asyncio.sleep(seconds[host])
        except asyncio.CancelledError:
            say(f"{host}: stopped, rolls back")
            await asyncio.sleep(0.5)
            say(f"{host}: as it was before")
            raise
        if host == "mail":
            say(f"{host}: fails")
            raise OSError("the disk is full")
        say(f"{host}: ready")
        return f"release 7 on {host}"

    async def main() -> None:
        try:
            say(f"deployed: {await deploy_all(deploy, list(seconds))}")
        except ExceptionGroup as group:
            say(f"not deployed: {group.exceptions}")

    asyncio.run(main())
