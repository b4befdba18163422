"""Test the debouncer

The catalogue of a library has a search field. If it searched at every key, the server would be asked for
"w", "wh", "wha", "whal" and "whale". So it waits until the reader pauses: the function that searches is
wrapped in `debounce`. Every few months somebody rewrites `debounce` to make it nicer, and every time
something else goes wrong in the reading room. This time YOU write the test.

What `debounce` promises: `call = debounce(fn, quiet)` returns a plain function. Calls of it that follow each
other sooner than `quiet` seconds are a burst.

- When `quiet` seconds have passed after the last call of a burst, `fn` is called, and not a moment sooner.
- Each call starts the quiet time anew, so a burst can last as long as it likes.
- `fn` is called exactly once for each burst.
- `fn` gets the arguments of the burst's last call: all of them, positional ones and those by keyword.
- After that, the next burst is treated in the same way, as often as there is one.

`fn` is a plain function. `call` returns at once and returns None; it is called where a loop is running.
Whether `fn` is called before or after you if both are due at the very same moment is left open.

Your task: write `check(debounce)`.

- `debounce` is an implementation, right or broken. Use it as often as you like, with functions and quiet
  times of your own.
- If it is right, `check` returns normally. There are several right ones.
- If it is broken, `check` raises AssertionError. (Any other Exception counts too, or a group of them.) Each
  broken one breaks one of the promises above.
- It comes to an end in any case, also if `fn` is never called.
- It leaves no task running, even when it raises.

The time is virtual when this is checked: sleep as long as you like.

Run this file to see your program at work.
"""

from collections.abc import Callable


async def check(debounce: Callable[[Callable, float], Callable]) -> None:
    """Return normally if `debounce` keeps its promises; raise AssertionError if not."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody tests the search field: `check` is not written. Look for 'Your turn' in this file.")
