"""Lone surrogates as the station that is asked
stopped by: process
reasons: assertion exception
"""


async def reports(ask, stations):
    return [await ask("\ud800")]
