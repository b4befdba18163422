"""One hidden test and one submission of `run(...)`: what the words of the world are tried with."""

from __future__ import annotations

from typing import Any

from small_kit import Kit, dedented

from grader.judge.plugin import Report

CORE = """
import asyncio, concurrent.futures, contextvars, threading, time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
"""
STUB = 'def run(*args):\n    """Run."""\n    raise NotImplementedError\n'


def tried(kit: Kit, test: str, submission: str) -> Report:
    """What comes of a hidden test (the body of an async function, or a whole function) and a submission, whose
    usual imports are made."""
    body = dedented(test)
    if "def test_" not in body:
        lines = [f"    {line}" if line else "" for line in body.splitlines()]
        body = "\n".join(["async def test_it(submission, world):", '    """It runs."""', *lines]) + "\n"
    kit.add(f"import asyncio\n\n@pytest.mark.points(1)\n{body}", stub=_stub(submission))
    (report,) = kit.judge(CORE + dedented(submission))
    return report


def passed(report: Report) -> Any:
    """The message of a verdict that has not passed; else True."""
    return report.verdict.status == "passed" or report.verdict.message


def _stub(submission: str) -> str:
    return STUB.replace("def", "async def") if "async def run(" in submission else STUB
