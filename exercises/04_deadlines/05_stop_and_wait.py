"""Stop and wait

A theatre has a program for each machine behind the stage: the curtain, the lamps, the smoke. At the end of
the evening all of them have to stop. Each one tidies up first: the curtain comes down, the lamps cool off.
The main switch may be thrown only when the last machine has really come to rest, and the stage manager
wants to know which ones had trouble with it.

Your task: write `stop(tasks)`.

- `tasks` is an iterable of `asyncio.Task`: a list, a set, an iterator that can be walked through once. The
  tasks are all different, and the task that calls `stop` is not among them.
- Cancel every task once, all of them at once. When a task is cancelled, it tidies up, which takes time of
  its own; all of them do so at the same time. A second cancellation would disturb it.
- Wait until every task has really ended, however long it takes. Return at the moment when the last one has.
- Return a list with the exceptions of those that failed while they tidied up, in any order. The list is
  empty if none failed.
- A task that ends as cancelled has not failed. Neither has one that returns something after all.
- A task may have ended before `stop` was called: returned, cancelled or failed. It does no harm. Whether
  the exception of one that had failed before is in your list is up to you.
- If `stop` itself is cancelled meanwhile, once or several times, the tasks tidy up undisturbed, and `stop`
  still waits for all of them. Then it ends as cancelled: the `CancelledError` comes out, and nothing is
  returned, even if a task has failed.
- With no tasks, return an empty list at once.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Iterable


async def stop(tasks: Iterable[asyncio.Task]) -> list[BaseException]:
    """Cancel all `tasks`, wait until they have ended; return the exceptions of those that failed."""
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The machines run all night: `stop` is not written. Look for 'Your turn' in this file.")
