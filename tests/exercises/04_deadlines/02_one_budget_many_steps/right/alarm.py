"""A timer that cancels the section under way, and says so in a flag that ends the loop."""

import asyncio


class Page:
    def __init__(self):
        self.texts = []
        self.over = False
        self.current = None

    def cut(self):
        self.over = True
        if self.current is not None:
            self.current.cancel()

    async def load(self, sections):
        for section in sections:
            if self.over:
                break
            self.current = asyncio.ensure_future(section())
            try:
                self.texts.append(await self.current)
            except asyncio.CancelledError:
                if asyncio.current_task().cancelling():
                    raise
                break
        return self.texts


async def load_page(sections, budget):
    page = Page()
    alarm = asyncio.get_running_loop().call_later(budget, page.cut)
    try:
        return await page.load(sections)
    finally:
        alarm.cancel()
