"""What is wrong with a hidden test is our failure, and what lies beside a submission counts for nothing."""

from pathlib import Path

import pytest

from grader.judge.session import JudgeFailed

GOOD = "async def run(say):\n    return 1\n"


def verdict_of(kit, test, source=GOOD):
    """The verdict of the only hidden test."""
    (report,) = kit.add(test).judge(source)
    return report.verdict


# Our failures


@pytest.mark.parametrize(
    "test",
    [
        "@pytest.mark.skip(reason='later')\n@pytest.mark.points(1)\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    pytest.skip('later')",
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    pytest.importorskip('nosuch')",
        "@pytest.mark.xfail\n@pytest.mark.points(1)\nasync def test_it(submission):\n    assert 0",
        "@pytest.mark.xfail\n@pytest.mark.points(1)\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    pytest.xfail('no')",
        "async def test_it(submission):\n    pass",
        "@pytest.mark.points\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points(-1)\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points(1.5)\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points('1')\nasync def test_it(submission):\n    pass",
        "@pytest.mark.points(1)\nasync def test_it(submission, nosuch):\n    pass",
    ],
    ids=[
        "skip mark", "skip", "importorskip", "xfail mark", "xpass", "xfail", "no points", "points without a number",
        "points below 0", "half a point", "points in words", "no such fixture",
    ],
)  # fmt: skip
def test_a_hidden_test_that_does_not_pass_as_a_test_should_is_an_error(kit, test):
    verdict = verdict_of(kit, test)

    assert (verdict.status, verdict.points, verdict.reason) == ("error", 0, None), verdict.message


def test_a_hidden_test_that_passes_without_points_says_so(kit):
    verdict = verdict_of(kit, "async def test_it(submission):\n    pass")

    assert verdict.message == "the test has no @pytest.mark.points"


@pytest.mark.parametrize(
    "test", ["def test_it(:\n", "import nosuch\n", "1 / 0\n", "def test_it(submission):\n  \tpass\n x"]
)
def test_hidden_tests_that_cannot_be_collected_stop_the_judge(kit, test):
    with pytest.raises(JudgeFailed, match=r"(?s)a hidden test cannot be loaded:\n.*test_probe\.py"):
        kit.add(test).judge(GOOD)


def test_an_exercise_without_a_test_function_has_no_report(kit):
    assert kit.add("x = 1").judge(GOOD) == []


def test_an_exercise_without_a_test_function_is_an_error(kit):
    (exercise,) = kit.add("x = 1").check().result.exercises

    assert (exercise.status, exercise.max_points) == ("error", 0)


def test_an_error_costs_the_whole_exercise_its_status_and_the_result_its_exit_code(kit):
    from grader.score import exit_code

    kit.add(
        "@pytest.mark.points(1)\nasync def test_one(submission):\n    pass\n\nasync def test_two():\n    pass\n"
    )

    result = kit.check().result

    assert result.exercises[0].status == "error"
    assert exit_code(result) == 3


def test_a_hidden_test_that_calls_nothing_is_not_fair(kit):
    kit.add("@pytest.mark.points(1)\nasync def test_it(submission):\n    pass", solution=GOOD)

    (proof,) = kit.verify()

    assert "the stub passes test_it" in proof.problems


def test_a_hidden_test_without_the_submission_starts_no_process(kit):
    verdict = verdict_of(
        kit, "@pytest.mark.points(1)\nasync def test_it():\n    pass", "import os; os._exit(1)"
    )

    assert (verdict.status, verdict.points) == ("passed", 1)


def test_pytest_exit_stops_the_judge(kit):
    test = "@pytest.mark.points(1)\nasync def test_it(submission):\n    pytest.exit('enough')"
    with pytest.raises(JudgeFailed):
        kit.add(test).judge(GOOD)


def test_ctrl_c_goes_through_the_judge(kit):
    test = "@pytest.mark.points(1)\nasync def test_it(submission):\n    raise KeyboardInterrupt"
    with pytest.raises(KeyboardInterrupt):
        kit.add(test).judge(GOOD)


# The student's failures


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("assert await submission.run(1) == 2", "got 1, expected 2"),
        ("assert await submission.run(1) is None", "got 1, expected None"),
        ("assert await submission.run(1) > 1", "got 1, which is not > 1"),
        ("assert await submission.run(1) in (2, 3)", "got 1, which is not in (2, 3)"),
        ("assert (await submission.run(1)) is False, ''", "it did something else than was asked"),
        ("assert await submission.run(1) == 2, 'one is not two'", "one is not two"),
        ("await submission.run(1)\n    assert world.elapsed == 3.0", "took 0.0 s, expected 3.0 s"),
        ("await submission.run(1)\n    pytest.fail('no')", "no"),
        (
            "with pytest.raises(ValueError):\n        await submission.run(1)",
            "nothing was raised; expected: ValueError",
        ),
        (
            "(await submission.run(1)).append(2)",
            "what came back could not be used: AttributeError: 'int' object has no attribute 'append'",
        ),
        (
            "first, second = await submission.run(1)",
            "what came back could not be used: TypeError: cannot unpack non-iterable int object",
        ),
    ],
)
def test_a_claim_that_does_not_hold_is_told_in_words(kit, body, message):
    verdict = verdict_of(kit, f"@pytest.mark.points(1)\nasync def test_it(submission, world):\n    {body}\n")

    assert (verdict.status, verdict.reason) == ("failed", "assertion"), verdict.message
    assert verdict.message.startswith(message)


def test_an_error_of_another_kind_than_expected_is_the_submission_s(kit):
    verdict = verdict_of(
        kit,
        "@pytest.mark.points(1)\nasync def test_it(submission):\n"
        "    with pytest.raises(ValueError):\n        await submission.run(1)\n",
        "async def run(say):\n    raise KeyError('tea')\n",
    )

    assert verdict.message == "it raised KeyError: 'tea' (probe.py, line 2, in run)"


def test_an_error_with_another_text_than_expected_is_told_without_the_hidden_one(kit):
    verdict = verdict_of(
        kit,
        "@pytest.mark.points(1)\nasync def test_it(submission):\n"
        "    with pytest.raises(ValueError, match='secret'):\n        await submission.run(1)\n",
        "async def run(say):\n    raise ValueError('tea')\n",
    )

    assert verdict.message == "the error's text is not the one that was expected"


def test_an_assertion_of_the_submission_s_own_is_an_exception(kit):
    verdict = verdict_of(
        kit,
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    await submission.run(1)\n",
        "async def run(say):\n    assert say == 2, 'not two'\n",
    )

    assert (verdict.reason, verdict.message) == (
        "exception",
        "it raised AssertionError: not two (probe.py, line 2, in run)",
    )


def test_the_same_words_come_out_in_every_run(kit):
    kit.add(
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    assert await submission.run(1) == 2\n"
    )
    source = "class Thing:\n    pass\n\nasync def run(say):\n    return [Thing(), object(), {'a', 'b', 'c'}, run]\n"

    messages = {report.verdict.message for report in kit.judge(source, source, source)}

    assert len(messages) == 1
    assert " at 0x" not in messages.pop()


def test_a_long_value_is_cut(kit):
    verdict = verdict_of(
        kit,
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    assert await submission.run(1) == 2\n",
        "async def run(say):\n    return 'x' * 10_000\n",
    )

    assert len(verdict.message) < 1000


@pytest.mark.parametrize(
    "test",
    [
        """
        @pytest.fixture
        def broken():
            raise ValueError

        @pytest.mark.points(1)
        async def test_it(submission, broken):
            pass
        """,
        """
        @pytest.fixture
        def broken():
            yield
            raise ValueError

        @pytest.mark.points(1)
        async def test_it(submission, broken):
            pass
        """,
        "@pytest.mark.points(1)\nasync def test_it(submission, world):\n    world.asyncio('Nosuch')",
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    nosuch",
    ],
    ids=["a fixture", "a fixture's end", "no such asyncio object", "a misspelled name"],
)
def test_a_hidden_test_that_stumbles_over_itself_earns_nothing_and_is_not_fair(kit, test):
    kit.add(test, solution=GOOD)

    (proof,) = kit.verify()

    assert any("solutions/01_probes/01_probe.py fails test_it" in problem for problem in proof.problems)


# The test itself


def test_the_title_is_the_first_paragraph_of_the_docstring(kit):
    test = '''
@pytest.mark.points(1)
async def test_it(submission):
    """Three stations of 2, 3 and 1 s
    report after 3 s.

    This is for authors.
    """
'''
    assert verdict_of(kit, test).title == "Three stations of 2, 3 and 1 s report after 3 s."


def test_a_test_without_docstring_has_its_name_as_title(kit):
    assert (
        verdict_of(kit, "@pytest.mark.points(1)\nasync def test_it(submission):\n    pass\n").title
        == "test_it"
    )


def test_a_parametrized_test_is_several_tests(kit):
    kit.add(
        "@pytest.mark.points(1)\n@pytest.mark.parametrize('x', [1, 2])\n"
        "async def test_it(submission, x):\n    assert await submission.run(1) == x\n"
    )

    verdicts = [report.verdict for report in kit.judge(GOOD)]

    assert [(verdict.name, verdict.points) for verdict in verdicts] == [("test_it[1]", 1), ("test_it[2]", 0)]


def test_values_are_drawn_by_the_submission_and_the_test(kit):
    kit.add(
        "@pytest.mark.points(1)\nasync def test_one(world):\n    world.callback('drawn')(world.random.random())\n"
        "\n@pytest.mark.points(1)\nasync def test_two(world):\n    world.callback('drawn')(world.random.random())\n"
    )

    one, two, *again = [report.verdict.timeline for report in kit.judge(GOOD, GOOD)]
    other, _ = [report.verdict.timeline for report in kit.judge(f"{GOOD}# changed\n")]

    assert [one, two] == again
    assert one != two
    assert one != other


# What lies beside it

TRAPS = {
    "conftest.py": "raise SystemExit('conftest.py was read')",
    "pytest.ini": "[pytest]\naddopts = --nosuch-option\npython_functions = nothing",
    "pyproject.toml": "[tool.pytest]\naddopts = ['--nosuch-option']",
    "tox.ini": "[pytest]\naddopts = --nosuch-option",
    "sitecustomize.py": "raise SystemExit('sitecustomize.py was read')",
    "usercustomize.py": "raise SystemExit('usercustomize.py was read')",
    "asyncio.py": "raise SystemExit('asyncio.py was read')",
    "pytest.py": "raise SystemExit('pytest.py was read')",
    "msgspec.py": "raise SystemExit('msgspec.py was read')",
    "argparse.py": "raise SystemExit('argparse.py was read')",
}


@pytest.mark.parametrize(
    "folder", ["", "handed_in", "exercises/01_probes", "tests", "tests/exercises/01_probes/01_probe"]
)
def test_settings_and_modules_beside_a_submission_have_no_effect(kit, monkeypatch, folder):
    kit.add(
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    assert await submission.run(1) == 1\n"
    )
    for name, content in TRAPS.items():
        kit.write(Path(folder, name).as_posix(), content)  # not "/conftest.py", where folder is ""
    monkeypatch.chdir(kit.root / folder)

    verdict = kit.check_file(
        "import asyncio\n\nasync def run(say):\n    await asyncio.sleep(1)\n    return 1\n"
    )

    assert (verdict.status, verdict.points) == ("solved", 1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PYTEST_ADDOPTS", "--nosuch-option"),
        ("PYTEST_ADDOPTS", "-k nothing"),
        ("PYTEST_PLUGINS", "nosuch_plugin"),
        ("PYTHONASYNCIODEBUG", "1"),
        ("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1"),
    ],
)
def test_variables_of_the_shell_have_no_effect(kit, monkeypatch, name, value):
    import os

    kit.add(
        "@pytest.mark.points(1)\nasync def test_it(submission):\n    assert await submission.run(1) == 1\n"
    )
    monkeypatch.setenv(name, value)

    (report,) = kit.judge(GOOD)

    assert report.verdict.points == 1
    assert os.environ[name] == value


def test_a_gather_that_was_cancelled_and_is_not_looked_at_is_no_leftover(kit):
    hidden = """
    import asyncio

    @pytest.mark.points(1)
    async def test_run(submission, world):
        '''It can be cancelled.'''
        task = asyncio.create_task(submission.run(world.service("ask", seconds=5)))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    """
    source = """
    import asyncio

    async def run(ask):
        return await asyncio.wait_for(asyncio.gather(ask(), return_exceptions=True), 3)
    """

    assert kit.add(hidden).judge(source)[0].verdict.status == "passed"
