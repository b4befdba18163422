"""Lone surrogates in the text of an error
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise ValueError("\udcff \ud800")
