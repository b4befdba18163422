"""A run over a class: what breaks, stops or comes back changes nothing for anybody else."""

import os
import select
import signal
import sqlite3
import time

import pytest
from small_class import Class, marks, points, verdicts

from grader.bulk.grade import CannotGrade

pytestmark = pytest.mark.once

WORDS = {"ann": "right", "bob": "wrong", "cy": "right", "dee": "well", "eve": "fine"}
POINTS = {"ann": 4, "bob": 0, "cy": 4, "dee": 4, "eve": 4}
MINUTE = 60_000  # ms: a guard, no test comes near it


@pytest.fixture
def a_class(kit):
    a_class = Class(kit)
    a_class.words(WORDS)
    return a_class


def wait_for(condition):
    """Look until it holds."""
    end = time.monotonic() + 50
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def stored(a_class):
    """How many verdicts are kept at this moment."""
    path = a_class.out / "verdicts.sqlite"
    if not path.exists():
        return 0
    connection = sqlite3.connect(path)
    try:
        return connection.execute("select count(*) from verdicts").fetchone()[0]
    except sqlite3.OperationalError:  # there is no table yet
        return 0
    finally:
        connection.close()


def test_each_file_gets_its_points(a_class):
    assert points(a_class.grade()) == POINTS


def test_the_same_bytes_are_judged_once(a_class):
    record = a_class.grade()

    assert sorted(a_class.log) == ["fine", "right", "well", "wrong"]
    assert marks(record)["ann"].verdict == marks(record)["cy"].verdict


def test_a_second_run_judges_nothing_and_says_the_same(a_class):
    first = a_class.grade()
    log = a_class.log

    assert a_class.grade() == first
    assert a_class.log == log


def test_what_was_handed_in_later_is_all_that_a_second_run_judges(a_class):
    a_class.grade()
    log = a_class.log
    a_class.words({"fay": "late"})

    assert points(a_class.grade()) == {**POINTS, "fay": 4}
    assert a_class.log == [*log, "late"]


def test_force_judges_all_again(a_class):
    a_class.grade()
    a_class.grade(force=True)

    assert sorted(a_class.log) == sorted(2 * ["fine", "right", "well", "wrong"])


def test_verdicts_are_the_same_bytes_with_one_job_and_with_four(kit, tmp_path):
    a_class = Class(kit)
    a_class.words(
        {f"student {number}": ("right", "wrong")[number % 2] + " " * number for number in range(40)}
    )
    one = a_class.grade(jobs=1)

    assert verdicts(a_class.grade(jobs=4, force=True)) == verdicts(one)


def test_a_process_that_dies_costs_one_verdict(a_class):
    a_class.words({"mal": "die"})
    record = a_class.grade()

    assert {**points(record), "mal": None} == {**POINTS, "mal": None}
    assert marks(record)["mal"].state == "error"
    assert "the grader failed twice: BrokenProcessPool" in marks(record)["mal"].problem
    assert a_class.log.count("die") == 2


def test_a_process_that_dies_once_costs_nothing(a_class):
    a_class.words({"mal": "stumble"})

    assert points(a_class.grade(jobs=2)) == {**POINTS, "mal": 4}


def test_a_run_of_pytest_that_ends_early_costs_one_verdict(a_class):
    a_class.words({"mal": "leave"})
    record = a_class.grade()

    assert {key: mark.points for key, mark in marks(record).items() if key != "mal"} == POINTS
    assert marks(record)["mal"].state == "error"
    assert "the grader failed twice: JudgeFailed" in marks(record)["mal"].problem


def test_our_failure_is_tried_again_by_the_next_run(a_class):
    a_class.words({"mal": "die"})
    a_class.grade()
    log = len(a_class.log)
    a_class.grade()

    assert set(a_class.log[log:]) == {"die"}


def test_our_failure_that_names_odd_characters_is_kept(a_class):
    a_class.words({"mal": "leave"})
    test = a_class.kit.root / "tests/exercises/01_probes/01_probe/test_probe.py"
    test.write_text(test.read_text().replace('"no more tests"', '"\\udc80"'))

    assert marks(a_class.grade())["mal"].state == "error"


def test_an_exercise_whose_hidden_test_cannot_be_loaded_fails_alone(a_class):
    a_class.kit.add(
        "def test_one(:\n",
        path="01_probes/02_broken",
        stub="async def go():\n    raise NotImplementedError\n",
    )
    a_class.hand_in({"ann": "async def go():\n    pass\n"}, name="02_broken.py")
    record = a_class.grade()

    assert points(record) == POINTS
    assert marks(record, "broken")["ann"].state == "error"
    assert "test_broken.py" in marks(record, "broken")["ann"].problem


def test_a_changed_hidden_test_means_that_its_exercise_alone_is_judged_again(a_class):
    stub = "async def go():\n    raise NotImplementedError\n"
    hidden = "@pytest.mark.points(1)\nasync def test_go(submission):\n    assert await submission.go() == 1\n"
    a_class.kit.add(hidden, path="01_probes/02_other", stub=stub)
    a_class.hand_in({"ann": "async def go():\n    return 2\n"}, name="02_other.py")
    assert points(a_class.grade(), "other")["ann"] == 0
    log = a_class.log
    a_class.kit.add(hidden.replace("== 1", "== 2"), path="01_probes/02_other", stub=stub)

    assert points(a_class.grade(), "other")["ann"] == 1
    assert a_class.log == log
    assert "other: 1 file again, for a change of the hidden tests." in a_class.said


def test_a_verdict_from_a_lower_level_than_is_accepted_is_not_taken(a_class): ...


def test_a_run_that_is_killed_goes_on_where_it_was(kit):
    a_class = Class(kit)
    a_class.words({f"student {number:02}": f"word {number}" for number in range(9)} | {"student 99": "gate"})
    kit.write("gate", "")
    run = a_class.start()
    wait_for(lambda: stored(a_class) >= 5 and "gate" in a_class.log)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    before = a_class.log
    (kit.root / "gate").unlink()

    record = a_class.grade()

    assert set(points(record).values()) == {4.0}
    kept = [word for word in before if before.count(word) == 1 and a_class.log.count(word) == 1]
    assert len(kept) >= 4  # of the first batch of five, one is the empty file


def processes_of_a_run_at_the_gate(a_class):
    """A run that stands still, and descriptors of its processes: the judge's, and the parent of the workers."""
    a_class.words({"mal": "gate"})
    a_class.kit.write("gate", "")
    run = a_class.start()
    wait_for(lambda: any(line.startswith("processes") for line in a_class.log))
    line = next(line for line in a_class.log if line.startswith("processes"))
    return run, [os.pidfd_open(int(number)) for number in line.split()[1:]]


def has_ended(process):
    """Wait for the end of a process that is not our child."""
    poll = select.poll()
    poll.register(process, select.POLLIN)
    ended = poll.poll(MINUTE)
    os.close(process)
    return bool(ended)


def test_no_process_outlives_a_run_that_was_killed(a_class):
    run, processes = processes_of_a_run_at_the_gate(a_class)
    run.send_signal(signal.SIGKILL)
    run.communicate()

    assert [has_ended(process) for process in processes] == [True, True]


def test_ctrl_c_stops_a_run_at_once_with_all_its_processes(a_class):
    run, processes = processes_of_a_run_at_the_gate(a_class)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=MINUTE / 1000)

    assert run.returncode == 130
    assert "Stopped. What was judged is kept" in err
    assert "Traceback" not in err
    assert [has_ended(process) for process in processes] == [True, True]


def test_what_was_judged_before_ctrl_c_is_kept(kit):
    a_class = Class(kit)
    a_class.words({f"student {number:02}": f"word {number}" for number in range(9)} | {"student 99": "gate"})
    kit.write("gate", "")
    run = a_class.start()
    wait_for(lambda: stored(a_class) >= 5 and "gate" in a_class.log)
    run.send_signal(signal.SIGINT)
    run.communicate(timeout=MINUTE / 1000)

    assert stored(a_class) >= 5


def test_nothing_below_the_accepted_level_of_isolation_is_judged(a_class):
    with pytest.raises(CannotGrade, match="level 3 is wanted"):
        a_class.grade(level=3)

    assert a_class.log == []
