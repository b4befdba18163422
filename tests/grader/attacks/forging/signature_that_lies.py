"""A function whose signature, code and module have been rewritten
stopped by: process
reasons: assertion
"""

import inspect


async def reports(*args, **kwargs):
    return []


reports.__signature__ = inspect.Signature()
reports.__module__ = "test_three_scouts"
reports.__name__ = "test_passed"
reports.__wrapped__ = reports
