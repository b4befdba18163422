"""A set of numbers that all have the same hash
stopped by: process
reasons: assertion exception protocol horizon
tests: one
"""

async def reports(ask, stations):
    prime = 2**61 - 1
    await ask("n", {prime * number for number in range(1, 3)} if False else frozenset())
    return [await ask(stations[0]), list(range(3))]
