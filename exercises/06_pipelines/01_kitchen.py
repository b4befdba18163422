"""Kitchen.

A canteen kitchen gets all orders of an evening on one list. Whenever a cook is free, he takes the next
order and cooks it. Now and then a dish burns. Then the dish is written off, and the cook takes the next
order as if nothing had happened. When the last order is through, everybody goes home, and only then the
kitchen is locked.

Write `kitchen`. `await cook(order)` cooks one order and returns the dish, a string; or it raises an
exception, when the dish burns.

- There are `cooks` cooks, 1 or more: never more than `cooks` calls of `cook` are under way. There may be
  more cooks than orders.
- The orders are begun in the given order, each of them once. As soon as a cook is free, the next order
  begins, at the same moment: no cook waits while there are orders left.
- A dish that burns (`cook` raises any `Exception`) is left out. `kitchen` raises none of these exceptions,
  and the cook goes on with the next order. It can happen to any order, also to all of them.
- Return a dict from order to dish, of the dishes that worked. The order of its keys is free. Return at the
  moment when all orders are through.
- No orders: return an empty dict at once.
- When `kitchen` is cancelled, the dishes that are being cooked are cancelled at that moment, and no other
  order is begun. A cancelled `cook` may need some time to clear up: wait for it. Then `kitchen` ends as
  cancelled.
- However `kitchen` ends, no task of it is left behind. Several kitchens may work at the same time; each has
  its own cooks and its own orders.

The orders are distinct.
"""

from collections.abc import Awaitable, Callable


async def kitchen(orders: list[str], cook: Callable[[str], Awaitable[str]], cooks: int) -> dict[str, str]:
    """Let `cooks` cooks work through `orders`; return `{order: dish}` for the dishes that worked."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    async def demo() -> None:
        start = time.monotonic()
        seconds = {"stew": 2.5, "soup": 0.5, "toast": 0.5, "salad": 0.5, "tea": 0.5, "pie": 0.5}

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def cook(order: str) -> str:
            say(f"{order}: begun")
            await asyncio.sleep(seconds[order])
            if order == "toast":
                say(f"{order}: burnt")
                raise OSError("smoke")
            say(f"{order}: ready")
            return f"hot {order}"

        dishes = await kitchen(list(seconds), cook, 2)
        say(f"served: {', '.join(sorted(dishes.values()))}")
        print("        (two cooks and nobody idle: 2.5 s, all but the toast)")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("kitchen is not written yet. Replace `raise NotImplementedError` by your code.")
