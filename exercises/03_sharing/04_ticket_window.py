"""Ticket window.

A small theatre sells its seats at one window. Groups come and ask for their seats; when there are not enough,
they wait in the foyer. Sometimes a group goes home and gives its seats back. The old rule was "first come,
first served": a school class of forty waited in front, and behind it a couple stood for an hour beside two
free seats. The new rule is: whoever fits may go in.

Write the class `Hall`. `Hall(seats)` has `seats` free seats at first; each hall has its own.

- `await hall.take(n)` waits until `n` seats are free, and takes them. A group that fits goes in at once, even
  when a bigger group that came earlier still waits.
- `await hall.give_back(n)` returns `n` seats; it does not wait for anybody to take them. The groups that fit
  now go in at that moment. In what order the groups go in that fit, but not all together, is free.
- No seat is handed out twice, however many groups wait or come together.
- A group may be cancelled while it waits. Then it has no seats, and it does not disturb the others: not even
  when it is cancelled at the very moment when seats are given back.

`n` is 1 or more. Groups larger than the hall do not come, and nobody gives back more than was taken. The hall
is built inside the running loop.
"""


class Hall:
    """A hall with a number of seats, which are taken and given back in groups."""

    # Your turn

    def __init__(self, seats: int) -> None:
        """Begin with `seats` free seats."""
        raise NotImplementedError

    async def take(self, n: int) -> None:
        """Wait until `n` seats are free, and take them."""
        raise NotImplementedError

    async def give_back(self, n: int) -> None:
        """Return `n` seats, and let in who fits now."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    async def demo() -> None:
        start = time.monotonic()
        hall = Hall(6)

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def group(name: str, comes: float, size: int, stays: float) -> None:
            await asyncio.sleep(comes)
            say(f"{name} wants {size}")
            await hall.take(size)
            say(f"{name} has {size}")
            await asyncio.sleep(stays)
            say(f"{name} gives {size} back")
            await hall.give_back(size)

        await asyncio.gather(
            group("the family", 0, 4, 2),
            group("the team", 0, 2, 1),
            group("the class", 0.3, 6, 0.5),
            group("the couple", 0.5, 2, 0.7),
        )
        say("done (the couple gets in at 1.0 s, the class at 2.0 s)")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Hall is not written yet. Replace each `raise NotImplementedError` by your code.")
