"""The request and a clock race in a task group: who ends first stops the other."""

import asyncio


async def quote(ask, limit, fallback):
    outcome = {}

    async def carrier():
        try:
            outcome["price"] = await ask()
        except Exception as error:
            outcome["error"] = error
        clock.cancel()

    async def clock_runs():
        await asyncio.sleep(limit)
        request.cancel()

    async with asyncio.TaskGroup() as group:
        request = group.create_task(carrier())
        clock = group.create_task(clock_runs())
    if "error" in outcome:
        raise outcome["error"]
    return outcome.get("price", fallback)
