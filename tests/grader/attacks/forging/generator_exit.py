"""GeneratorExit, which asyncio treats as the end of a coroutine
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise GeneratorExit
