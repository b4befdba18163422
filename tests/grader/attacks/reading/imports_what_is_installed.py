"""Imports pytest, which is installed beside the kit. Whatever is installed there may know a solution.

stopped by: landlock
reasons: assertion
"""

try:
    import pytest

    print("BREACH: it has", pytest.__file__)
except (ImportError, OSError) as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
