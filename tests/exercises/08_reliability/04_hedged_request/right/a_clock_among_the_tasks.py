"""The time is a task as well: `sleep(after)` stands among the questions, and its end is one of the ends."""

import asyncio


async def hedged(replicas, after):
    waiting = list(replicas)
    questions, last_error = set(), None
    clock = None
    try:
        while True:
            if waiting:
                questions.add(asyncio.ensure_future(waiting.pop(0)()))
                if clock is not None:
                    clock.cancel()
                clock = asyncio.ensure_future(asyncio.sleep(after))
            next_please = False
            while not next_please:
                if not questions and not waiting:
                    raise last_error
                watched = questions | ({clock} if waiting else set())
                ended, _ = await asyncio.wait(watched, return_when=asyncio.FIRST_COMPLETED)
                next_please = bool(waiting) and clock in ended
                for question in ended & questions:
                    if not question.exception():
                        return question.result()
                    last_error = question.exception()
                    questions.discard(question)
                    next_please = bool(waiting)
    finally:
        for task in [*questions, clock]:
            task.cancel()
        await asyncio.gather(*questions, clock, return_exceptions=True)
