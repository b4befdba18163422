"""A future whose second filling is refused, and the refusal is ignored."""

import asyncio
from contextlib import suppress
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.Future()

    def on_reply(text: str) -> None:
        with suppress(asyncio.InvalidStateError):
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        with suppress(asyncio.InvalidStateError):
            answer.set_exception(error)

    device.request(question, on_error=on_error, on_reply=on_reply)
    return await answer
