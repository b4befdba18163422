"""You use what `request` returns. But the driver returns at once, before the device has measured anything;
the reply arrives later, through the callback. Somebody has to keep it, and somebody has to wait for it.
"""

from typing import Any


async def ask(device: Any, question: str) -> str:
    def on_reply(text: str) -> str:
        return text

    def on_error(error: Exception) -> None:
        raise error

    return device.request(question, on_reply, on_error)
