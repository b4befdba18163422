"""A future can be filled once. When the driver replies a second time, or after you gave up, `set_result`
raises an InvalidStateError in the middle of the driver. Before you fill it, you have to know in which
state it is.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    device.request(question, answer.set_result, answer.set_exception)
    return await answer
