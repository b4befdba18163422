"""Open pipes until there are no descriptors left
stopped by: rlimits
reasons: assertion
"""

import os

count = 0
try:
    for _ in range(250):
        os.pipe()
        count += 2
except OSError:
    pass
if count > 200:
    print("BREACH:", count, "descriptors")


async def reports(ask, stations):
    return []
