"""Wait in a system call that no patch sees
stopped by: process
reasons: hang
tests: one
takes: wall
"""

import select


async def reports(ask, stations):
    select.select([], [], [])
