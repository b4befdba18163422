"""You compare the class of the error with the classes in `retry_on`. A ConnectionResetError is an OSError, and
still not of the class OSError itself. `except`, or `isinstance`, looks at the family.
"""

import asyncio


async def retry(op, *, attempts, base, cap, jitter, retry_on):
    for n in range(attempts):
        try:
            return await op()
        except Exception as error:
            if type(error) not in retry_on or n == attempts - 1:
                raise
        await asyncio.sleep(jitter(min(cap, base * 2**n)))
