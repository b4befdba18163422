"""`close()` only begins the closing: what is in the buffer goes out afterwards. You return before that. If the
program ends now, the last answers are lost. There is a call that waits until it is done."""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
