"""You return the future itself. An `async` function returns exactly what stands after `return`, so your
caller gets a place for a result instead of the result, long before the device has answered.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        if not answer.done():
            answer.set_exception(error)

    device.request(question, on_reply, on_error)
    return answer
