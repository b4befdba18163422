"""You send the next write when the one before has ended. The times add up, and one slow computer holds up all
those behind it. Start all of them before you wait for any of them.
"""

import asyncio


async def replicate(writes, need):
    confirmed = failed = 0
    for write in writes:
        try:
            await write()
            confirmed += 1
        except Exception:
            failed += 1
        if confirmed == need:
            return True
        if failed > len(writes) - need:
            return False
