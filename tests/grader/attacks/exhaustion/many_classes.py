"""Errors of thousands of classes, each to be made again in the judge
stopped by: process
reasons: assertion exception livelock horizon protocol
tests: one
"""


async def reports(ask, stations):
    return [type(f"Error{number}", (Exception,), {})(number) for number in range(10_000)]
