"""You ask `if reply:` to find out whether a reply came. An empty text is false, but it is a reply.
"Nothing came" and "something empty came" are different things, and a truth test cannot tell them apart.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    reply: str | None = None
    error: Exception | None = None
    arrived = asyncio.Event()

    def on_reply(text: str) -> None:
        nonlocal reply
        if not arrived.is_set():
            reply = text
            arrived.set()

    def on_error(reason: Exception) -> None:
        nonlocal error
        if not arrived.is_set():
            error = reason
            arrived.set()

    device.request(question, on_reply, on_error)
    await arrived.wait()
    if reply:
        return reply
    raise error
