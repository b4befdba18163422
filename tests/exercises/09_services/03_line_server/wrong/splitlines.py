"""`splitlines` ends a line at many characters: at "\\r" and at a form feed, too. You answer what is only a part of
a line. What ends a line here, and what does nothing else?"""


async def handle(reader, writer):
    rest = b""
    try:
        while piece := await reader.read(4096):
            lines = (rest + piece).splitlines(keepends=True)
            rest = b"" if lines[-1][-1:] in b"\r\n" else lines.pop()
            for line in lines:
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
