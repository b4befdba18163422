"""Settings of pytest lie beside the submission: a plugin, and a choice of tests that is empty.

stopped by: process
reasons: assertion
"""


async def reports(ask, stations):
    return None
