"""Point of no return: the solution

A shield does not make a task safe by itself. It only keeps a cancellation away from what is awaited: the
await ends, the task goes on, and somebody has to stay for it. So the wait is repeated until the charge has
ended, and the cancellation, which was only put off, gets its due at the end.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def pay(charge: Callable[[str], Awaitable[str]], record: Callable[[str, str], None], order: str) -> str:
    """Charge `order` and record the receipt, whoever cancels meanwhile; return the receipt."""
    # A task of its own, in a variable: we have to come back to it, and a task that nobody holds can
    # disappear.
    charging = asyncio.create_task(charge(order))
    cancellation: asyncio.CancelledError | None = None

    # A loop and not one `try`: every wait can be cancelled, also the one that follows a cancellation.
    while not charging.done():
        try:
            await asyncio.shield(charging)
        except asyncio.CancelledError as error:
            cancellation = error
        # There is no other `except`: an error of the charge leaves from here, and so it wins.

    # First the record, since the money is gone. Then the cancellation.
    receipt = charging.result()
    record(order, receipt)
    if cancellation is not None:
        raise cancellation
    return receipt


# `await asyncio.wait([charging])` is a shield too: it never cancels what it waits for, and never raises its
# errors.


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    async def charge(order: str) -> str:
        say(f"{order}: the charge begins")
        try:
            await asyncio.sleep(1.5)
        except asyncio.CancelledError:
            say(f"{order}: TORN APART, half of the money is gone")
            raise
        say(f"{order}: charged")
        return f"receipt for {order}"

    def record(order: str, receipt: str) -> None:
        say(f"{order}: recorded")

    async def main() -> None:
        say(f"patient customer: {await pay(charge, record, 'day ticket')}")

        payment = asyncio.create_task(pay(charge, record, "week ticket"))
        for _ in range(2):
            await asyncio.sleep(0.5)
            say("hasty customer: cancel!")
            payment.cancel()
        await asyncio.wait([payment])
        say("hasty customer: " + ("cancelled" if payment.cancelled() else "it was not cancelled"))
        await asyncio.sleep(1)

    asyncio.run(main())
