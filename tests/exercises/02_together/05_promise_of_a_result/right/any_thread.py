"""Through call_soon_threadsafe, as if the driver had a thread of its own: the check is made where the
future lives.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[str] = loop.create_future()

    def settle(text: str | None, error: Exception | None) -> None:
        if answer.done():
            return
        if error is None:
            answer.set_result(text)
        else:
            answer.set_exception(error)

    device.request(
        question,
        lambda text: loop.call_soon_threadsafe(settle, text, None),
        lambda error: loop.call_soon_threadsafe(settle, None, error),
    )
    return await answer
