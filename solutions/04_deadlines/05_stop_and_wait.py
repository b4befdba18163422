"""Stop and wait: the solution

`cancel()` is a request. A task that gets it runs on: through its `finally` blocks, which may take seconds
and may fail. So there are two steps, first a request to each, then one wait for all. `asyncio.wait` is made
for it: it raises nothing that comes from the tasks, and passes nothing on to them. A CancelledError that
comes out of it is meant for us.
"""

import asyncio
from collections.abc import Iterable


async def stop(tasks: Iterable[asyncio.Task]) -> list[BaseException]:
    """Cancel all `tasks`, wait until they have ended; return the exceptions of those that failed."""
    # An iterator can be walked through once, and we need the tasks more often.
    tasks = list(tasks)
    for task in tasks:
        task.cancel()  # does nothing to a task that has ended

    # `asyncio.wait` wants at least one task; the loop takes care of that as well.
    cancellation: asyncio.CancelledError | None = None
    while pending := [task for task in tasks if not task.done()]:
        try:
            await asyncio.wait(pending)
        except asyncio.CancelledError as error:
            # Not now: the tasks are still tidying up. (`gather` would have cancelled them a second time.)
            cancellation = error

    # To ask for an exception also tells the loop that somebody has seen it. Without that, asyncio complains
    # that it "was never retrieved". `exception()` of a cancelled task would raise.
    failures = [error for task in tasks if not task.cancelled() and (error := task.exception())]
    if cancellation is not None:
        raise cancellation
    return failures


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def machine(name: str, seconds: float, trouble: str = "") -> None:
        try:
            await asyncio.sleep(3600)
        finally:
            say(f"{name}: tidies up, for {seconds} s")
            await asyncio.sleep(seconds)
            if trouble:
                say(f"{name}: {trouble}")
                raise OSError(f"{name}: {trouble}")
            say(f"{name}: at rest")

    async def main() -> None:
        say(f"an evening without machines; trouble: {await stop([])}")
        machines = [
            asyncio.create_task(machine("curtain", 1.5)),
            asyncio.create_task(machine("lamps", 1)),
            asyncio.create_task(machine("smoke", 0.5, trouble="the valve is stuck")),
        ]
        await asyncio.sleep(0.5)
        say("the play is over")
        say(f"the main switch may be thrown; trouble: {await stop(machines)}")

    asyncio.run(main())
