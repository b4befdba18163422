"""Raises an error whose traceback names lines that there are not, in a file of another name.

stopped by: process
reasons: exception
"""


def raiser(filename, line):
    source = "\n" * line + "def fail(depth):\n    return fail(depth - 1) if depth else 1 / 0\n"
    names = {}
    exec(compile(source, filename, "exec"), names)
    return names["fail"]


async def reports(ask, stations):
    return raiser("submission.py", 99_999)(60)
