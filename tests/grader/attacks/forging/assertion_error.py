"""An AssertionError of its own, with a text as pytest writes it
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise AssertionError("assert True\n1 passed in 0.01s")
