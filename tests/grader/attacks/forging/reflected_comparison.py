"""An object in a true list, whose reflected comparison is always true
stopped by: process
reasons: assertion
"""


class Lies(str):
    def __eq__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __ne__ = __eq__
    __hash__ = str.__hash__


class Any:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


async def reports(ask, stations):
    return [Any(), Lies("rain"), Any()]
