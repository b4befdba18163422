"""Every replica puts its outcome into a queue; one loop takes them out, with a limit on the wait."""

import asyncio


async def hedged(replicas, after):
    results = asyncio.Queue()
    tasks = []

    async def run(r):
        try:
            v = await r()
        except Exception as e:
            await results.put((False, e))
        else:
            await results.put((True, v))

    failed = 0
    try:
        tasks.append(asyncio.create_task(run(replicas[0])))
        while True:
            try:
                if len(tasks) < len(replicas):
                    ok, v = await asyncio.wait_for(results.get(), after)
                else:
                    ok, v = await results.get()
            except TimeoutError:
                tasks.append(asyncio.create_task(run(replicas[len(tasks)])))
                continue
            if ok:
                return v
            failed += 1
            if failed == len(replicas):
                raise v
            if len(tasks) < len(replicas):
                tasks.append(asyncio.create_task(run(replicas[len(tasks)])))
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
