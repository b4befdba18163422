"""An async generator in the middle of its clean-up, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio


async def weather():
    try:
        yield "rain"
    finally:
        await asyncio.sleep(10**9)


async def reports(ask, stations):
    reports.weather = weather()
    reports.task = asyncio.create_task(closing())
    return list(await asyncio.gather(*map(ask, stations)))


async def closing():
    await anext(reports.weather)
    await reports.weather.aclose()
