"""Each host has a queue and workers of its own; all workers share a semaphore; a counter knows the end. A
page that is tried again goes to the end of its queue."""

import asyncio


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report, known, queues, crew = {}, set(), {}, []
    everybody = asyncio.Semaphore(workers)
    over = asyncio.Event()

    def learn(url):
        if url in known:
            return
        known.add(url)
        host = url.split("/")[0]
        if host not in queues:
            queues[host] = asyncio.Queue()
            crew.extend(asyncio.create_task(work(queues[host])) for _ in range(per_host))
        queues[host].put_nowait((url, 1))

    async def work(queue):
        while True:
            url, number = await queue.get()
            links = None
            async with everybody:
                try:
                    links = await asyncio.wait_for(fetch(url), timeout)
                except Exception:
                    if number < tries:
                        queue.put_nowait((url, number + 1))
                        continue
            report[url] = "failed" if links is None else "ok"
            for link in links or []:
                learn(link)
            if len(report) == len(known):
                over.set()

    if stop.is_set():
        return report
    learn(start)
    ends = [asyncio.create_task(event.wait()) for event in (stop, over)]
    try:
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        return report
    finally:
        for task in (*ends, *crew):
            task.cancel()
        await asyncio.gather(*ends, *crew, return_exceptions=True)
