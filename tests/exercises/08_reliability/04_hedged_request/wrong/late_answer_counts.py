"""Every replica that answers writes its answer into the same place. One that you have stopped may still give an answer
while it cleans up, and then the first one is gone. The first success wins: it is final when it is there.
"""

import asyncio


async def hedged(replicas, after):
    loop = asyncio.get_running_loop()
    box = {}
    something = asyncio.Event()
    failures = []

    async def ask(replica):
        try:
            box["answer"] = await replica()
        except Exception as error:
            failures.append(error)
        something.set()

    tasks = []
    try:
        handled = 0
        while "answer" not in box and len(failures) < len(replicas):
            if len(tasks) < len(replicas):
                tasks.append(loop.create_task(ask(replicas[len(tasks)])))
            last = len(tasks) == len(replicas)
            try:
                async with asyncio.timeout(None if last else after):
                    while "answer" not in box and len(failures) == handled:
                        something.clear()
                        await something.wait()
                handled += "answer" not in box
            except TimeoutError:
                pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if "answer" in box:
        return box["answer"]
    raise failures[-1]
