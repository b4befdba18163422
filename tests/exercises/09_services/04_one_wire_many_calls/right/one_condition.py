"""No futures: the reader puts the answers into a dict and wakes all callers, who look for their own."""

import asyncio
import contextlib
import json
import uuid


class RpcError(Exception):
    """The other side answered with an error."""


class Client:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer
        self.answers = {}
        self.news = asyncio.Condition()
        self.alive = True
        self.reading = asyncio.ensure_future(self.read())

    async def read(self):
        try:
            async for line in self.reader:
                if line[-1:] == b"\n":
                    answer = json.loads(line)
                    async with self.news:
                        self.answers[answer["id"]] = answer
                        self.news.notify_all()
        except ConnectionError:
            pass
        self.alive = False
        async with self.news:
            self.news.notify_all()

    async def call(self, method):
        if not self.alive:
            raise ConnectionResetError("the other side has gone")
        number = uuid.uuid4().int
        self.writer.write(b"%s\n" % json.dumps({"id": number, "method": method}).encode())
        async with self.news:
            await self.news.wait_for(lambda: number in self.answers or not self.alive)
        if number not in self.answers:
            raise ConnectionResetError("the other side has gone")
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    async def aclose(self):
        self.alive = False
        self.writer.close()
        with contextlib.suppress(ConnectionError):
            await self.writer.wait_closed()
        await asyncio.wait([self.reading])
