"""A queue of one place for each call; a done callback of the reader task tells all of them the end."""

import asyncio
import json


class RpcError(Exception):
    """The other side answered with an error."""


class Client:
    def __init__(self, reader, writer):
        self._reader, self._writer = reader, writer
        self._boxes = {}
        self._sent = 0
        self._task = asyncio.get_running_loop().create_task(self._read())
        self._task.add_done_callback(self._ended)
        self._closed = False

    async def _read(self):
        while True:
            try:
                answer = json.loads(await self._reader.readuntil(b"\n"))
            except (asyncio.IncompleteReadError, OSError):
                return
            box = self._boxes.pop(answer.pop("id"), None)
            if box is not None:
                box.put_nowait(answer)

    def _ended(self, _task):
        for box in self._boxes.values():
            box.put_nowait(None)
        self._boxes.clear()

    async def call(self, method):
        if self._closed or self._task.done():
            raise BrokenPipeError("no connection")
        self._sent += 1
        number = self._sent
        box = self._boxes[number] = asyncio.Queue()
        self._writer.writelines([json.dumps({"method": method, "id": number}).encode(), b"\n"])
        try:
            await self._writer.drain()
            answer = await box.get()
        finally:
            self._boxes.pop(number, None)
        match answer:
            case {"result": result}:
                return result
            case {"error": text}:
                raise RpcError(text)
        raise BrokenPipeError("no connection")

    async def aclose(self):
        self._closed = True
        self._task.cancel()
        self._writer.close()
        await asyncio.gather(self._task, self._writer.wait_closed(), return_exceptions=True)
