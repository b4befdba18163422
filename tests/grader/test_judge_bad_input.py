"""Files that cannot be graded: a sentence that names the file, the line and what to do, and no points."""

import codecs
import re

import pytest
from small_kit import said

GOOD = "async def run(say):\n    say('done')\n"


def refused(report):
    """The sentence for a file that cannot be used."""
    verdict = report.verdict
    assert (verdict.status, verdict.points, verdict.reason) == ("failed", 0, "load"), verdict
    assert "Traceback" not in verdict.message
    return verdict.message


# What Python cannot read


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("async def run(say)\n    pass\n", 1),
        ("\n\nasync def run(say):\npass\n", 4),
        ("async def run(say):\n\tif say:\n        pass\n", 3),
        ("def run(say):\n    await say()\n", 2),
        ("async def run(say):\n    say('C:\\Users')\n", 2),
        ("async def run(say):\n    say((1, 2)\n", 2),
        ("async def run(say):\n    yield 1\n    return 2\n", 3),
        ("x = '''\n", 1),
    ],
)
def test_a_syntax_error_is_told_with_its_line(run, source, line):
    message = refused(run(source.encode()))

    assert message.startswith(f"probe.py, line {line}: Python cannot read it: ")
    assert message.endswith(". Mend that line, or the one before it.")


@pytest.mark.parametrize(
    "source",
    [
        b"# caf\xe9\n" + GOOD.encode(),
        b"# -*- coding: nosuch -*-\n" + GOOD.encode(),
        codecs.BOM_UTF8 + b"# -*- coding: latin-1 -*-\n" + GOOD.encode(),
        b"# -*- coding: ascii -*-\n# caf\xc3\xa9\n" + GOOD.encode(),
    ],
    ids=["latin-1", "an unknown cookie", "BOM and cookie disagree", "not as the cookie says"],
)
def test_a_wrong_encoding_is_told(run, source):
    message = refused(run(source))

    assert message.startswith("probe.py")
    assert "no text in the encoding that it should have" in message
    assert message.endswith("Save it in UTF-8.")


@pytest.mark.parametrize(
    "source",
    [
        GOOD.encode("utf-16"),
        GOOD.encode("utf-32"),
        b"\x00" * 100,
        b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)),
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
        GOOD.encode() + b"\x00",
    ],
    ids=["UTF-16", "UTF-32", "nulls", "a program", "an archive", "a null at the end"],
)
def test_what_is_no_text_is_told(run, source):
    message = refused(run(source))

    assert message.startswith("probe.py")
    assert "UTF-8" in message


@pytest.mark.parametrize(
    "source",
    [
        codecs.BOM_UTF8 + GOOD.encode(),
        b"# -*- coding: latin-1 -*-\n# caf\xe9\n" + GOOD.encode(),
        b"# -*- coding: utf-7 -*-\n" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        GOOD.removesuffix("\n").encode(),
        "# ✗ 完成\n".encode() + GOOD.encode(),
    ],
    ids=["BOM", "latin-1 with a cookie", "UTF-7 with a cookie", "CRLF", "CR", "no end of line", "UTF-8"],
)
def test_every_text_that_python_reads_is_a_submission(run, source):
    report = run(source)

    assert (said(report), report.verdict.status) == (["done"], "passed")


# What cannot be imported


def test_a_missing_module_is_told_with_its_line(run):
    message = refused(run("import asyncio\nimport nosuch.thing\n"))

    assert message == (
        "probe.py, line 2: No module named 'nosuch'. "
        "Do without that import: only the standard library and this one file are there."
    )


@pytest.mark.parametrize(
    ("source", "line", "raised"),
    [
        ("from asyncio import nosuch\n", 1, "ImportError: cannot import name 'nosuch' from 'asyncio'"),
        ("\n1 / 0\n", 2, "ZeroDivisionError: division by zero"),
        ("def f():\n    raise ValueError\n\nf()\n", 2, "ValueError"),
        ("async def run(say: Nosuch):\n    pass\n", 1, "NameError: name 'Nosuch' is not defined"),
        ("raise KeyboardInterrupt\n", 1, "KeyboardInterrupt"),
        ("raise GeneratorExit\n", 1, "GeneratorExit"),
        (
            "import asyncio\nasyncio.run(asyncio.sleep(1))\n",
            2,
            "RuntimeError: asyncio.run() cannot be called",
        ),
        ("def f():\n    f()\n\nf()\n", 2, "RecursionError: maximum recursion depth exceeded"),
    ],
)
def test_an_error_at_import_is_told_with_its_line(run, source, line, raised):
    message = refused(run(source.encode()))

    assert message.startswith(f"probe.py, line {line}: importing the file raised {raised}")
    assert message.endswith("Mend that first: the whole file runs before it is tested.")


@pytest.mark.parametrize("ending", ["import sys; sys.exit()", "exit(0)", "quit()", "raise SystemExit('bye')"])
def test_a_file_that_ends_the_program_at_import_is_told_where_to_put_that(run, ending):
    message = refused(run(f"{GOOD}\n{ending}\n"))

    assert message.startswith("probe.py, line 4: the file ends the program when it is imported.")
    assert 'if __name__ == "__main__":' in message


def test_a_process_that_ends_itself_at_import_is_a_crash(run):
    verdict = run(f"import os\n{GOOD}\nos._exit(0)\n").verdict

    assert (verdict.status, verdict.points, verdict.reason) == ("failed", 0, "crash")
    assert verdict.message.startswith("its process ended with exit code 0")


def test_a_file_that_never_ends_at_import_is_a_hang(run):
    verdict = run("while True:\n    pass\n").verdict

    assert (verdict.status, verdict.points, verdict.reason) == ("failed", 0, "hang")


def test_a_file_that_sleeps_at_import_takes_no_real_time(run):
    report = run(f"import time\ntime.sleep(1e5)\n{GOOD}")

    assert said(report) == ["done"]
    assert report.verdict.virtual_seconds == 1e5


# What does not define what was asked for


@pytest.mark.parametrize("source", ["", "\n\n", "# only a comment\n", '"""Only a docstring."""\n'])
def test_a_file_without_anything_is_told_what_to_write(run, source):
    assert refused(run(source)) == (
        "probe.py does not define `run`: write `async def run(say)`. It defines nothing."
    )


def test_a_missing_function_is_told_and_what_is_there_instead(run):
    message = refused(run("async def Run(say):\n    pass\n\ndef helper():\n    pass\n"))

    assert message == (
        "probe.py does not define `run`: write `async def run(say)`. It defines `Run`, `helper`."
    )


def test_an_async_generator_in_the_place_of_an_async_function_is_told(run):
    assert refused(run("async def run(say):\n    yield 1\n")) == (
        "`run` in probe.py has a `yield`, so that nobody can await it: write `async def run(say)` with `return`."
    )


def test_a_class_that_can_be_called_and_awaited_is_as_good_as_an_async_function(run):
    report = run(
        """
        class run:
            def __init__(self, say):
                self.say = say

            def __await__(self):
                self.say("here")
                return iter(())
        """
    )

    assert report.verdict.status == "passed"


@pytest.mark.parametrize("source", ["run = 5\n", "run = None\n"])
def test_what_is_no_function_is_told(run, source):
    assert refused(run(source)) == "`run` in probe.py must be `async def run(say)`."


@pytest.mark.parametrize(
    ("body", "returned"),
    [("pass", "None"), ("return 5", "a value of type int"), ("return [say]", "a value of type list")],
)
def test_a_plain_function_in_the_place_of_an_async_one_is_told(run, body, returned):
    assert refused(run(f"def run(say):\n    {body}\n")) == (
        "`run` in probe.py must be `async def run(say)`: "
        f"it returned {returned} at once, and nothing that can be awaited."
    )


@pytest.mark.parametrize(
    "source",
    [
        "async def work(say):\n    say('done')\n\ndef run(say):\n    return work(say)\n",
        "async def work(say):\n    say('done')\n\nrun = lambda say: work(say)\n",
        "import functools\n\nasync def work(x, say):\n    say('done')\n\nrun = functools.partial(work, 1)\n",
        "import asyncio\n\ndef run(say):\n    return asyncio.ensure_future(asyncio.sleep(0, say('done')))\n",
        "class run:\n    pass\n\nclass Run:\n    async def __call__(self, say):\n        say('done')\n\nrun = Run()\n",
    ],
    ids=["def", "lambda", "partial", "future", "object"],
)
def test_anything_that_returns_something_to_await_is_as_good_as_an_async_function(run, source):
    report = run(source)

    assert (said(report), report.verdict.status) == (["done"], "passed"), report.verdict.message


def test_an_async_function_in_the_place_of_a_plain_one_is_told(run_plain):
    assert refused(run_plain("async def run(say):\n    pass\n")) == (
        "`run` in probe.py must be a plain function: `def run(say)`, without `async`."
    )


def test_wrong_parameters_are_told(run):
    verdict = run("async def run():\n    pass\n").verdict

    assert (verdict.reason, verdict.points) == ("exception", 0)
    assert re.search(r"TypeError: run\(\) takes 0 positional arguments but 1 was given", verdict.message)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("async def run(say):\n    raise NotImplementedError\n", "not-implemented"),
        ("async def run(say):\n    raise NotImplementedError('later')\n", "not-implemented"),
        ("async def run(say):\n    raise ValueError('no')\n", "exception"),
    ],
)
def test_a_stub_is_told_apart_from_an_error(run, source, reason):
    assert run(source).verdict.reason == reason


# What is no file


@pytest.fixture
def two(kit):
    """A kit with two exercises of one point each; the second one is solved."""
    test = (
        "@pytest.mark.points(1)\nasync def test_run(submission):\n    assert await submission.run(1) == 1\n"
    )
    kit.add(test)
    return kit.add(test, path="01_probes/02_other", stub="async def run(say):\n    return 1\n")


def big(path):
    path.write_bytes(b"#" * 600_000)


def folder(path):
    path.unlink()
    path.mkdir()


def loop_of_links(path):
    path.unlink()
    path.symlink_to(path)


def pipe(path):
    import os

    path.unlink()
    os.mkfifo(path)


def null_bytes(path):
    path.write_bytes(b"\x00\x01")


def deleted(path):
    path.unlink()


SPOILS = {
    big: "is larger than 512 kB",
    folder: "is not a file",
    loop_of_links: "cannot be read: Too many levels of symbolic links",
    pipe: "is not a file",
    null_bytes: "Save it as text in UTF-8",
    deleted: "is not there",
}


@pytest.mark.parametrize(("spoil", "sentence"), SPOILS.items(), ids=[spoil.__name__ for spoil in SPOILS])
def test_a_stub_that_cannot_be_read_earns_nothing_and_the_others_are_graded(two, spoil, sentence):
    spoil(two.root / "exercises/01_probes/01_probe.py")

    spoiled, other = two.check().result.exercises

    assert (spoiled.status, spoiled.points, spoiled.max_points) == ("unsolved", 0, 1)
    assert spoiled.tests[0].reason == "load"
    assert "exercises/01_probes/01_probe.py" in spoiled.tests[0].message
    assert sentence in spoiled.tests[0].message
    assert (other.status, other.points) == ("solved", 1)
