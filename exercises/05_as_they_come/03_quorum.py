"""Quorum

A village bank keeps its ledger on several small computers, in several houses: one of them always has no
power. A new line counts as written when enough of the computers have confirmed it, three of five for
instance. Then the others do not matter any more. And when three of five have failed, it is certain that it
cannot be done: nobody should have to wait for the last two.

Your task: write `replicate(writes, need)`.

- `writes` is a list of coroutine functions without arguments, one for each computer. Call each once, and
  start all of them at once. A write that ends without an exception is confirmed; its result is `None`. Any
  subclass of `Exception` means that this write has failed.
- `need` is how many confirmations are wanted: at least 1, and at most as many as there are writes.
- The outcome is `True` at the moment when `need` writes are confirmed. It is `False` at the moment when so
  many have failed that `need` confirmations cannot be reached any more. A failure that leaves this possible
  changes nothing. If several writes end at the same moment, all of them count.
- As soon as the outcome is certain, `True` or `False`, cancel all writes that are still under way, and wait
  until they have really stopped (their own clean-up included, all at the same time). Then return the
  outcome.
- What a stopped write does in its clean-up does not change the outcome, even if it raises an exception.
- `replicate` raises none of the exceptions of the writes, and leaves no "Task exception was never
  retrieved" for the log.
- When `replicate` itself is cancelled while the outcome is open, it cancels all writes that are still under
  way at once, waits until they have really stopped, and then lets the `CancelledError` out.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable


async def replicate(writes: list[Callable[[], Awaitable[None]]], need: int) -> bool:
    """Start all `writes`; return True as soon as `need` are confirmed, False as soon as that is impossible."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def computer(house: str, seconds: float, *, has_power: bool = True) -> Callable[[], Awaitable[None]]:
        async def write() -> None:
            try:
                await asyncio.sleep(seconds)
            except asyncio.CancelledError:
                say(f"{house}: stopped")
                raise
            if not has_power:
                say(f"{house}: no power")
                raise OSError("no power")
            say(f"{house}: written")

        return write

    async def main() -> None:
        mill, inn = computer("mill", 1.5), computer("inn", 0.5)
        farm, school = computer("farm", 5), computer("school", 1, has_power=False)
        say(f"two of four: {await replicate([farm, school, inn, mill], 2)} (at 1.5 s)")
        say(f"four of four: {await replicate([farm, school, inn, mill], 4)} (at 2.5 s)")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("No computer is asked: `replicate` is not written. Look for 'Your turn' in this file.")
