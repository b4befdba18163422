"""You raise the error inside the callback. A callback is called by the driver, so the exception goes up
into the driver, and not into the coroutine that waits. The future can carry an exception across, just as
it carries a result.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        raise error

    device.request(question, on_reply, on_error)
    return await answer
