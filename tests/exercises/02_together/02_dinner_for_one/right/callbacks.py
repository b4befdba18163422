"""Done-callbacks put the dishes on a tray; a future tells when it is complete."""

import asyncio
from collections.abc import Awaitable, Callable


async def dinner(
    boil: Callable[[], Awaitable[str]],
    chop: Callable[[], Awaitable[str]],
    serve: Callable[[str, str], Awaitable[str]],
    on_start: Callable[[list[str]], None],
) -> str:
    loop = asyncio.get_running_loop()
    tray: dict[str, str] = {}
    complete = loop.create_future()

    def ready(task: asyncio.Task[str]) -> None:
        tray[task.get_name()] = task.result()
        if len(tray) == 2:
            complete.set_result(None)

    names = ["boil", "chop"]
    tasks = [loop.create_task(dish(), name=name) for name, dish in zip(names, [boil, chop], strict=True)]
    for task in tasks:
        task.add_done_callback(ready)
    on_start(names)
    await complete
    return await serve(tray["boil"], tray["chop"])
