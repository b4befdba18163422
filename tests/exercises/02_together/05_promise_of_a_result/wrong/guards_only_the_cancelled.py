"""Your callbacks look whether the future was cancelled, and fill it otherwise. But a future that has its
result already was not cancelled, and it cannot be filled again: the second reply raises an InvalidStateError
in the driver. Cancelled is only one of the ways to be done.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.cancelled():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        if not answer.cancelled():
            answer.set_exception(error)

    device.request(question, on_reply, on_error)
    return await answer
