"""Pieces of any size, and a buffer of our own in which the lines are looked for."""

import contextlib


async def handle(reader, writer):
    try:
        rest = b""
        while piece := await reader.read(4096):
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                writer.write(line.upper() + b"\n")
                await writer.drain()
    except (ConnectionResetError, BrokenPipeError, ConnectionAbortedError):
        return
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
