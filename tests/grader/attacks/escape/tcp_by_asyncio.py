"""Connects by asyncio's own streams.

stopped by: process
reasons: assertion
"""

import asyncio


async def reports(ask, stations):
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", int("@TCP_PORT@"))
        print("BREACH: it is connected")
        writer.transport.abort()
    except (OSError, RuntimeError, NotImplementedError) as error:
        print("refused:", error)
    return None
