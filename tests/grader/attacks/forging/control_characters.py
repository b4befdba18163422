"""Escape sequences, carriage returns and bells in a value, an error and a printed line
stopped by: process
reasons: exception
"""

print("\x1b[2J\x1b[1;1H1 passed\r\x07\x9b31m\u202e")


async def reports(ask, stations):
    raise ValueError("\x1b[2J\x00\r1 passed\u2028\x85")
