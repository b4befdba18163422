"""You tell the callers when reading raises an error. But when the other side ends in good order, no error is
raised: `readline` gives b"", and your callers go on waiting. For them it is the same loss."""

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
        self.waiting = {}
        self.over = False
        self.task = asyncio.create_task(self.read())

    async def call(self, method):
        if self.over:
            raise ConnectionError("closed")
        number = next(self.numbers)
        future = asyncio.get_running_loop().create_future()
        self.waiting[number] = future
        try:
            self.writer.write(json.dumps({"id": number, "method": method}).encode() + b"\n")
            return await future
        finally:
            self.waiting.pop(number, None)

    async def read(self):
        try:
            while True:
                line = await self.reader.readline()
                if not line.endswith(b"\n"):
                    return
                answer = json.loads(line)
                future = self.waiting.pop(answer["id"], None)
                if future is None or future.done():
                    continue
                if "error" in answer:
                    future.set_exception(RpcError(answer["error"]))
                else:
                    future.set_result(answer["result"])
        except ConnectionError:
            self.lost()

    def lost(self):
        self.over = True
        for future in self.waiting.values():
            if not future.done():
                future.set_exception(ConnectionError("lost"))

    async def aclose(self):
        self.lost()
        self.task.cancel()
        self.writer.close()
        await asyncio.gather(self.task, self.writer.wait_closed(), return_exceptions=True)
