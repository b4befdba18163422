"""Your flag remembers that a reply came, so a second reply is ignored. But nobody tells the flag when you
are cancelled: the future is cancelled then, and the late call tries to fill it. The future itself knows
whether it is done.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    answered = False

    def on_reply(text: str) -> None:
        nonlocal answered
        if not answered:
            answered = True
            answer.set_result(text)

    def on_error(error: Exception) -> None:
        nonlocal answered
        if not answered:
            answered = True
            answer.set_exception(error)

    device.request(question, on_reply, on_error)
    return await answer
