"""Print ten million lines
stopped by: process
reasons: livelock assertion horizon hang
tests: one
"""


async def reports(ask, stations):
    for _ in range(10_000_000):
        print("rain")
