"""Looks for threads that were there before the rules were put on: they would not be bound.

stopped by: process
needs: linux
reasons: assertion
"""

import sys
import threading

if len(sys._current_frames()) > 1 or threading.active_count() > 1:
    print("BREACH: threads:", sys._current_frames())


async def reports(ask, stations):
    return None
