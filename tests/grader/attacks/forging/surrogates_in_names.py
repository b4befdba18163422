"""Lone surrogates in the names of functions, classes and tasks
stopped by: process
reasons: load exception assertion protocol hygiene deadlock
"""

import asyncio


async def wait():
    await asyncio.sleep(1000)


async def reports(ask, stations):
    task = asyncio.create_task(wait())
    task.set_name("\ud800")
    wait.__name__ = "\ud801"
    await asyncio.Future()
