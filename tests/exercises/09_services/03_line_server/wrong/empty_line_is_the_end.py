"""You take an empty line for the end of file. An empty line still has its b"\\n". What does `readline` return when
nothing at all will come any more?"""


async def handle(reader, writer):
    try:
        while (line := await reader.readline()).rstrip(b"\n"):
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
