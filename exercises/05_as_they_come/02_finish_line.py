"""Finish line

A village has a marathon, and above the finish line hangs a board. Whoever comes in sees name and place on
it, at this very moment: people do not want to wait until the last one is there. In the evening the road is
opened for cars again. Then the board closes, and who is still out on the road is brought home by bus.

Your task: write `board(runners, show, limit)`.

- `runners` is a list of coroutine objects, one for each runner, in any order. None of them is running yet:
  start all of them at once. Awaited, a runner gives `(name, time)`: a text, and the seconds of the runner's
  own watch. Only the coroutine knows the name. Two runners may have the same name.
- At the moment when a runner comes in, call `show(place, name, time)`. It is a plain function. The first
  who comes in has place 1, the next one place 2. For two who come in at the same moment either order is
  right.
- A runner who gives up raises an `OSError`. This includes `TimeoutError`, which is a subclass of it: a
  runner may raise one of its own at any moment. Who gives up is not shown and takes no place, and the race
  goes on for the others. Other errors do not occur.
- Return as soon as everyone has come in or given up. With no runners, return at once.
- `limit` seconds after the start of the race the board closes, if anybody is still out: cancel all those
  runners at this moment, wait until they have really stopped (their own clean-up included, all at the same
  time), and return. Nobody is shown any more. What happens to a runner who comes in exactly at the limit is
  up to you.
- Return the list of the names that were shown, in the order of arrival. If nobody came in, it is empty.
- When `board` itself is cancelled before the limit, it cancels all runners who are still out at once, waits
  until they have really stopped, and then lets the `CancelledError` out.

Run this file to see your program at work.
"""

from collections.abc import Awaitable, Callable


async def board(
    runners: list[Awaitable[tuple[str, float]]], show: Callable[[int, str, float], None], limit: float
) -> list[str]:
    """Show each of `runners` on arrival, until all are in or `limit` seconds have passed; return their names."""
    # Your turn: replace the next line.
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def run(name: str, seconds: float, *, gives_up: bool = False) -> tuple[str, float]:
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            say(f"{name} takes the bus")
            raise
        if gives_up:
            say(f"{name} gives up")
            raise OSError("a blister")
        return name, seconds - 0.25  # the watch was started at the starting line, a little later

    def show(place: int, name: str, seconds: float) -> None:
        say(f"place {place}: {name}, {seconds} s")

    async def main() -> None:
        runners = [
            run("Ines", 2),
            run("Ben", 1),
            run("Olga", 0.5, gives_up=True),
            run("Kofi", 5),
            run("Mia", 1.5),
        ]
        try:
            names = await board(runners, show, 3)
            say(f"the board closes (at 3.0 s): {', '.join(names)}")
        finally:
            for runner in runners:
                runner.close()  # of a race that never began

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The board is dark: `board` is not written. Look for 'Your turn' in this file.")
