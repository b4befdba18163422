"""You keep the futures of all callers in one dict, by their question. When the same question is asked again,
the second future takes the place of the first: one caller gets an answer that was not for it, or none. What
else could a callback use to find its own future?
"""

import asyncio
from typing import Any

waiting: dict[str, asyncio.Future[str]] = {}


async def ask(device: Any, question: str) -> str:
    waiting[question] = own = asyncio.get_running_loop().create_future()

    def on_reply(text: str) -> None:
        if not waiting[question].done():
            waiting[question].set_result(text)

    def on_error(error: Exception) -> None:
        if not waiting[question].done():
            waiting[question].set_exception(error)

    device.request(question, on_reply, on_error)
    return await own
