"""Garbage in circles, as much as there is room for
stopped by: process
reasons: assertion crash exception hang
tests: one
"""


async def reports(ask, stations):
    for _ in range(3):
        ring = [[] for _ in range(300_000)]
        for number, link in enumerate(ring):
            link.append(ring[number - 1])
    return []
