"""No generator: an object with __anext__ and aclose, and what it knows in its attributes."""

import asyncio


class Feed:
    def __init__(self, open_session):
        self.open_session = open_session
        self.session = None
        self.over = False
        self.page = []
        self.next_page = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.over:
            raise StopAsyncIteration
        try:
            if self.next_page == 0:
                self.session = await self.open_session()
            while not self.page:
                if self.next_page is None:
                    raise StopAsyncIteration
                self.page, more = await self.session.page(self.next_page)
                self.next_page = self.next_page + 1 if more else None
            return self.page.pop(0)
        except (Exception, asyncio.CancelledError):
            await self.aclose()
            raise

    async def aclose(self):
        self.over = True
        session, self.session = self.session, None
        if session is not None:
            await session.close()


def items(open_session):
    return Feed(open_session)
