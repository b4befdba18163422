"""Circuit breaker

The tills of a supermarket ask a bank for each payment by card. When the bank's computer is in trouble, each
question fails after half a minute. All tills go on asking, all customers wait half a minute for nothing, and
the bank's computer, which has too much to do, gets more to do with each try. Better: after some failures in a
row, stop asking for a while, and say at once that cards do not work. After that while, try with one single
question. In a house, a fuse does the same, and it has given the thing its name: a closed circuit lets the
current through, an open one does not.

Your task: write the class `Breaker`. `Breaker(op, threshold, cooldown)` takes a coroutine function `op`
without arguments, and is closed at first. `await breaker.call()` does the following.

- Closed: it calls `op`, and returns its value, or raises its error, as it is. Calls may come at the same time,
  and then they go on at the same time. Any subclass of `Exception` is a failure, and every value is a
  success, also `None`.
- When `threshold` calls in a row have failed, the circuit opens, at the moment at which the last one of these
  failed. "In a row" goes by the ends of the calls, not by their starts, and a success starts the count anew. How much
  time lies between the failures does not matter.
  `threshold` is 1 or more. The caller of the call that opens the circuit gets the error of `op`, as all
  others.
- Open: for `cooldown` seconds, `call` raises `CircuitOpen` at once, without calling `op`. Such refused calls
  change nothing. `cooldown` is above 0.
- Half-open, from exactly `cooldown` seconds after the opening on: the next call is let through, as a probe.
  While it is under way, however long that takes, all other calls still get `CircuitOpen` at once.
- If the probe succeeds, the circuit is closed, and the count starts at 0. If it fails, the circuit is open
  again, for `cooldown` seconds from this failure on. Value or error of the probe go to its caller.
- A call that is cancelled ends as cancelled, and counts as nothing: it is no failure, and it does not end a row of
  failures either. If the probe is cancelled, the circuit stays half-open: when the probe has ended (`op` may
  need time to clean up), the next call is a probe again.
- Each breaker has a state of its own.

What the ends of calls do to the circuit that were begun before it opened, and end after that, is left open.
`op` does not raise `CircuitOpen`. A breaker is made inside the running loop.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class CircuitOpen(Exception):
    """The circuit is open: the call was refused, and the service was not asked."""


class Breaker(Generic[T]):
    """Calls `op`, but not while the circuit is open: after `threshold` failures in a row, for `cooldown` seconds."""

    # Your turn: replace the body of each method.

    def __init__(self, op: Callable[[], Awaitable[T]], threshold: int, cooldown: float) -> None:
        """Begin with a closed circuit."""
        raise NotImplementedError

    async def call(self) -> T:
        """Return what `op()` returns, or raise its error. Raises `CircuitOpen` where `op` is not to be called."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def ask_the_bank() -> str:
        await asyncio.sleep(0.2)
        if not 0.3 < time.perf_counter() - begin < 3:
            return "paid"
        raise ConnectionError("the bank does not answer")

    async def pay(breaker: Breaker[str], customer: int) -> None:
        try:
            say(f"customer {customer}: {await breaker.call()}")
        except CircuitOpen:
            say(f"customer {customer}: no cards at the moment")
        except ConnectionError as error:
            say(f"customer {customer}: {error}")

    async def main() -> None:
        breaker = Breaker(ask_the_bank, threshold=3, cooldown=1)
        say("the bank is in trouble from 0.3 to 3 s; three failures open the circuit for 1 s")
        for customer in range(1, 16):
            await pay(breaker, customer)
            await asyncio.sleep(0.2)

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("No payments: the class `Breaker` is not written. Look for 'Your turn' in this file.")
