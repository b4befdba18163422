"""A task group; failures come through a queue, and the winner ends the group with a signal of its own."""

import asyncio


class Answered(Exception):
    pass


async def hedged(replicas, after):
    failures = asyncio.Queue()
    answers = []
    errors = []

    async def ask(replica):
        try:
            answers.append(await replica())
        except Exception as error:
            errors.append(error)
            failures.put_nowait(error)
        else:
            raise Answered

    try:
        async with asyncio.TaskGroup() as group:
            for replica in replicas:
                group.create_task(ask(replica))
                try:
                    await asyncio.wait_for(failures.get(), after)
                except TimeoutError:
                    continue
    except* Answered:
        pass
    if answers:
        return answers[0]
    raise errors[-1]
