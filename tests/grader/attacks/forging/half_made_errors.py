"""Builtin errors with arguments that their own text cannot be made of
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    error = UnicodeDecodeError("utf-8", b"rain", 0, 1, "rain")
    error.args = (1,)
    raise ExceptionGroup(
        "rain", [error, SyntaxError("rain", (None, -5, "x", {}, [], ())), ImportError(), OSError(None, 5, [])]
    )
