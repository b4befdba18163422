"""You cut each piece into lines, and believe that it ends where a line ends. The beginning of the next line gets
lost or is answered by itself. What has to be kept until the next piece comes?"""


async def handle(reader, writer):
    try:
        while piece := await reader.read(1024):
            for line in piece.split(b"\n")[:-1]:
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
