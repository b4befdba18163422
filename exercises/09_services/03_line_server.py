"""Line server.

A museum has got a teleprinter of 1961 to work again. It prints capital letters only, and it is slow. Whoever
wants to print something sends lines to a small server on the network, gets them back in capital letters, and
feeds them to the machine. The server worked well while it was tried out with short lines, one at a time. On
the day of the opening, half words came back, and in the evening the server had no memory left.

Write `handle`, the handler of one connection, as it is given to `asyncio.start_server`.

- A line is everything up to b"\\n", and nothing else ends one. Answer every line with the same line in capital
  letters, in order. Only the letters change: spaces, b"\\r" and the b"\\n" stay as they are. An empty line is a
  line, too. The lines are ASCII text of at most 1000 bytes.
- The network knows no lines. A line may arrive in several pieces, and several lines in one piece. Answer a line
  as soon as it is complete, and send nothing of it before.
- A client may read slowly. Never let more wait in the write buffer than the flow control wants: its limit and
  one answer. Do not raise the limit.
- At the end of file, send what is still to be sent, and close the connection. `handle` returns when it is
  closed. Whether a last line without its b"\\n" is answered is left open.
- The connection may break at any time, for example because the client goes away without having read its
  answers. Then close your side, too, and return; no error comes out of `handle`.
- When `handle` is cancelled, close the connection; `handle` ends as cancelled.
- Several connections may be handled at the same time, and none waits for another.
"""

import asyncio


async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer every line in capital letters, until the client ends or the connection breaks."""
    # Your turn
    raise NotImplementedError


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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("handle is not written yet. Replace `raise NotImplementedError` by your code.")
