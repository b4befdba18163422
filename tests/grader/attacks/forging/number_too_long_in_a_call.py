"""Ask for a station whose number Python refuses to print
stopped by: process
reasons: assertion exception
"""


async def reports(ask, stations):
    return [await ask(10**5000)]
