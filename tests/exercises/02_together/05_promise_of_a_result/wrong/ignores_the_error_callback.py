"""When the device reports an error, your callback does nothing. Nobody will ever fill the future then, and
whoever awaits it waits for ever. Every way in which the driver can end has to end your waiting.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        pass

    device.request(question, on_reply, on_error)
    return await answer
