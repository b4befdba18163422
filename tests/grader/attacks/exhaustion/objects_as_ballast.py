"""Ask with thousands of small lists, again and again: they are larger in memory than on the wire
stopped by: process
reasons: protocol horizon livelock exception
tests: one
"""


async def reports(ask, stations):
    for _ in range(10_000):
        await ask("n", [[] for _ in range(60_000)])
