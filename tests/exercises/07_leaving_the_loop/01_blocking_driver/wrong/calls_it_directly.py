"""You call the driver inside of `async def`, and a blocking call is still a blocking call there. Only an
`await` lets others go on. While `read` waits, the loop's only thread waits, and everybody with it.
"""

from collections.abc import Callable


async def read_all(read: Callable[[str], int], sensors: list[str]) -> list[int]:
    return [read(sensor) for sensor in sensors]
