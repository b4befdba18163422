"""You sleep for two seconds and hope that the device has answered by then. Quick answers wait for nothing,
and a slow one would not be there yet. Wait for the answer, not for the clock.
"""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    outcomes: list[str | Exception] = []
    device.request(question, outcomes.append, outcomes.append)
    await asyncio.sleep(2)
    if isinstance(outcomes[0], Exception):
        raise outcomes[0]
    return outcomes[0]
