"""All questions share one future, in a variable of the module. A second question replaces it while the
first one still waits: the first reply then answers the wrong question, and somebody waits for ever. Each
question needs its own.
"""

import asyncio
from typing import Any


answer: asyncio.Future[str]


async def ask(device: Any, question: str) -> str:
    global answer
    answer = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        if not answer.done():
            answer.set_exception(error)

    device.request(question, on_reply, on_error)
    return await answer
