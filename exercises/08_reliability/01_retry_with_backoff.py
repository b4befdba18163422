"""Retry with backoff

A small observatory on a mountain sends its measurements to the valley over a radio link. The link is bad in
rain: now and then a transmission fails, and a moment later it works again. So the program tries again. But
it must not try again at once and without end: in a storm all stations fail at the same time, and if all of
them came back together, again and again, the receiver in the valley would never recover. So each station
waits longer after each failure, and each waits a little differently.

Your task: write `retry`.

- `op` is a coroutine function without arguments. Call it, and return what it gives. Every value is a
  success, also `None` or `False`; after a success nothing is called any more.
- If `op` fails with an exception of a class in `retry_on`, or of a subclass of one of them, wait and call
  `op` again. In all there are at most `attempts` calls, the first one included. `attempts` is 1 or more.
- The wait between the first call and the second one comes from the delay `base`, the next one from
  `2 * base`, the next one from `4 * base`, and so on. But no delay is greater than `cap`; `cap` may even be
  smaller than `base`.
- What you really wait is `jitter(delay)`, for the delay after it was limited by `cap`. `jitter` is a plain
  function. It may return anything from 0 on, also more than `cap`; wait as long as it says. Each delay comes
  from `base`, however long the waits before it really were. When you ask `jitter` for its values is up to
  you, and so is asking it for a value that is not needed in the end.
- If the last of the `attempts` calls fails, its error comes out of `retry`, as it is, and at once: nobody
  waits after the last call.
- Every other exception comes out of `retry` at once, as it is, from whichever call it comes.
- When `retry` is cancelled, during a call or during a wait, it ends as cancelled, at once, and `op` is not
  called again. (A call that is under way is cancelled too, and may need some time for its clean-up; `retry`
  ends when it has ended.) This is so whatever is in `retry_on`, which holds subclasses of `Exception` only.
  The tuple may be empty.
- Several `retry` may go on at the same time, and do not disturb each other.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def retry(
    op: Callable[[], Awaitable[T]],
    *,
    attempts: int,
    base: float,
    cap: float,
    jitter: Callable[[float], float],
    retry_on: tuple[type[Exception], ...],
) -> T:
    """Return the result of `op()`; after an error in `retry_on` wait and try again, `attempts` times in all.

    The waits are `jitter(base)`, `jitter(2 * base)`, `jitter(4 * base)`, ..., and no delay exceeds `cap`.
    """
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import random
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def transmission(failures: int) -> Callable[[], Awaitable[str]]:
        left = failures

        async def send() -> str:
            nonlocal left
            say("  sending ...")
            await asyncio.sleep(0.2)
            if left:
                left -= 1
                say("  only noise")
                raise ConnectionError("no answer from the valley")
            return "received"

        return send

    def varied(delay: float) -> float:
        return delay * random.uniform(0.75, 1.25)

    async def main() -> None:
        say("rain: the first three transmissions fail; the waits are about 0.4, 0.8 and 1.0 s")
        say(
            await retry(
                transmission(3), attempts=5, base=0.4, cap=1.0, jitter=varied, retry_on=(ConnectionError,)
            )
        )
        say("storm: nothing works; after three calls the station gives up")
        try:
            await retry(
                transmission(99), attempts=3, base=0.4, cap=1.0, jitter=varied, retry_on=(ConnectionError,)
            )
        except ConnectionError as error:
            say(f"given up: {error}")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nothing is sent: `retry` is not written. Look for 'Your turn' in this file.")
