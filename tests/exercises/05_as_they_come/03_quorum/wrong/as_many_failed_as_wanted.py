"""You say no when `need` writes have failed, as if yes and no were treated alike. With three of five this
happens to be right; with two of five it is not. How many are left when two have failed?
"""

import asyncio


async def replicate(writes, need):
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for write in done:
                if write.exception() is None:
                    confirmed += 1
                else:
                    failed += 1
            if confirmed >= need:
                return True
            if failed >= need:
                return False
        return False
    finally:
        for write in pending:
            write.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
