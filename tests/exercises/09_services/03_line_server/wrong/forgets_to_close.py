"""You return at the end of file and leave the connection open. The client waits for your end of file, and the
operating system keeps the socket. Returning from `handle` closes nothing."""

open_writers = []


async def handle(reader, writer):
    open_writers.append(writer)
    try:
        while line := await reader.readline():
            writer.write(line.upper())
            await writer.drain()
    except ConnectionError:
        pass
