"""Line server: the solution.

Four things that a stream does not do for you: find the ends of the lines, tell you plainly that the client has
ended, wait for a slow client, and close. Each of them is one call here, and each has to stand in its place.
"""

import asyncio
import contextlib


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line in capital letters, until the client ends or the connection breaks."""
    try:
        # `readline` collects the pieces. At the end of file it gives b"", and it does so each time it is asked:
        # a loop that does not look for it turns for ever. An empty line is b"\n", which counts as true.
        while line := await reader.readline():
            writer.write(line.upper())  # does not wait: the bytes are in the buffer now
            # Waits while the buffer is too full, and costs nothing otherwise. As long as this stands still,
            # no further line is read, so a slow client is also slow in sending: backpressure.
            await writer.drain()
    except ConnectionError:
        pass  # the client is gone: nobody is left to be told about it
    finally:
        # On every way out, also when cancelled. `close` lets the buffer run empty first, and returns at once.
        writer.close()
        # A connection that broke tells it once more here.
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


# From Python 3.13 on, `server.close_clients()` closes the connections of a server that is to end.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        missing: list[NotImplementedError] = []

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await handle(reader, writer)
            except NotImplementedError as error:
                missing.append(error)
                writer.close()

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())

        async def send() -> None:
            for piece in (b"the quick ", b"brown fox\n", b"jumps over\nthe lazy dog\n"):
                await asyncio.sleep(0.7)
                say(f"sent     {piece}")
                writer.write(piece)
            await asyncio.sleep(0.7)
            say("sent     the end of file")
            writer.write_eof()

        sending = asyncio.create_task(send())
        while line := await reader.readline():
            say(f"received {line}")
        sending.cancel()
        writer.close()
        server.close()
        if missing:
            raise missing[0]
        say("received the end of file (expected: three lines in capital letters, at 1.4 and 2.1 s)")

    asyncio.run(demo())
