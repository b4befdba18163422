"""A task on a loop that runs for ever, until the task's own callback stops it."""

import asyncio
from collections.abc import Awaitable, Callable


def serve(brew: Callable[[str], Awaitable[str]], drink: str) -> str:
    loop = asyncio.new_event_loop()
    try:
        task = loop.create_task(brew(drink))
        task.add_done_callback(lambda _: loop.stop())
        loop.run_forever()
        return task.result()
    finally:
        loop.close()
