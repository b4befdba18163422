"""Brings a policy and a loop of its own, whose timers are all due at once.

stopped by: process
reasons: assertion
"""

import asyncio


class Loop(type(asyncio.new_event_loop())):
    def call_later(self, delay, callback, *args, context=None):
        return self.call_soon(callback, *args, context=context)

    call_at = call_later


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return Loop()


asyncio.set_event_loop_policy(Policy())


async def reports(ask, stations):
    asyncio.get_running_loop().call_later = lambda delay, callback, *args, **more: callback(*args)
    return [await ask(station) for station in stations]
