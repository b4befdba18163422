"""`async for` over the reader, and a context manager that closes."""

from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def closing(writer):
    try:
        yield
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


async def handle(reader, writer):
    async with closing(writer):
        try:
            async for line in reader:
                await writer.drain()
                writer.write(line.upper())
        except OSError:
            pass
