"""When a code is being looked up already, a second scanner gets the result of the first one's look-up. A cache would do
that, but here each call looks up its own code, anew: between two scans a price can change.
"""

import asyncio
import concurrent.futures
import threading


def make_callback(loop, price, limit):
    under_way = {}
    lock = threading.Lock()

    def callback(code):
        with lock:
            look_up = under_way.get(code)
            if look_up is None:
                look_up = under_way[code] = asyncio.run_coroutine_threadsafe(price(code), loop)
        try:
            done, _ = concurrent.futures.wait([look_up], timeout=limit)
            if not done:
                look_up.cancel()
                raise TimeoutError
            return look_up.result()
        finally:
            with lock:
                if under_way.get(code) is look_up:
                    del under_way[code]

    return callback
