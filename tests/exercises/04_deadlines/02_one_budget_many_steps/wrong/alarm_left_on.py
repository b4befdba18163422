"""Your alarm cancels the task that runs `load_page`, and nobody switches it off when the page is ready early.
The caller goes on with other work, and is cancelled in the middle of it: its page came long ago.
"""

import asyncio


async def load_page(sections, budget):
    me = asyncio.current_task()
    late = False

    def ring():
        nonlocal late
        late = True
        me.cancel()

    asyncio.get_running_loop().call_later(budget, ring)
    texts = []
    try:
        for section in sections:
            texts.append(await section())
    except asyncio.CancelledError:
        if not late or me.uncancel():
            raise
    return texts
