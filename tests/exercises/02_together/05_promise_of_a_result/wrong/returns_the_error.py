"""You treat an error like a reply: the exception object comes back as the result, and your caller takes it
for a text. A future has two ways to be filled, and only one of them makes `await` raise.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def settle(outcome: str | Exception) -> None:
        if not answer.done():
            answer.set_result(outcome)

    device.request(question, settle, settle)
    return await answer
