"""Imports the judge: the package of the kit is loaded, so it knows its folder.

stopped by: landlock
reasons: assertion
"""

try:
    import grader.judge.findings

    print("BREACH: it has", grader.judge.findings.__file__)
except (ImportError, OSError) as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
