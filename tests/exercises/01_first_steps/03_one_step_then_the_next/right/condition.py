"""All loaves are started as tasks, and each waits until a condition says that it is its turn."""

import asyncio


async def bakery(bags, knead, rise, bake):
    oven = asyncio.Condition()
    turn = 0

    async def loaf(number, bag):
        nonlocal turn
        async with oven:
            await oven.wait_for(lambda: turn == number)
            bread = await bake(await rise(await knead(bag)))
            turn += 1
            oven.notify_all()
            return bread

    tasks = [asyncio.create_task(loaf(number, bag)) for number, bag in enumerate(bags)]
    try:
        return [await task for task in tasks]
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
