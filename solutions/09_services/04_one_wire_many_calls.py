"""One wire, many calls: the solution.

One task reads, and nobody else. Each caller leaves a future under its number and waits for it; the reader looks
up the number and fulfils the future. So the reader is the only one on whom all callers depend, and the most
important line is the `finally` at its end.
"""

import asyncio
import contextlib
import itertools
import json


class RpcError(Exception):
    """The other side answered with an error."""


class Client:
    """Many calls at the same time over one connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Use the connection with these two streams."""
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[object]] = {}
        self._over = False
        # The attribute keeps the task: the loop itself holds a weak reference only.
        self._reading = asyncio.create_task(self._read())

    async def call(self, method: str) -> object:
        """Ask the other side; return its result. Raises RpcError or ConnectionError."""
        if self._over:
            raise ConnectionError("the connection is closed")
        number = next(self._numbers)
        # The future is there before the request is sent: the answer cannot come too early.
        answer = self._waiting[number] = asyncio.get_running_loop().create_future()
        self._writer.write(json.dumps({"id": number, "method": method}).encode() + b"\n")
        try:
            return await answer
        finally:
            del self._waiting[number]  # also of a caller who was cancelled; else they would pile up

    async def aclose(self) -> None:
        """Close the connection, and leave no task behind."""
        # Cancelled before its first step, the reader never comes to its `finally`: so end it here, too.
        self._end()
        self._reading.cancel()
        await asyncio.wait([self._reading])
        with contextlib.suppress(ConnectionError):  # if it broke, it says so once more
            await self._writer.wait_closed()

    async def _read(self) -> None:
        try:
            # At the end of file `readline` gives what is left, and that is no whole line.
            while (line := await self._reader.readline()).endswith(b"\n"):
                self._deliver(json.loads(line))
        except ConnectionError:
            pass  # the callers are told, here it is nobody's error
        finally:
            self._end()

    def _deliver(self, answer: dict) -> None:
        waiting = self._waiting.get(answer["id"])
        # None: the caller has given up, and has gone. Done: it was cancelled a moment ago, and had no step yet
        # in which it could go. To set its result would be an error, and an error here would end the reader.
        if waiting is None or waiting.done():
            return
        if "error" in answer:
            waiting.set_exception(RpcError(answer["error"]))
        else:
            waiting.set_result(answer["result"])  # any value: look for the key, and not at the value

    def _end(self) -> None:
        """Nobody will read any more: tell those who wait, and turn away those who come."""
        self._over = True
        self._writer.close()
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("the connection is closed"))


if __name__ == "__main__":
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

    asyncio.run(demo())
