"""An object whose __reduce__ writes a file when it is unpickled
stopped by: process
reasons: assertion
"""


class Payload:
    def __reduce__(self):
        return (open, ("@FOLDER@/@MARK@", "w"))

    __reduce_ex__ = lambda self, protocol: self.__reduce__()

    def __getstate__(self):
        return {"payload": 1}


async def reports(ask, stations):
    return [Payload()]
