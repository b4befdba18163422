"""You close on every way out, and the error of a broken connection comes out of `handle`. A client who goes away is
nothing unusual for a server, and nobody above can do anything about it. Where does that error have to end? It may
come up in more places than one."""


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    finally:
        writer.close()
        await writer.wait_closed()
