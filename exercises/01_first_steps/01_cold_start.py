"""Cold start.

The firmware of a vending machine is old and synchronous: somebody presses a button, the firmware calls
`serve`, and what `serve` returns falls into the tray. The new brewing library is async: its `brew` is a
coroutine function (`async def`). Your function is the door between the two.

Write `serve(brew, drink)`, a plain function (`def`, not `async def`):

- It brews `drink` by means of `brew(drink)` and returns what `brew` returns:
  `serve(brew, "tea")` returns the str "hot tea".
- `brew` is called once, with the drink as its one argument, and has ended when `serve` returns. If brewing
  takes 2 seconds, then `serve` takes 2 seconds.
- If brewing fails, for example with `OSError("no beans")` after 1 second, then that error comes out of
  `serve`, then.
- The machine serves many drinks, one after the other: each call of `serve` works like the first one, also
  after a call that failed. `serve` leaves no event loop open.

Nobody calls `serve` while an event loop is running.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    """Brew one `drink` by the coroutine function `brew`; return the drink. Its errors reach the caller."""
    # Your turn: replace the next line.
    raise NotImplementedError


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
