"""Replace the module by an object that has everything
stopped by: process
reasons: assertion load
"""

import sys


class Everything(dict):
    def __getattr__(self, name):
        return self

    def __contains__(self, name):
        return True

    def __eq__(self, other):
        return True


sys.modules["submission"] = sys.modules["__main__"] = Everything()
globals()[5] = "not a name"


class Name(str):
    def startswith(self, *prefix):
        return False

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("reports")


globals()[Name("other")] = 1


async def reports(ask, stations):
    return []
