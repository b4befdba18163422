"""You catch the CancelledError and return as if all were well. Who has cancelled the handler cannot know any more
whether it was done. Close the connection, and let the cancellation out."""

import asyncio


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except (ConnectionError, asyncio.CancelledError):
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
