"""The rest of a line is kept in a place that all connections share. Two clients then finish each other's lines.
What belongs to one connection has to live in the call that handles it."""

rest = b""


async def handle(reader, writer):
    global rest
    try:
        while piece := await reader.read(4096):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                writer.write(line.upper() + b"\n")
                await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
