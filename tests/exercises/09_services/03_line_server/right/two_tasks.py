"""One task reads, one writes; a queue of one place between them."""

import asyncio
import contextlib


async def read_lines(reader, lines):
    while not reader.at_eof():
        await lines.put(await reader.readline())
    await lines.put(None)


async def write_lines(lines, writer):
    while (line := await lines.get()) is not None:
        writer.write(line.decode("ascii").upper().encode("ascii"))
        await writer.drain()


async def handle(reader, writer):
    lines = asyncio.Queue(1)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read_lines(reader, lines))
            group.create_task(write_lines(lines, writer))
    except* ConnectionError:
        pass
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
