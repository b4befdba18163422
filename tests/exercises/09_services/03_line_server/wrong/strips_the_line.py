"""`strip` takes away more than the end of the line: spaces at both ends, and a b"\\r". They belong to the line, and
the client wants them back. Does anything have to be taken away at all?"""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.strip().upper() + b"\n")
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
