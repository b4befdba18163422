"""A task whose clean-up never ends, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio


async def wait():
    while True:
        try:
            await asyncio.Future()
        finally:
            while True:
                try:
                    await asyncio.sleep(1)
                except BaseException:
                    pass


async def reports(ask, stations):
    reports.task = asyncio.create_task(wait())
    await asyncio.sleep(0)
    reports.task.cancel()
    return list(await asyncio.gather(*map(ask, stations)))
