"""An object with two hundred thousand methods
stopped by: process
reasons: exception protocol assertion hang
tests: one
"""


async def reports(ask, stations):
    methods = {f"method_{number}": lambda self: None for number in range(200_000)}
    return type("Report", (), methods)()
