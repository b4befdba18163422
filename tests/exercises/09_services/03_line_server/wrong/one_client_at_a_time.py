"""You let one connection in at a time. While a slow client reads its answers, all the others wait at the door.
The handlers share nothing, so nothing has to be locked."""

import asyncio

door = asyncio.Lock()


async def handle(reader, writer):
    async with door:
        try:
            while line := await reader.readline():
                writer.write(line.upper())
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()
            try:
                await writer.wait_closed()
            except ConnectionError:
                pass
