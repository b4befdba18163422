"""All or nothing

A team rolls out a new release to all its hosts together. Old and new hosts do not understand each other, so a
half-deployed release is worse than none: as soon as one host fails, the others have to stop and go back.

Your task: write `deploy_all(deploy, hosts)`.

- `deploy(host)` is a coroutine function. Awaited, it gives the id of the release on that host, a text, or it
  raises an exception (any subclass of `Exception`). When it is cancelled, it first rolls the host back, which
  takes time of its own.
- Deploy to every host once, to all of them at once.
- If all goes well, return the release ids in the order of `hosts`, as soon as the last host is ready.
- If a host fails, cancel all deploys that are still under way, at once. When every one of them has really
  stopped, its roll-back included, raise an `ExceptionGroup`. Its `exceptions` are the errors of the hosts
  that failed. Hosts that were stopped have not failed: their cancellation is not in the group. The message of
  the group is up to you.
- More than one host can fail: two at the same moment, or one while it rolls back. All their errors are in the
  group, in any order.
- When `deploy_all` itself is cancelled, it cancels all deploys that are still under way, waits until they
  have really stopped, and then lets the `CancelledError` out.
- The hosts are all different. With no hosts, return an empty list at once.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def deploy_all(deploy: Callable[[str], Awaitable[str]], hosts: list[str]) -> list[str]:
    """Deploy to all `hosts` at once; return the release ids in the order of `hosts`.

    Raises `ExceptionGroup` with the errors of the failed hosts, when all other deploys have stopped.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("No host is touched: `deploy_all` is not written. Look for 'Your turn' in this file.")
