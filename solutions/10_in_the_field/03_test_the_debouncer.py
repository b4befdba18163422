"""Test the debouncer: the solution

A test of async code is a script in time: do this, wait, look, do that. What the tested code does is only
written down by a function that has no opinion of its own; all assertions stand in the script, where somebody
sees them fail.

Nothing is looked at in the very moment in which it is due. A test that depends on who is first in one turn
of the loop fails one day for no reason. A little before and a little after are the moments that say
something.

The waits are real. In a project of your own, you would not want to sleep through them: let the clock be a
part of the loop, as it is here, and a test of an hour takes a millisecond.
"""

import asyncio
from collections.abc import Callable

QUIET = 0.5


async def check(debounce: Callable[[Callable, float], Callable]) -> None:
    """Return normally if `debounce` keeps its promises; raise AssertionError if not."""
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), QUIET)

    # A burst that lasts longer than `QUIET`, although no pause in it does. Its calls differ in everything.
    call("w", 1, shelf="north")
    await asyncio.sleep(0.7 * QUIET)
    call("wh", 2, shelf="east")
    await asyncio.sleep(0.7 * QUIET)
    call("wha", 3, shelf="south")
    await asyncio.sleep(0.9 * QUIET)
    assert notes == [], "called before the quiet time was over"
    await asyncio.sleep(0.2 * QUIET)
    assert notes == [(("wha", 3), {"shelf": "south"})], "not called once with the last arguments"

    # A second burst, and a third one of a single call: what worked once must work again.
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1 * QUIET)
    assert notes[1:] == [(("dog",), {"page": 2})], "the second burst was not treated as the first one"
    call()
    await asyncio.sleep(1.1 * QUIET)
    assert notes[2:] == [((), {})], "the third burst was not treated as the first one"

    # Nothing comes after that.
    await asyncio.sleep(3 * QUIET)
    assert len(notes) == 3, "called again, long after the burst"


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    def right(fn: Callable, quiet: float) -> Callable:
        timer = None

        def call(*args, **kwargs) -> None:
            nonlocal timer
            if timer is not None:
                timer.cancel()
            timer = asyncio.get_running_loop().call_later(quiet, lambda: fn(*args, **kwargs))

        return call

    def broken(fn: Callable, quiet: float) -> Callable:
        """Does not wait, and calls at every key."""
        return fn

    async def main() -> None:
        for debounce in (right, broken):
            say(f"your test of the {debounce.__name__} one begins")
            try:
                await check(debounce)
            except AssertionError as error:
                say(f"refused: {error}")
            else:
                say("it has passed your test")

    asyncio.run(main())
