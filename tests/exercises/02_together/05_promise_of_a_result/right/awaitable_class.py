"""A class with `__await__`: its object is what the coroutine awaits."""

import asyncio
from collections.abc import Generator
from typing import Any


class Request:
    def __init__(self, device: Any, question: str) -> None:
        self._answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        device.request(question, self.reply, self.fail)

    def __await__(self) -> Generator[Any, None, str]:
        return self._answer.__await__()

    def reply(self, text: str) -> None:
        if not self._answer.done():
            self._answer.set_result(text)

    def fail(self, error: Exception) -> None:
        if not self._answer.done():
            self._answer.set_exception(error)


async def ask(device: Any, question: str) -> str:
    return await Request(device, question)
