"""No task at all: the callers take turns to read, and whoever reads puts aside what is for the others."""

import asyncio
import contextlib
import json


class RpcError(Exception):
    """The other side answered with an error."""


class Client:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.count = 0
        self.answers = {}
        self.over = False
        self.reads = False
        self.woken = []

    def wake(self):
        for future in self.woken:
            if not future.done():
                future.set_result(None)
        self.woken.clear()

    async def read_one(self):
        self.reads = True
        try:
            line = await self.reader.readuntil(b"\n")
            answer = json.loads(line)
            self.answers[answer["id"]] = answer
        except (ConnectionError, asyncio.IncompleteReadError):
            self.over = True
        finally:
            self.reads = False
            self.wake()

    async def call(self, method):
        if self.over:
            raise ConnectionAbortedError("over")
        self.count += 1
        number = self.count
        self.writer.write(json.dumps({"id": number, "method": method}).encode() + b"\n")
        while number not in self.answers and not self.over:
            if self.reads:
                future = asyncio.get_running_loop().create_future()
                self.woken.append(future)
                await future
            else:
                await self.read_one()
        if number not in self.answers:
            raise ConnectionAbortedError("over")
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    async def aclose(self):
        self.over = True
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()
