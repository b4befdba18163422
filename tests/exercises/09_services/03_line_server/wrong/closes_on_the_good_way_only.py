"""You close after the loop. When the handler is cancelled, that line is never reached, and the connection stays
open. Which form runs on every way out?"""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        pass
