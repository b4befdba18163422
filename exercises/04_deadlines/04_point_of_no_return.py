"""Point of no return

A ticket machine charges a credit card. The bank needs three seconds for it, and in the middle of it the
money has left one account and not yet come to the other: nobody may tear the charge apart. But customers
press "cancel", and some of them press it twice. Last week the charge went through, the machine forgot it at
once, and the customer paid again.

Your task: write `pay(charge, record, order)`.

- `charge(order)` is a coroutine function. Awaited, it gives the receipt, a text, or it raises an exception
  (any subclass of `Exception`). Begin it at once, and call it once.
- `record(order, receipt)` is a plain function. Call it once, at the moment when the charge has succeeded.
  It does not fail.
- If nobody disturbs it, `pay` returns the receipt when the charge is recorded.
- If `pay` is cancelled while the charge is under way, the charge goes on undisturbed to its end. `pay`
  waits for it, records it, and only then lets the `CancelledError` out.
- The same holds if `pay` is cancelled more than once.
- If the charge fails, its error comes out of `pay` as it is, at that moment, and nothing is recorded. It
  comes out even if `pay` has been cancelled: the error wins.
- Several payments can be under way at the same time, even of the same `order`: two customers can buy the
  same ticket. No payment disturbs another.
- What happens if `pay` is cancelled at the very moment when the charge ends is up to you.

Run this file to see your program at work.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def pay(charge: Callable[[str], Awaitable[str]], record: Callable[[str, str], None], order: str) -> str:
    """Charge `order` and record the receipt, whoever cancels meanwhile; return the receipt."""
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("Nobody pays yet: `pay` is not written. Look for 'Your turn' in this file.")
