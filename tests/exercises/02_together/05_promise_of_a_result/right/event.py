"""An Event and a list: the first outcome stays, later ones are not added."""

import asyncio
from typing import Any


async def ask(device: Any, question: str) -> str:
    outcomes: list[str | Exception] = []
    arrived = asyncio.Event()

    def note(outcome: str | Exception) -> None:
        if not outcomes:
            outcomes.append(outcome)
            arrived.set()

    device.request(question, note, note)
    await arrived.wait()
    if isinstance(outcomes[0], Exception):
        raise outcomes[0]
    return outcomes[0]
