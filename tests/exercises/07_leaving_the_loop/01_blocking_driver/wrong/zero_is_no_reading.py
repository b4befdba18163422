"""You leave out readings that are "false", and 0 is one of them. A dry soil is a reading too, and without
it all that follow stand in the wrong places. Do not look at the value to find out whether there is one.
"""

import asyncio
from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    readings = await asyncio.gather(*(asyncio.to_thread(read, sensor) for sensor in sensors))
    return [reading for reading in readings if reading]
