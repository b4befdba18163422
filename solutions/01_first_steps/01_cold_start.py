"""Cold start: the solution.

`brew(drink)` brews nothing. It makes a *coroutine object*: a plan, with the drink filled in. `asyncio.run`
makes an event loop, runs the plan on it to its end, closes the loop, and returns what the coroutine
returned.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    """Brew one `drink` by the coroutine function `brew`; return the drink. Its errors reach the caller."""

    # asyncio.run wants a coroutine object. `Awaitable` promises less than that (a future is awaitable, too),
    # so the call is wrapped in a coroutine of our own. With a `brew` that is `async def`,
    # `asyncio.run(brew(drink))` is the whole solution. Python 3.14 needs no wrapper: there, asyncio.run takes
    # every awaitable.
    async def one_drink() -> str:
        return await brew(drink)

    # No try, no except: asyncio.run raises what the coroutine raised, after it has closed the loop. For many
    # calls on one loop there is asyncio.Runner; a loop for each drink is fine as long as a drink takes
    # seconds.
    return asyncio.run(one_drink())


if __name__ == "__main__":
    switched_on = time.perf_counter()

    def show(text: str) -> None:
        print(f"{time.perf_counter() - switched_on:4.1f} s  {text}")

    async def brew(drink: str) -> str:
        show(f"heating water for {drink}")
        await asyncio.sleep(1)
        if drink == "espresso":
            raise OSError("no beans")
        show(f"{drink} runs into the cup")
        await asyncio.sleep(1)
        return f"hot {drink}"

    try:
        show(f"serve gave {serve(brew, 'tea')!r}")
        show(f"serve gave {serve(brew, 'espresso')!r}")
    except NotImplementedError:
        print("Nothing is served yet: `serve` has no body. Write it in this file, then run the file again.")
    except OSError as error:
        show(f"serve raised {error!r}")
