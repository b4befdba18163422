"""Hedged request

A time-out that cancels is the wrong tool here: the slow request may be nearly done. What is wanted is a wait
that ends after some time and leaves everything as it is, and that is `asyncio.wait`.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def hedged(replicas: list[Callable[[], Awaitable[T]]], after: float) -> T:
    """Ask one replica after the other, the next one after `after` seconds or a failure; return the first answer.

    What is still under way then is cancelled, and has ended before this returns. If all fail, raise the last
    error.
    """
    not_asked = deque(replicas)
    under_way: set[asyncio.Task[T]] = set()
    to_ask = 1
    try:
        while True:
            for _ in range(min(to_ask, len(not_asked))):
                # `not_asked` holds functions, and so nothing is begun before its turn, and no coroutine object
                # is left over that nobody awaits.
                under_way.add(asyncio.create_task(not_asked.popleft()()))
            # Every round asks somebody, as long as there is somebody. So the time of this wait begins with the
            # last question. When all have been asked, there is nothing to do but to wait for an end.
            done, under_way = await asyncio.wait(
                under_way,
                timeout=after if not_asked else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            # More than one can end at the same time: a success among them counts.
            for task in done:
                if task.exception() is None:
                    return task.result()
            if not under_way and not not_asked:
                # All have failed, and those of this round were the last.
                raise done.pop().exception()
            # One for each failure; if nobody has failed, the time was up, and it is time for a hedge.
            to_ask = len(done) or 1
    finally:
        # Every way out passes here: the answer, the last error, and a cancellation during the wait. First tell
        # all of them, then wait for all of them. `gather` looks at their errors, so nobody hears of them.
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def replica(name: str, seconds: float, *, is_down: bool = False) -> Callable[[], Awaitable[str]]:
        async def ask() -> str:
            say(f"  {name} is asked")
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"  {name} is stopped")
                raise
            if is_down:
                say(f"  {name} fails")
                raise ConnectionError(f"{name} is down")
            return f"{name} says: not together"

        return ask

    async def main() -> None:
        say("an ordinary day: one question is enough")
        say(await hedged([replica("A", 0.2), replica("B", 0.2)], 0.5))
        say("A is busy: B is asked 0.5 s later, and wins")
        say(await hedged([replica("A", 9), replica("B", 0.3)], 0.5))
        say("A fails at once: B is asked at that moment; it is slow, so C is asked too, 0.5 s later")
        say(await hedged([replica("A", 0.1, is_down=True), replica("B", 0.8), replica("C", 9)], 0.5))
        say("done (at 1.9 s)")

    asyncio.run(main())
