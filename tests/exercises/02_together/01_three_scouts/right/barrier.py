"""The tasks are started by the loop, and all of them, the caller too, meet at a barrier."""

import asyncio


async def reports(ask, stations):
    loop = asyncio.get_running_loop()
    everybody = asyncio.Barrier(len(stations) + 1)
    arrived, tasks = {}, []

    def start(station):
        async def scout():
            arrived[station] = await ask(station)
            await everybody.wait()

        tasks.append(loop.create_task(scout()))

    for station in stations:
        loop.call_soon(start, station)
    await everybody.wait()
    for task in tasks:
        await task
    return [arrived[station] for station in stations]
