"""A task group that is ended by an exception of its own, as soon as the outcome is certain."""

import asyncio


class Settled(Exception):
    pass


async def replicate(writes, need):
    confirmed = failed = 0
    outcome = None

    async def vote(write):
        nonlocal confirmed, failed, outcome
        try:
            await write()
            confirmed += 1
        except Exception:
            failed += 1
        if outcome is None and (confirmed >= need or failed > len(writes) - need):
            outcome = confirmed >= need
            raise Settled

    try:
        async with asyncio.TaskGroup() as group:
            for write in writes:
                group.create_task(vote(write))
    except* Settled:
        pass
    return outcome
