"""A regular expression that goes back and forth for ever
stopped by: process
reasons: hang
tests: one
"""

import re


async def reports(ask, stations):
    return re.match(r"(a+)+$", "a" * 60 + "b")
