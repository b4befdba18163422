"""The loop calls the guest: the call is put on its list before the two tasks are."""

import asyncio


async def dinner(boil, chop, serve, on_start):
    loop = asyncio.get_running_loop()
    loop.call_soon(on_start, ["boil", "chop"])
    pasta, salad = loop.create_task(boil()), loop.create_task(chop())
    return await serve(await pasta, await salad)
