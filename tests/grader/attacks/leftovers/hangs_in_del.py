"""An object that never lets go, when the judge asks what is left
stopped by: process
reasons: hang
tests: one
"""

import asyncio


class Clings:
    def __init__(self):
        self.ring = self

    def __del__(self):
        while True:
            pass


async def reports(ask, stations):
    Clings()
    return list(await asyncio.gather(*map(ask, stations)))
