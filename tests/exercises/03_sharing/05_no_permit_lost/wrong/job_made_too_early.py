"""You call `job()` before you have the permit. That only makes a coroutine object, but when the caller is
cancelled while it waits, nobody ever awaits this object: "coroutine was never awaited". Make it where you
await it."""


async def with_permit(permits, job):
    work = job()
    async with permits:
        return await work
