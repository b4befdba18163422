"""`abort` closes at once and throws away what is still in the buffer. The slow client never gets its last answers.
There is a gentler way to close, which lets the buffer run empty first."""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.transport.abort()
