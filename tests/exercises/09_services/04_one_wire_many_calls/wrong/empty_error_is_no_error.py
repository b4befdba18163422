"""You look at the value under "error", and a text may be empty: then it counts as false, and the error is lost. What
tells you for certain which of the two keys an answer has?
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
        if answer.get("error"):
            waiting.set_exception(RpcError(answer["error"]))
        else:
            waiting.set_result(answer.get("result"))  # any value: look for the key, and not at the value

    def _end(self) -> None:
        """Nobody will read any more: tell those who wait, and turn away those who come."""
        self._over = True
        self._writer.close()
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionError("the connection is closed"))
