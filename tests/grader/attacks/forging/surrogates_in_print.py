"""Lone surrogates in what is printed
stopped by: process
reasons: assertion
"""

print("\ud800 \udfff")


async def reports(ask, stations):
    return []
