"""Fire and remember

At the reception of a hotel, nobody lets a guest wait for things that can be done later. The guest gets the
key at once; the luggage is carried up, the taxi for tomorrow is ordered, the letter is taken to the post
office. These jobs are done in the background. But somebody has to remember them: none may get lost on the
stairs, the manager wants to hear of each one that went wrong, and at night, before the lights go out, the
last ones get a little time to come to an end.

Your task: write the class `Background`.

- `Background(on_error)` remembers jobs. There may be several such objects; they know nothing of each other.
- `spawn(coro)` starts a job, which is a coroutine object, and returns at once. It is a plain function.
- The job runs until it has ended, even if nobody but your object remembers it. The event loop does not:
  it keeps only weak references to tasks, and a task that nobody refers to may be taken away by Python's
  garbage collector while it is still waiting.
- `active` is the number of jobs under way: an attribute or a property, an int. A job counts from the moment
  when `spawn` returns, and it counts no more when it has ended, however it ended.
- A job that has ended is forgotten: neither its task nor what it returned may stay in memory. Otherwise the
  memory would be full one day. At the latest the next `spawn` puts the old ones away.
- If a job fails, call `on_error(error)` once, with its exception, when it fails. The other jobs go on.
  `on_error` is a plain function which does not fail. A job that ends as cancelled is no error.
- A job may itself call `spawn`, and so may `on_error`.
- `await aclose(grace)` is called at the end. It waits until all jobs under way have ended, but for `grace`
  seconds at the most, all of them together. Then it cancels those that still run, and waits until they
  have ended too: a cancelled job may need some time to tidy up. It returns as soon as the last one has
  ended; without jobs, at once. If jobs fail meanwhile, even while they tidy up, `on_error` is told as ever
  before `aclose` returns, and `aclose` itself raises nothing.
- `aclose` may be called again after it has returned; then there is nothing to do.
- Left open: what `spawn` does after `aclose` was called, and what happens if `aclose` is cancelled. Nobody
  does this here.

Everything happens inside a running event loop, where the object is made too.

Run this file to see your program at work.
"""

from collections.abc import Callable, Coroutine


class Background:
    """Runs jobs in the background, and remembers them until they have ended."""

    active: int

    def __init__(self, on_error: Callable[[Exception], None]) -> None:
        """`on_error` is told the exception of each job that fails."""
        # Your turn: replace the next line, and write the methods below.
        raise NotImplementedError

    def spawn(self, coro: Coroutine) -> None:
        """Start a job, and return at once."""
        raise NotImplementedError

    async def aclose(self, grace: float) -> None:
        """Wait up to `grace` seconds for the jobs under way, then cancel the rest."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def job(name: str, seconds: float, trouble: str = "") -> None:
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            say(f"{name}: has to wait until tomorrow")
            raise
        if trouble:
            raise OSError(f"{name}: {trouble}")
        say(f"{name}: done")

    async def main() -> None:
        background = Background(lambda error: say(f"the manager hears: {error}"))
        background.spawn(job("luggage of room 12", 1))
        background.spawn(job("taxi", 0.5, trouble="nobody answers"))
        background.spawn(job("letter", 2))
        background.spawn(job("laundry", 60))
        say(f"the guest has the key; {background.active} jobs under way")
        await asyncio.sleep(1.5)
        say(f"the reception closes; {background.active} jobs under way")
        await background.aclose(1)
        say(f"the lights go out; {background.active} jobs under way")

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody carries the luggage: `Background` is not written. Look for 'Your turn' in this file.")
