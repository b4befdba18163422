"""A condition on which the function waits, and helpers that count and notify it."""

import asyncio


async def replicate(writes, need):
    cond = asyncio.Condition()
    ok = bad = 0

    async def one(w):
        nonlocal ok, bad
        try:
            await w()
            good = True
        except Exception:
            good = False
        async with cond:
            if good:
                ok += 1
            else:
                bad += 1
            cond.notify()

    tasks = [asyncio.create_task(one(w)) for w in writes]
    try:
        async with cond:
            await cond.wait_for(lambda: ok >= need or bad > len(writes) - need)
            return ok >= need
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
