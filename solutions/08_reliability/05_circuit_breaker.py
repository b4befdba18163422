"""Circuit breaker

A small state machine, and the await in the middle is what makes it interesting: while `op` is under way,
other calls come, and must find the truth about the state. So everything before this await is one step, and
everything after it too.
"""

import time
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class CircuitOpen(Exception):
    """The circuit is open: the call was refused, and the service was not asked."""


class Breaker(Generic[T]):
    """Calls `op`, but not while the circuit is open: after `threshold` failures in a row, for `cooldown` seconds."""

    def __init__(self, op: Callable[[], Awaitable[T]], threshold: int, cooldown: float) -> None:
        """Begin with a closed circuit."""
        self._op = op
        self._threshold = threshold
        self._cooldown = cooldown
        self._failures = 0  # in a row
        self._probe_from: float | None = (
            None  # None: closed. Before this moment: open. From it on: half-open.
        )
        self._probe_under_way = False

    async def call(self) -> T:
        """Return what `op()` returns, or raise its error. Raises `CircuitOpen` where `op` is not to be called."""
        if self._probe_from is None:
            return await self._call_closed()
        # No timer moves the circuit from open to half-open: the next call looks at the clock, and that is early
        # enough. What is not there need not be stopped.
        if self._probe_under_way or time.monotonic() < self._probe_from:
            raise CircuitOpen
        return await self._call_probe()

    async def _call_closed(self) -> T:
        try:
            result = await self._op()
        except Exception:
            # CancelledError is no `Exception`: a cancelled call passes by, and counts as nothing.
            self._failures += 1
            # While `op` was under way, others may have opened the circuit. A failure that comes later does not
            # make its pause longer.
            if self._failures >= self._threshold and self._probe_from is None:
                self._open()
            raise
        self._failures = 0
        return result

    async def _call_probe(self) -> T:
        # Up to here there was no await since the look at the state, so nobody else can be a probe too.
        self._probe_under_way = True
        try:
            result = await self._op()
        except Exception:
            self._open()
            raise
        else:
            self._failures = 0
            self._probe_from = None
            return result
        finally:
            # Also when the probe is cancelled: else the circuit would wait for ever for a probe that is gone.
            self._probe_under_way = False

    def _open(self) -> None:
        self._probe_from = time.monotonic() + self._cooldown


if __name__ == "__main__":
    import asyncio

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

    asyncio.run(main())
