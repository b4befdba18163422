"""The author's proof names what is not fair about an exercise."""

import json

import pytest
from small_kit import dedented

pytestmark = pytest.mark.once

TESTS = '''
@pytest.mark.points(4)
async def test_time(submission, world):
    """Two calls take 2 s."""
    call = world.service("call", seconds=2, answer=7)
    assert await submission.both(call) == [7, 7]
    assert world.elapsed == 2.0

@pytest.mark.points(6)
async def test_values(submission, world):
    """Both answers come back."""
    numbers = world.random.sample(range(100), 2)
    call = world.service("call", seconds=1, answer=lambda place: numbers[place])
    assert await submission.both(call) == numbers
'''
STUB = '''
async def both(call):
    """Call twice at once."""
    raise NotImplementedError
'''
SOLUTION = """
import asyncio

async def both(call):
    return await asyncio.gather(call(0), call(1))
"""
WRONG = {
    "one_by_one": '''
        """One call after the other."""
        async def both(call):
            return [await call(0), await call(1)]
    ''',
    "the_first_twice": '''
        """The first answer counts twice."""
        async def both(call):
            return [await call(0)] * 2
    ''',
    "returns_nothing": '''
        """It forgets its answers."""
        import asyncio

        async def both(call):
            await asyncio.gather(call(0), call(1))
    ''',
    "turned_around": '''
        """The answers come back in the wrong order."""
        import asyncio

        async def both(call):
            second, first = await asyncio.gather(call(0), call(1))
            return [first, second, None]
    ''',
}
FEW = {name: WRONG[name] for name in ("one_by_one", "returns_nothing")}  # too few, and quicker
RIGHT = {
    "tasks": """
        import asyncio

        async def both(call):
            tasks = [asyncio.create_task(call(place)) for place in (0, 1)]
            return [await task for task in tasks]
    """,
    "group": """
        import asyncio

        async def both(call):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(call(place)) for place in (0, 1)]
            return [task.result() for task in tasks]
    """,
}


def exercise(kit, **changes):
    """A fair exercise, but for the changes."""
    kit.write("exercises/01_probes/README.md", "# Probes\n")
    parts = {"tests": TESTS, "stub": STUB, "solution": SOLUTION, "right": RIGHT, "wrong": WRONG}
    return kit.add(**(parts | changes))


def problems(kit, **options):
    """What the proof of the only exercise names."""
    (proof,) = kit.verify(**options)
    return list(proof.problems)


def without_recording(found):
    return [problem for problem in found if "out of date" not in problem]


def test_a_fair_exercise_is_proved_once_it_is_recorded(kit):
    (proof,) = exercise(kit).verify(record=True)

    assert (proof.problems, proof.right, proof.wrong) == ((), 3, 4)


def test_a_recorded_exercise_is_proved_again(kit):
    exercise(kit).verify(record=True)

    assert problems(kit) == []


def test_recording_twice_writes_the_same_bytes(kit):
    recorded = exercise(kit).catalog.exercises[0].recorded
    kit.verify(record=True)
    first = recorded.read_bytes()

    kit.verify(record=True)

    assert recorded.read_bytes() == first


def test_without_a_recording_the_proof_asks_for_one(kit):
    assert problems(exercise(kit)) == [
        "tests/exercises/01_probes/01_probe/recorded.json is out of date; write it anew: nox -s verify -- --record"
    ]


def test_a_proof_that_does_not_record_writes_nothing(kit):
    exercise(kit).verify()

    assert not kit.catalog.exercises[0].recorded.exists()


def test_an_unfair_exercise_is_not_recorded(kit):
    exercise(kit, stub=SOLUTION, wrong=FEW).verify(record=True)

    assert not kit.catalog.exercises[0].recorded.exists()


@pytest.mark.parametrize(
    ("what", "content"),
    [
        ("exercises/01_probes/01_probe.py", STUB.replace("both(call)", "both(call, more=None)")),
        ("exercises/01_probes/01_probe.py", f"# Another word.\n{STUB}"),
        (
            "tests/exercises/01_probes/01_probe/wrong/one_by_one.py",
            WRONG["one_by_one"].replace("One call", "A call"),
        ),
        (
            "solutions/01_probes/01_probe.py",
            SOLUTION.replace("call(0), call(1)", "call(0), call(1), call(2)") + "[:2]",
        ),
    ],
    ids=["the stub's signature", "the stub's text", "an explanation", "what the solution does"],
)
def test_a_recording_of_what_is_no_longer_so_is_named(kit, what, content):
    tests = TESTS.replace("numbers[place]", "numbers[place % 2]")
    exercise(kit, tests=tests).verify(record=True)

    kit.write(what, content)

    assert "tests/exercises/01_probes/01_probe/recorded.json is out of date" in "".join(problems(kit))


def test_a_recording_in_which_a_wrong_solution_is_not_recognised_is_named(kit):
    exercise(kit).verify(record=True)
    recorded = kit.catalog.exercises[0].recorded
    content = json.loads(recorded.read_bytes())
    content["misconceptions"]["one-by-one"]["fingerprint"][0]["seconds"] = 5.0
    recorded.write_text(json.dumps(content), encoding="utf-8")

    (problem,) = problems(kit)

    assert problem.startswith(
        "tests/exercises/01_probes/01_probe/wrong/one_by_one.py is taken for no known misconception."
    )


def test_a_wrong_solution_that_loses_no_points_is_named(kit):
    found = problems(exercise(kit, wrong=FEW | {"not_wrong": f'"""All well."""\n{dedented(SOLUTION)}'}))

    assert "tests/exercises/01_probes/01_probe/wrong/not_wrong.py loses no point" in found


def test_a_right_solution_that_loses_points_is_named_with_what_it_fails(kit):
    found = without_recording(problems(exercise(kit, right=RIGHT | {"sequential": WRONG["one_by_one"]})))

    assert found == [
        "tests/exercises/01_probes/01_probe/right/sequential.py fails test_time: took 4.0 s, expected 2.0 s"
    ]


def test_a_solution_that_loses_points_is_named(kit):
    found = problems(exercise(kit, solution=WRONG["one_by_one"], wrong=FEW))

    assert "solutions/01_probes/01_probe.py fails test_time: took 4.0 s, expected 2.0 s" in found


def test_a_stub_that_earns_is_named(kit):
    found = problems(exercise(kit, stub=WRONG["one_by_one"], wrong=FEW))

    assert "the stub passes test_values" in found


def test_a_stub_that_does_not_say_that_it_is_to_be_written_is_named(kit):
    found = problems(exercise(kit, stub="async def both(call):\n    return None\n", wrong=FEW))

    assert "the stub does not say that it is still to be written: let it raise NotImplementedError" in found


def test_two_wrong_solutions_that_nothing_tells_apart_are_named(kit):
    found = problems(exercise(kit, wrong=FEW | {"in_turn": WRONG["one_by_one"]}))

    assert "nothing tells in-turn from one-by-one" in found


def test_a_test_that_no_wrong_solution_fails_is_named(kit):
    extra = "\n@pytest.mark.points(0)\nasync def test_extra(submission):\n    pass\n"

    found = problems(exercise(kit, tests=TESTS + extra, wrong=FEW))

    assert "no wrong solution fails test_extra, and it is not marked as a baseline" in found


def test_a_test_that_says_that_it_is_a_baseline_is_not_named(kit):
    extra = "\n@pytest.mark.baseline\n@pytest.mark.points(0)\nasync def test_extra(submission):\n    pass\n"

    assert without_recording(problems(exercise(kit, tests=TESTS + extra))) == []


def test_a_baseline_that_a_wrong_solution_fails_is_named(kit):
    tests = TESTS.replace("@pytest.mark.points(4)", "@pytest.mark.baseline\n@pytest.mark.points(4)")

    assert "test_time is marked as a baseline, and a wrong solution fails it" in problems(
        exercise(kit, tests=tests)
    )


def test_too_few_wrong_solutions_are_named(kit):
    assert "tests/exercises/01_probes/01_probe/wrong wants at least four wrong solutions" in problems(
        exercise(kit, wrong=FEW)
    )


def test_too_few_right_solutions_are_named(kit):
    assert "tests/exercises/01_probes/01_probe/right wants at least two other correct solutions" in problems(
        exercise(kit, right={"tasks": RIGHT["tasks"]}, wrong=FEW)
    )


def test_a_wrong_solution_without_a_docstring_is_named(kit):
    silent = WRONG["one_by_one"].replace('"""One call after the other."""', "")

    assert (
        "tests/exercises/01_probes/01_probe/wrong/one_by_one.py has no docstring to tell a student"
        in problems(exercise(kit, wrong=FEW | {"one_by_one": silent}))
    )


@pytest.mark.parametrize(
    "path",
    ["exercises/01_probes/01_probe.py", "exercises/01_probes/README.md", "solutions/01_probes/01_probe.py"],
)
def test_a_missing_file_is_named(kit, path):
    exercise(kit)
    (kit.root / path).unlink()

    assert f"{path} is missing" in problems(kit)


@pytest.mark.parametrize(
    "path", ["exercises/01_probes/01_probe.py", "tests/exercises/01_probes/01_probe/wrong/one_by_one.py"]
)
def test_a_file_that_python_cannot_read_is_named(kit, path):
    exercise(kit).write(path, "async def both(call:\n")

    assert problems(kit)


def test_a_wrong_solution_that_is_wrong_by_chance_is_named(kit):
    chance = '''
        """It guesses by what it is told."""
        import asyncio

        async def both(call):
            first, second = await asyncio.gather(call(0), call(1))
            return [first, second] if (first * 31 + second) % 2 else [second, first]
    '''
    # The drawn values come from the source: with this comment it is wrong in the first run, right in the second.
    found = problems(exercise(kit, wrong=FEW | {"guesses": f"{dedented(chance)}# 2\n"}))

    assert (
        "tests/exercises/01_probes/01_probe/wrong/guesses.py fails other tests when other values are drawn"
        in found
    )


def test_a_hidden_test_that_is_broken_is_named(kit):
    tests = TESTS.replace("@pytest.mark.points(4)\n", "")

    assert "test_time: the test has no @pytest.mark.points" in problems(exercise(kit, tests=tests, wrong=FEW))


def test_a_recorded_misconception_is_named_by_a_check(kit):
    exercise(kit).verify(record=True)

    verdict = kit.check_file(
        "async def both(call):\n    first = await call(0)\n    return [first, await call(1)]\n"
    )

    assert verdict.misconception == "one-by-one"


def test_a_check_says_what_to_tell_and_what_was_expected(kit):
    exercise(kit).verify(record=True)

    done = kit.check()

    assert done.explanations["probe", "one-by-one"] == "One call after the other."
    assert done.expected["probe", "test_time"].virtual_seconds == 2.0
