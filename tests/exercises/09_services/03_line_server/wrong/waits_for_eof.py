"""`read()` without a number waits for the end of file. You answer when the client has hung up, and a client who
waits for an answer waits for ever. A line is to be answered when the line is complete."""


async def handle(reader, writer):
    try:
        text = await reader.read()
        for line in text.splitlines(keepends=True):
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
