"""A file that offers a hundred and fifty thousand names
stopped by: process
reasons: exception load protocol
"""

globals().update({f"name_{number}": number for number in range(150_000)})


async def reports(ask, stations):
    return []
