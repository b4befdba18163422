"""Replaces asyncio.sleep by one that does not wait, and asks one station after the other.

stopped by: process
reasons: assertion
"""

import asyncio


async def sleep(delay, result=None):
    return result


asyncio.sleep = asyncio.tasks.sleep = sleep


async def reports(ask, stations):
    return [await ask(station) for station in stations]
