"""When you are cancelled while you wait in `gather`, it passes the cancellation on to all tasks. They are
cancelled a second time, in the middle of their clean-up. What waits without passing anything on?
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    return [end for end in ends if isinstance(end, Exception)]
