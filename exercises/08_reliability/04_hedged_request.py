"""Hedged request

In a pharmacy, a program asks whether two medicines may be taken together. The answer is in a database, of
which there are several copies, the replicas. Each of them knows the answer, and nearly always it comes after
a tenth of a second. But now and then one of the replicas is busy with something else, and then it takes ten
seconds, while a customer stands and waits. To ask all replicas each time would cost a multiple of the work.
So the program asks one, and if the answer does not come soon, it asks the next one as well. This is called a
hedge: a second bet, in case that the first one is lost.

Your task: write `hedged`.

- `replicas` is a list of coroutine functions without arguments. There is at least one. Awaited, a replica
  gives the answer, or it raises an exception: any subclass of `Exception`, `TimeoutError` too, means that it
  has failed. Every answer is a success, also `None`.
- Ask the first replica at once, and the others in the order of the list. Each is asked at most once.
- When `after` seconds have passed since the last time that you asked one, and there is no answer yet, ask the
  next one too. Those who have been asked before go on: any of them may still win.
- When a replica fails, ask the next one at that moment, one for each failure. This holds for every replica
  that is under way, and not only for the one that was asked last. The `after` seconds begin anew then, as
  they do each time that you ask one.
- When all have been asked, wait for those that are under way.
- The first success wins. Cancel all that are under way, at the same moment, and wait until they have really
  stopped: each may have a clean-up of its own. Then return the answer. A loser may fail while it cleans up, or
  give an answer after all. Nobody wants to hear of that, and after the first success no further replica is
  asked.
- If all replicas have failed, raise the error of the one that failed last in time, as it is, and at once.
- When `hedged` is cancelled, it cancels all that are under way at once, asks no other, waits until they have
  stopped, and ends as cancelled.
- Several calls of `hedged` may go on at the same time.

What happens when two of these things fall on the very same moment is up to you: two ends, or an end and the
end of the `after` seconds. `after` is a number above 0.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def hedged(replicas: list[Callable[[], Awaitable[T]]], after: float) -> T:
    """Ask one replica after the other, the next one after `after` seconds or a failure; return the first answer.

    What is still under way then is cancelled, and has ended before this returns. If all fail, raise the last
    error.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody is asked: `hedged` is not written. Look for 'Your turn' in this file.")
