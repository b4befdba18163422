"""readuntil, which tells the end of file by an exception; the half line that is left is dropped."""

import asyncio


async def handle(reader, writer):
    try:
        while True:
            line = await reader.readuntil(b"\n")
            writer.writelines([line.upper()])
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)
