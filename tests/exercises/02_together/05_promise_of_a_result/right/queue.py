"""A queue takes whatever comes; only the first entry is ever read."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any


async def ask(device: Any, question: str) -> str:
    answers: asyncio.Queue[Callable[[], str]] = asyncio.Queue()

    def fail(error: Exception) -> str:
        raise error

    device.request(
        question,
        on_reply=lambda text: answers.put_nowait(lambda: text),
        on_error=lambda error: answers.put_nowait(partial(fail, error)),
    )
    answer = await answers.get()
    return answer()
