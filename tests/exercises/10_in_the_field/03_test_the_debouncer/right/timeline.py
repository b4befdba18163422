"""A table of calls is played, and what came is compared with what a few lines of arithmetic expect."""

import asyncio
import random


async def check(debounce):
    draw = random.Random(7)
    loop = asyncio.get_running_loop()
    quiet = 4
    came = []
    type_key = debounce(lambda *args, **kwargs: came.append((loop.time(), args, kwargs)), quiet)

    made = []
    for number in range(40):
        words = tuple(f"{number}-{index}" for index in range(draw.randrange(1, 3)))
        marks = {"page": number} if draw.random() < 0.5 else {}
        made.append((loop.time(), words, marks))
        type_key(*words, **marks)
        await asyncio.sleep(draw.choice([0, 0.5, 1.5, 2.5, 3.5, 3.75, 4.25, 9]))
    await asyncio.sleep(5 * quiet)

    last = [one for one, after in zip(made, [*made[1:], (10**9,)], strict=True) if after[0] - one[0] > quiet]
    assert [note[1:] for note in came] == [note[1:] for note in last]
    for (then, *_), (now, *_) in zip(last, came, strict=True):
        assert abs(now - then - quiet) < 0.01
