"""A class in the place of the function
stopped by: process
reasons: load assertion exception
"""


class reports:
    def __init__(self, ask, stations):
        pass

    def __await__(self):
        yield from ()
        return self

    def __eq__(self, other):
        return True
