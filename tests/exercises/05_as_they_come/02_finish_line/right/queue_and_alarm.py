"""A queue of arrivals; the alarm that closes the board is one more message in it."""

import asyncio


async def board(runners, show, limit):
    messages = asyncio.Queue()

    async def run(runner):
        try:
            messages.put_nowait(("in", *await runner))
        except OSError:
            messages.put_nowait(("out",))

    alarm = asyncio.get_running_loop().call_later(limit, messages.put_nowait, ("closed",))
    tasks = [asyncio.create_task(run(runner)) for runner in runners]
    names = []
    try:
        for _ in tasks:
            match await messages.get():
                case "in", name, time:
                    names.append(name)
                    show(len(names), name, time)
                case ("closed",):
                    break
    finally:
        alarm.cancel()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
