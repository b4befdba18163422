"""At the end of file `readline` returns b"", at once and each time that you ask. Your loop turns for ever, and the
program does nothing else any more. How does the loop see that the client has ended?"""


async def handle(reader, writer):
    try:
        while True:
            line = await reader.readline()
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
