"""Each reply overwrites the one before it. After the first one your coroutine is only marked as ready to
go on; a second reply in the same moment comes before it runs, and takes the place of the first.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    outcome: str | Exception = ""
    arrived = asyncio.Event()

    def note(value: str | Exception) -> None:
        nonlocal outcome
        outcome = value
        arrived.set()

    device.request(question, note, note)
    await arrived.wait()
    if isinstance(outcome, Exception):
        raise outcome
    return outcome
