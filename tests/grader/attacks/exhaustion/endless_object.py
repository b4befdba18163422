"""An object that is as long as one likes, and never ends
stopped by: process
reasons: assertion
"""


class Endless:
    def __len__(self):
        return 2**62

    def __iter__(self):
        return self

    def __next__(self):
        return "rain"

    def __getitem__(self, index):
        return "rain"

    def __contains__(self, thing):
        return True


async def reports(ask, stations):
    return Endless()
