"""You look every 0.1 s whether an answer is there. You notice it up to 0.1 s late, and the loop wakes you
many times for nothing. There is an object that wakes you at the very moment when somebody fills it.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    outcomes: list[str | Exception] = []
    device.request(question, outcomes.append, outcomes.append)
    while not outcomes:
        await asyncio.sleep(0.1)
    if isinstance(outcomes[0], Exception):
        raise outcomes[0]
    return outcomes[0]
