"""A format whose width is two billion
stopped by: process
reasons: exception crash hang
tests: one
"""


async def reports(ask, stations):
    return [f"{'rain':>2000000000}"]
