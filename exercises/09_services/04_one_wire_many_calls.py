"""One wire, many calls.

A ship has one satellite link to the office on land. The captain asks for the weather, the cook for the price of
fish in the next harbour, the engineer for a drawing. At first each of them used the link alone, and the others
waited. Then they all sent at once and took the first answer that came: the cook got the drawing. Now every
question carries a number, and the answer carries it, too.

Write the class `Client`, which many callers share, and which is built inside the running loop. `reader` and
`writer` are the streams of one connection.

- `await client.call(method)` sends one line of JSON, `{"id": n, "method": method}` and b"\\n", at once. `n` is a
  number that no other call of this client has. The office answers with one line, which carries the same id:
  `{"id": n, "result": ...}` or `{"id": n, "error": "text"}`. Each answer has one of the two keys. The result can
  be any value, also None, False or 0.
- `call` returns the result as soon as its answer is there. For an error, it raises `RpcError(text)`.
- Any number of calls may be under way together. The answers come in any order. A line may arrive in several
  pieces, and several lines in one piece. Lines are short: nothing is asked about flow control here.
- A caller may be cancelled while it waits: it ends as cancelled, and the answer, if it comes, is ignored, even if
  it comes at the very same moment. The other calls, and later ones, are not disturbed.
- The connection may break: by an error, or because the other side sends its end of file, perhaps in the middle
  of a line. Then all calls that are waiting raise ConnectionError at that moment. A later call raises
  ConnectionError at once, and sends nothing. A subclass of ConnectionError is fine.
- `await client.aclose()` closes the connection and returns when that is done, and no task of the client is left
  then. It raises nothing, also after the connection has broken, and it may be called again. A later `call`
  raises ConnectionError at once. What becomes of calls that are waiting is left open.
- There may be several clients, each with a connection of its own.
"""

import asyncio


class RpcError(Exception):
    """The other side answered with an error."""


class Client:
    """Many calls at the same time over one connection."""

    # Your turn

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Use the connection with these two streams."""
        raise NotImplementedError

    async def call(self, method: str) -> object:
        """Ask the other side; return its result. Raises RpcError or ConnectionError."""
        raise NotImplementedError

    async def aclose(self) -> None:
        """Close the connection, and leave no task behind."""
        raise NotImplementedError


if __name__ == "__main__":
    import json
    import time

    async def demo() -> None:
        start = time.monotonic()
        seconds = {"weather": 1.5, "fish": 0.5, "coffee": 1.0}

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def office(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            async def answer(request: dict) -> None:
                method = request["method"]
                await asyncio.sleep(seconds[method])
                word = {"error": "none left"} if method == "coffee" else {"result": f"{method} is fine"}
                writer.write(json.dumps({"id": request["id"], **word}).encode() + b"\n")

            answers = []
            while line := await reader.readline():
                request = json.loads(line)
                if request["method"] == "storm":
                    break  # the link breaks
                answers.append(asyncio.create_task(answer(request)))
            writer.close()

        server = await asyncio.start_server(office, "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())

        async def ask(method: str) -> None:
            try:
                say(f"{method}: {await client.call(method)}")
            except (RpcError, ConnectionError) as error:
                say(f"{method}: {error!r}")

        try:
            client = Client(reader, writer)
            say("three questions together")
            await asyncio.gather(ask("weather"), ask("fish"), ask("coffee"))
            await asyncio.gather(ask("weather"), ask("storm"))
            await ask("fish")
            await client.aclose()
            say("closed (expected: answers at 0.5, 1.0 and 1.5 s, then three times a ConnectionError)")
        finally:
            writer.close()
            await asyncio.sleep(0.1)  # the office sees it, and ends
            server.close()

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("Client is not written yet. Replace each `raise NotImplementedError` by your code.")
