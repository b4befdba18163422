"""A class whose objects are single look-ups; a threading.Event tells the thread."""

import threading


class LookUp:
    def __init__(self, loop, price, code):
        self.loop, self.price, self.code = loop, price, code
        self.ended = threading.Event()
        self.task = self.value = self.error = None

    def start(self):
        self.task = self.loop.create_task(self.run())

    async def run(self):
        try:
            self.value = await self.price(self.code)
        except Exception as error:
            self.error = error
        self.ended.set()

    def cancel(self):
        self.task.cancel()


def make_callback(loop, price, limit):
    def callback(code):
        look_up = LookUp(loop, price, code)
        loop.call_soon_threadsafe(look_up.start)
        if not look_up.ended.wait(limit):
            loop.call_soon_threadsafe(look_up.cancel)
            raise TimeoutError(f"no price for {code} within {limit} s")
        if look_up.error is not None:
            raise look_up.error
        return look_up.value

    return callback
