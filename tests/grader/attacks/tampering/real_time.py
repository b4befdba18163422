"""Takes the virtual clocks away again, and sleeps as long as the stations take in real time, which is nothing.

stopped by: process
reasons: assertion
"""

import time

import freezegun.api

freezegun.api.freeze_factories.clear()
freezegun.api.ignore_lists.clear()
freezegun.api.tz_offsets.clear()
time.monotonic = freezegun.api.real_monotonic
time.perf_counter = freezegun.api.real_perf_counter


async def reports(ask, stations):
    return [await ask(station) for station in stations]
