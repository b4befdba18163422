"""`write` does not wait: it puts the answer into a buffer and returns. With a slow client all answers pile up there,
in your memory. Which call waits until the buffer has room again?"""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
    except ConnectionError:
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
