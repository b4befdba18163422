"""You take what `read` gives you for a line. It gives what has arrived so far: half a line, or three. So parts of
a line go out before it is whole. What marks the end of a line, and who waits until it is there?"""


async def handle(reader, writer):
    try:
        while piece := await reader.read(1024):
            writer.write(piece.upper())
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
