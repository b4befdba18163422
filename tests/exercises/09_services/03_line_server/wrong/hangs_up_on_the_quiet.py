"""After some seconds without a line you hang up. A client may be silent for an hour, and send its next line then.
Who decides when the connection ends?
"""

import asyncio
import contextlib


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line in capital letters, until the client ends or the connection breaks."""
    try:
        # `readline` collects the pieces. At the end of file it gives b"", and it does so each time it is asked:
        # a loop that does not look for it turns for ever. An empty line is b"\n", which counts as true.
        while line := await asyncio.wait_for(reader.readline(), 30):
            writer.write(line.upper())  # does not wait: the bytes are in the buffer now
            # Waits while the buffer is too full, and costs nothing otherwise. As long as this stands still,
            # no further line is read, so a slow client is also slow in sending: backpressure.
            await writer.drain()
    except (ConnectionError, TimeoutError):
        pass  # the client is gone: nobody is left to be told about it
    finally:
        # On every way out, also when cancelled. `close` lets the buffer run empty first, and returns at once.
        writer.close()
        # A connection that broke tells it once more here.
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


# From Python 3.13 on, `server.close_clients()` closes the connections of a server that is to end.
