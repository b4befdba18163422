"""The callers read by turns, and each keeps the stream until its own answer has come. What it reads for the others
meanwhile lies there until its turn is over: a quick answer waits behind a slow one. Who should read, and how can an
answer reach its caller at once?"""

import asyncio
import itertools
import json


class RpcError(Exception):
    pass


class Client:
    def __init__(self, reader, writer):
        self.reader = reader
        self.writer = writer
        self.numbers = itertools.count(1)
        self.answers = {}
        self.over = False
        self.turn = asyncio.Lock()

    async def call(self, method):
        if self.over:
            raise ConnectionError("closed")
        number = next(self.numbers)
        self.writer.write(json.dumps({"id": number, "method": method}).encode() + b"\n")
        async with self.turn:
            while number not in self.answers:
                line = b"" if self.over else await self.read_line()
                if not line.endswith(b"\n"):
                    self.over = True
                    raise ConnectionError("lost")
                answer = json.loads(line)
                self.answers[answer["id"]] = answer
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RpcError(answer["error"])
        return answer["result"]

    async def read_line(self):
        try:
            return await self.reader.readline()
        except ConnectionError:
            return b""

    async def aclose(self):
        self.over = True
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except ConnectionError:
            pass
