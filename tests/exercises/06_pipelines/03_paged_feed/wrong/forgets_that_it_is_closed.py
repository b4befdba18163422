"""Your object closes the session at the end of the feed and after an error, and does not remember it. Then
comes `aclose()`, as always behind `async with aclosing(...)`, and closes it a second time. What should the
first closing write down?
"""


class Feed:
    def __init__(self, open_session):
        self.open_session = open_session
        self.session = None
        self.n = 0
        self.more = True
        self.left = []
        self.closed = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.closed:
            raise StopAsyncIteration
        if self.session is None:
            self.session = await self.open_session()
        try:
            while not self.left:
                if not self.more:
                    raise StopAsyncIteration
                page, self.more = await self.session.page(self.n)
                self.n += 1
                self.left = list(page)
            return self.left.pop(0)
        except BaseException:
            await self.session.close()
            raise

    async def aclose(self):
        if self.session and not self.closed:
            self.closed = True
            await self.session.close()


def items(open_session):
    return Feed(open_session)
