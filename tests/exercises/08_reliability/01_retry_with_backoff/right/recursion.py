"""Recursion: one call, and if it fails, a wait and the same with one attempt less and the delay doubled."""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    try:
        return await op()
    except retry_on:
        if attempts == 1:
            raise
    await asyncio.sleep(jitter(min(base, cap)))
    return await retry(op, attempts=attempts - 1, base=base * 2, cap=cap, jitter=jitter, retry_on=retry_on)
