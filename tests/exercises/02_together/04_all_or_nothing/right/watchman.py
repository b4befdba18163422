"""A watchman waits for an alarm and then cancels the deploys; the group is of a class of its own."""

import asyncio


class DeployFailed(ExceptionGroup):
    pass


async def deploy_all(deploy, hosts):
    alarm = asyncio.Event()
    errors = []

    async def one(host):
        try:
            return await deploy(host)
        except Exception as error:
            errors.append(error)
            alarm.set()

    tasks = [asyncio.create_task(one(host)) for host in hosts]

    async def watch():
        await alarm.wait()
        for task in tasks:
            task.cancel()

    watchman = asyncio.create_task(watch())
    try:
        ids = await asyncio.gather(*tasks, return_exceptions=True)
    finally:
        # Cancelled, `gather` has cancelled all tasks; they still have to end.
        watchman.cancel()
        await asyncio.gather(watchman, *tasks, return_exceptions=True)
    if errors:
        raise DeployFailed("not deployed", errors)
    return ids
