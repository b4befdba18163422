"""What is remembered of a student's work: a text file that people, tools and merges may touch."""

import datetime as dt
import os
import subprocess

import pytest

from grader.catalog import load_catalog
from grader.progress import (
    HEADING,
    MAX_SIZE,
    NAME,
    NotRemembered,
    Progress,
    parse,
    read_progress,
    render,
    write_progress,
)

MONDAY, TUESDAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)
FILE = f"""{HEADING}
1.1   cold-start  solved 2026-11-23
2.1   three-scouts  hints 2
2.1   three-scouts  solved 2026-11-24
10.2  last-one  hints 1
"""


@pytest.fixture
def exercises(kit):
    for place in ("02_together/01_three_scouts", "10_end/02_last_one", "01_first/01_cold_start"):
        kit.add("def test_it(submission):\n    pass\n", path=place)
    return {exercise.slug: exercise for exercise in kit.catalog.exercises}


@pytest.fixture
def progress(exercises):
    return (
        Progress()
        .with_hints(exercises["last-one"], 1)
        .with_solved(exercises["three-scouts"], TUESDAY)
        .with_hints(exercises["three-scouts"], 2)
        .with_solved(exercises["cold-start"], MONDAY)
    )


def write(folder, text):
    (folder / NAME).write_bytes(text.encode("utf-8", "surrogateescape"))


def test_the_file_is_a_line_a_fact_in_the_order_of_the_curriculum(progress):
    assert render(progress) == FILE


def test_what_was_written_is_read_again(tmp_path, progress):
    write_progress(tmp_path, progress)

    assert read_progress(tmp_path) == progress


def test_no_file_is_no_progress(tmp_path):
    assert read_progress(tmp_path) == Progress()


def test_the_first_day_and_the_highest_number_of_hints_stay(exercises, progress):
    scouts = exercises["three-scouts"]

    assert progress.with_solved(scouts, dt.date(2027, 1, 1)).with_hints(scouts, 1) == progress


def test_two_copies_are_merged_by_putting_their_lines_together(progress, exercises):
    other = Progress().with_hints(exercises["three-scouts"], 3).with_solved(exercises["last-one"], MONDAY)

    one_way, other_way = parse(render(progress) + render(other)), parse(render(other) + render(progress))

    assert one_way == other_way
    assert one_way.hints == {"three-scouts": 3, "last-one": 1}
    assert set(one_way.solved) == {"cold-start", "three-scouts", "last-one"}


def test_a_merge_by_git_needs_nobody(tmp_path, progress, exercises):
    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    def commit():
        git("add", ".")
        git("commit", "--quiet", "--message=work")

    git("init", "--quiet", "--initial-branch=main")
    (tmp_path / ".gitattributes").write_text("progress.txt merge=union\n")
    write_progress(tmp_path, Progress().with_solved(exercises["cold-start"], MONDAY))
    commit()
    git("switch", "--quiet", "--create=laptop")
    write_progress(tmp_path, Progress().with_solved(exercises["three-scouts"], MONDAY))
    commit()
    git("switch", "--quiet", "main")
    write_progress(tmp_path, Progress().with_hints(exercises["three-scouts"], 1))
    commit()
    git("merge", "--quiet", "laptop")

    merged = read_progress(tmp_path)

    assert set(merged.solved) == {"cold-start", "three-scouts"}
    assert merged.hints == {"three-scouts": 1}


def test_of_a_conflict_both_sides_count(tmp_path):
    write(
        tmp_path,
        f"{HEADING}\n<<<<<<< HEAD\n2.1 three-scouts hints 2\n||||||| base\n2.1 three-scouts hints 1\n=======\n"
        "2.1 three-scouts solved 2026-11-24\n>>>>>>> laptop\n",
    )

    read = read_progress(tmp_path)

    assert (read.hints, read.solved, read.other) == ({"three-scouts": 2}, {"three-scouts": TUESDAY}, ())


@pytest.mark.parametrize(
    "line",
    [
        "# my own note",
        "2.1 three-scouts stars 5",
        "2.1 three-scouts solved 2026-02-31",
        "2.1 three-scouts solved yesterday",
        "2.1 three-scouts hints -1",
        "two.one three-scouts hints 1",
        "2.1 three-scouts",
        "9" * 5000 + ".1 three-scouts hints 1",
        "\u0662.1 three-scouts hints 1",
        "\x00\x1b[2J\u2028\x85 end",
        "\udcff\udcfe",
    ],
)
def test_a_line_that_is_not_understood_is_kept(tmp_path, progress, line):
    write(tmp_path, f"{line}\n")

    write_progress(tmp_path, progress)
    write_progress(tmp_path, progress)

    read = read_progress(tmp_path)
    assert read.other == (line,)
    assert read.solved == progress.solved


@pytest.mark.parametrize("changed", [FILE.replace("\n", "\r\n"), "\ufeff" + FILE, FILE.replace("  ", "\t")])
def test_what_editors_do_to_a_file_changes_no_fact(tmp_path, progress, changed):
    write(tmp_path, changed)

    assert read_progress(tmp_path) == progress


def test_exercises_that_this_copy_does_not_have_are_kept(tmp_path, progress):
    write(tmp_path, "7.3 elsewhere solved 2026-11-23\n")

    write_progress(tmp_path, progress)

    assert "\n7.3   elsewhere  solved 2026-11-23\n10.2  last-one" in (tmp_path / NAME).read_text()


def test_nothing_new_writes_nothing(tmp_path, progress):
    write(tmp_path, FILE.replace("\n", "\r\n"))
    before = (tmp_path / NAME).read_bytes()

    write_progress(tmp_path, progress)
    write_progress(tmp_path, Progress())

    assert (tmp_path / NAME).read_bytes() == before


def test_what_another_process_has_written_meanwhile_stays(tmp_path, exercises, progress):
    write_progress(tmp_path, Progress().with_hints(exercises["cold-start"], 3))

    write_progress(tmp_path, progress)

    assert read_progress(tmp_path).hints["cold-start"] == 3


def test_only_the_file_itself_is_left_behind(tmp_path, progress):
    write_progress(tmp_path / ".", progress)

    assert [path.name for path in tmp_path.iterdir() if path.name.endswith((".txt", ".new"))] == [NAME]


def test_a_link_to_a_synced_folder_stays_one(tmp_path, progress):
    synced = tmp_path / "cloud"
    synced.mkdir()
    (tmp_path / NAME).symlink_to(synced / "mine.txt")

    write_progress(tmp_path, progress)

    assert (tmp_path / NAME).is_symlink()
    assert (synced / "mine.txt").read_text() == FILE


def _folder(place):
    place.mkdir()


def _pipe(place):
    os.mkfifo(place)


def _too_large(place):
    place.write_bytes(b"x" * (MAX_SIZE + 1))


def _loop(place):
    place.symlink_to(place)


@pytest.mark.parametrize("put", [_folder, _pipe, _too_large, _loop])
def test_what_cannot_be_read_is_said_and_left_alone(tmp_path, progress, put):
    put(tmp_path / NAME)

    with pytest.raises(NotRemembered, match="no mark depends on it"):
        write_progress(tmp_path, progress)

    assert len(list(tmp_path.glob("progress*"))) == 1


def test_the_real_curriculum_fits():
    progress = Progress()
    for exercise in load_catalog().exercises:
        progress = progress.with_solved(exercise, MONDAY).with_hints(exercise, 3)

    assert parse(render(progress)) == progress
