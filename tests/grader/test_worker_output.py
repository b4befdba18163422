"""What a submission prints is kept with its time, up to a limit, and never reaches the judge's own output."""

import pytest
from small_kit import said

LIMIT = 64 * 1024


def printed(report):
    return "".join(text for _, text in report.records.printed)


def test_what_is_printed_is_kept_with_its_virtual_time(run):
    report = run(
        """
        import asyncio, sys

        async def run(say):
            print("one")
            await asyncio.sleep(2)
            print("two", file=sys.stderr)
        """
    )

    assert report.records.printed == [(0.0, "one\n"), (2.0, "two\n")]


def test_a_line_without_an_end_is_kept_too(run):
    report = run("async def run(say):\n    print('no end', end='')\n")

    assert printed(report) == "no end"


def test_what_is_printed_at_import_is_kept(run):
    report = run("print('hello')\n\nasync def run(say):\n    pass\n")

    assert report.records.printed == [(0.0, "hello\n")]


@pytest.mark.parametrize(
    ("printing", "length"),
    [
        ("print('x' * 10**7, end='')", 10**7),
        ("for _ in range(20_000): print('twenty characters..')", 20_000 * 20),
        ("import sys; sys.stdout.writelines(['x' * 1000 + '\\n'] * 1000)", 1_001_000),
    ],
)
def test_output_is_capped_and_the_rest_is_counted(run, printing, length):
    report = run(f"async def run(say):\n    {printing}\n    say('done')\n")

    assert said(report) == ["done"]
    assert (len(printed(report)), report.records.dropped_output) == (LIMIT, length - LIMIT)
    assert report.verdict.status == "passed"


def test_a_flood_of_printing_costs_that_test_only(kit):
    kit.add(
        """
        @pytest.mark.points(1)
        async def test_flood(submission):
            await submission.run(10**9)

        @pytest.mark.points(1)
        async def test_trickle(submission):
            await submission.run(10)
        """
    )

    flood, trickle = kit.judge("async def run(times):\n    for _ in range(times):\n        print('flood')\n")

    assert (flood.verdict.status, flood.verdict.reason) == ("failed", "hang")
    assert LIMIT - len("flood\n") <= len(printed(flood)) <= LIMIT
    assert trickle.verdict.status == "passed"


def test_what_is_written_past_python_goes_nowhere(run, capfd):
    report = run(
        """
        import os, sys

        async def run(say):
            os.write(1, b"one")
            os.write(2, b"two")
            sys.__stdout__.write("three")
            sys.__stdout__.flush()
            say("done")
        """
    )

    assert said(report) == ["done"]
    assert capfd.readouterr() == ("", "")


def test_printing_any_text_is_safe(run):
    report = run("async def run(say):\n    print('\\x1b[2J', '\\ud800', '\\u202e', '\\0')\n")

    assert printed(report) == "\x1b[2J \\ud800 \u202e \0\n"


def test_printing_in_a_thread_is_kept(run):
    report = run("import asyncio\n\nasync def run(say):\n    await asyncio.to_thread(print, 'threaded')\n")

    assert printed(report) == "threaded\n"


def test_logging_is_kept(run):
    report = run("import logging\n\nasync def run(say):\n    logging.warning('careful')\n")

    assert printed(report) == "WARNING:root:careful\n"


def test_writing_what_is_no_text_is_an_error_of_the_submission(run):
    report = run("import sys\n\nasync def run(say):\n    sys.stdout.write(b'bytes')\n")

    assert report.verdict.reason == "exception"
    assert (
        "TypeError: write() argument must be str, not bytes (probe.py, line 4, in run)"
        in report.verdict.message
    )
