"""The student's desk: how far each exercise is, what comes next, hints, and stubs that are brought back."""

import datetime as dt

import pytest

from grader import recording, score
from grader.desk.hints import hints_seen, one_more_hint
from grader.desk.news import remember
from grader.desk.standing import go_on_with, standings
from grader.desk.stubs import CannotReset, reset
from grader.progress import NAME, read_progress
from grader.recording import Recording
from grader.verdict import Isolation, TestVerdict

TODAY = dt.date(2026, 11, 23)
STUB = 'async def run(say):\n    """Run."""\n    raise NotImplementedError\n'
SETTINGS = 'title = "a probe"\nconcept = "none"\nhints = ["one", "two", "three"]\n'


@pytest.fixture
def desk(kit):
    """Two chapters: of two exercises and a stretch, and of one exercise."""
    for place in ("01_first/01_a", "01_first/02_b", "01_first/03_extra", "02_second/01_c"):
        kit.add("def test_it(submission):\n    pass\n", path=place, stub=STUB)
        kit.write(f"exercises/{place}.toml", SETTINGS + "stretch = true\n" * place.endswith("extra"))
        recorded = Recording(stub=tuple(STUB.split("\n")))
        kit.write(f"tests/exercises/{place}/recorded.json", recording.encode(recorded))
    return kit


@pytest.fixture
def stub(desk):
    return desk.root / "exercises/01_first/01_a.py"


def find(desk, name):
    (exercise,) = desk.catalog.find(name)
    return exercise


def solve(desk, *slugs):
    """What a check says that has seen all points of these exercises, and none of the others."""
    verdicts = [
        score.exercise_verdict(e.slug, e.chapter, [_test(is_passed=e.slug in slugs)], None)
        for e in desk.catalog.exercises
    ]
    return remember(desk.catalog, score.result(verdicts, "0", Isolation(1, ())), TODAY)


def _test(*, is_passed):
    status, points = ("passed", 1) if is_passed else ("failed", 0)
    return TestVerdict("test_it", "It.", status, points, 1, None, "", 0.0, ())


def next_of(desk):
    found = go_on_with(desk.catalog, standings(desk.catalog, read_progress(desk.root)))
    return found and found.slug


# What comes next


def test_a_stub_as_it_was_handed_out_is_not_begun(desk):
    assert set(standings(desk.catalog, read_progress(desk.root)).values()) == {"untouched"}


@pytest.mark.parametrize("content", [STUB + "# mine\n", "", b"\xff\xfe\x00", None])
def test_a_stub_that_was_changed_broken_or_deleted_is_begun(desk, stub, content):
    if content is None:
        stub.unlink()
    else:
        stub.write_bytes(content if isinstance(content, bytes) else content.encode())

    assert standings(desk.catalog, read_progress(desk.root))["a"] == "begun"


def test_other_line_ends_are_no_beginning(desk, stub):
    stub.write_bytes(STUB.replace("\n", "\r\n").encode())

    assert standings(desk.catalog, read_progress(desk.root))["a"] == "untouched"


def test_the_first_that_was_begun_comes_first(desk):
    desk.write("exercises/02_second/01_c.py", "# mine\n")

    assert next_of(desk) == "c"


def test_a_stretch_comes_when_nothing_else_is_left(desk):
    solve(desk, "a", "b", "c")

    assert next_of(desk) == "extra"


def test_where_all_is_solved_nothing_comes_next(desk):
    assert solve(desk, "a", "b", "c", "extra").next is None


def test_what_was_solved_stays_solved_when_its_file_changes(desk, stub):
    solve(desk, "a")
    stub.write_text("# something else\n")

    assert standings(desk.catalog, read_progress(desk.root))["a"] == "solved"


# News


def test_solved_for_the_first_time_is_news_once(desk):
    assert [exercise.slug for exercise in solve(desk, "a").solved] == ["a"]
    assert solve(desk, "a").solved == ()


def test_a_chapter_is_complete_without_its_stretch_and_once(desk):
    assert solve(desk, "a").chapters == ()
    assert solve(desk, "b").chapters == ("01_first",)
    assert solve(desk, "extra").chapters == ()


def test_everything_is_complete_once(desk):
    assert not solve(desk, "a", "b").is_complete
    assert solve(desk, "c").is_complete
    assert not solve(desk, "extra").is_complete


def test_nothing_solved_leaves_no_file(desk):
    solve(desk)

    assert not (desk.root / NAME).exists()


# Hints


def test_each_time_there_is_one_more_hint_until_all_were_shown(desk):
    exercise = find(desk, "a")

    shown = [one_more_hint(exercise) for _ in range(4)]

    assert [hints.seen for hints in shown] == [
        ("one",),
        ("one", "two"),
        ("one", "two", "three"),
        ("one", "two", "three"),
    ]
    assert [hints.is_new for hints in shown] == [True, True, True, False]


def test_looking_again_shows_nothing_new(desk):
    exercise = find(desk, "a")
    assert hints_seen(exercise).seen == ()
    one_more_hint(exercise)

    assert hints_seen(exercise).seen == hints_seen(exercise).seen == ("one",)


def test_more_hints_than_there_are_now_were_seen(desk):
    (desk.root / NAME).write_text("1.1 a hints 9\n")

    assert hints_seen(find(desk, "a")).seen == ("one", "two", "three")
    assert one_more_hint(find(desk, "a")).seen == ("one", "two", "three")


# Stubs that are brought back


def test_a_reset_brings_the_stub_back_and_keeps_what_was_there(desk, stub):
    stub.write_text("# mine\n")

    backup = reset(find(desk, "a"))

    assert stub.read_text() == STUB
    assert backup == stub.with_name("01_a.py.backup-1")
    assert backup.read_text() == "# mine\n"


def test_no_backup_is_ever_overwritten(desk, stub):
    for number in range(3):
        stub.write_text(f"# {number}\n")
        reset(find(desk, "a"))

    assert [stub.with_name(f"01_a.py.backup-{n}").read_text() for n in (1, 2, 3)] == [
        "# 0\n",
        "# 1\n",
        "# 2\n",
    ]


def test_a_stub_that_nobody_has_touched_needs_no_backup(desk, stub):
    assert reset(find(desk, "a")) is None
    assert [path.name for path in stub.parent.glob("*.backup-*")] == []


def test_a_backup_is_kept_byte_by_byte(desk, stub):
    stub.write_bytes(b"\xff\x00\r\n")

    assert reset(find(desk, "a")).read_bytes() == b"\xff\x00\r\n"


def test_a_deleted_stub_comes_back_without_a_backup(desk, stub):
    stub.unlink()

    assert reset(find(desk, "a")) is None
    assert stub.read_text() == STUB


def test_a_backup_is_no_exercise(desk, stub):
    before = desk.catalog
    stub.write_text("# mine\n")
    reset(find(desk, "a"))

    assert desk.catalog == before


def test_what_is_no_file_is_not_replaced(desk, stub):
    stub.unlink()
    stub.mkdir()

    with pytest.raises(CannotReset, match="Move it away"):
        reset(find(desk, "a"))


def test_a_copy_that_does_not_know_its_stubs_says_so(kit):
    kit.add("def test_it(submission):\n    pass\n")

    with pytest.raises(CannotReset, match="does not know"):
        reset(find(kit, "probe"))


def test_a_reset_forgets_nothing(desk, stub):
    solve(desk, "a")
    stub.write_text("# mine\n")
    reset(find(desk, "a"))

    assert "a" in read_progress(desk.root).solved
