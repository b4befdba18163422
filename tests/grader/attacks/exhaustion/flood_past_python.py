"""Write a gigabyte to standard output and error, past Python
stopped by: process
reasons: assertion
"""

import os

for fd in (1, 2):
    for _ in range(500):
        os.write(fd, b"rain" * 250_000)


async def reports(ask, stations):
    return []
