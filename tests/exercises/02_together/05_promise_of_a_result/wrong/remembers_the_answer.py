"""You remember each answer, and do not ask the device a second time. But it measures: the temperature of an hour
ago is no reply to the question of now. Each call of `ask` is a request of its own.
"""

import asyncio
from typing import Any

known: dict[str, str] = {}


async def ask(device: Any, question: str) -> str:
    if question in known:
        return known[question]
    answer = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not answer.done():
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        if not answer.done():
            answer.set_exception(error)

    device.request(question, on_reply, on_error)
    known[question] = await answer
    return known[question]
