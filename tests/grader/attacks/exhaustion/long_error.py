"""An error with a text of nine hundred thousand characters
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise ValueError("rain " * 180_000, "\n" * 90_000)
