"""The store: what is committed stays, what is not its own is refused, and one run at a time writes."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys

import msgspec
import pytest
from small_kit import PROJECT

from grader.bulk.kit import Kit
from grader.bulk.store import EMPTY, Entry, Kept, Store, StoreUnusable
from grader.verdict import ExerciseVerdict, Isolation

KIT, OTHER = Kit("tests", "grader", "python", "packages"), Kit("others", "grader", "python", "packages")
VERDICT = ExerciseVerdict("probe", "01_probes", "solved", 3, 3, None, ())
ENTRY = Entry("d1", msgspec.json.encode(VERDICT))
HERE = Isolation(1, ("process", "seccomp"))

# Opens the store in a folder, keeps one source, begins to keep another, says so, and waits to be killed.
HOLDER = """
import sys
from pathlib import Path
from grader.bulk.store import Store
with Store(Path(sys.argv[1])) as store:
    with store.transaction():
        store.keep(b"kept")
    with store.transaction():
        store.keep(b"not yet")
        print("open", flush=True)
        sys.stdin.read()
"""


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as store:
        yield store


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"open\n"
    yield process
    process.kill()
    process.communicate()


def sources(folder):
    with sqlite3.connect(folder / "verdicts.sqlite") as connection:
        rows = connection.execute("select source from sources").fetchall()
    connection.close()
    return {source for (source,) in rows}


def test_bytes_are_kept_under_their_digest(store):
    with store.transaction():
        digest = store.keep(b"some source")
        assert store.keep(b"some source") == digest

    assert store.source(digest) == b"some source"


def test_the_digest_of_an_empty_file_is_known(store):
    with store.transaction():
        assert store.keep(b"") == EMPTY


def test_a_verdict_comes_back_as_it_was(store):
    store.add("probe", KIT, [ENTRY], HERE, "3.13.0")

    assert store.verdict("probe", KIT, "d1") == Kept(VERDICT, HERE, "3.13.0")


def test_a_file_is_judged_for_one_exercise_one_kit_and_a_level(store):
    store.add("probe", KIT, [ENTRY], HERE, "3.13.0")

    assert store.judged("probe", KIT, 1) == {"d1"}
    assert store.judged("probe", KIT, 2) == set()
    assert store.judged("probe", OTHER, 1) == set()
    assert store.judged("other", KIT, 1) == set()


def test_our_failure_is_kept_and_wants_another_try(store):
    store.add("probe", KIT, [Entry("d1", ENTRY.verdict, "it broke")], HERE, "3.13.0")

    assert store.judged("probe", KIT, 0) == set()
    assert store.verdict("probe", KIT, "d1").problem == "it broke"


def test_a_new_verdict_takes_the_place_of_the_old_one(store):
    store.add("probe", KIT, [Entry("d1", ENTRY.verdict, "it broke")], HERE, "3.13.0")
    store.add("probe", KIT, [ENTRY], HERE, "3.13.0")

    assert store.verdict("probe", KIT, "d1").problem == ""


def test_what_another_kit_has_judged_is_known_with_its_parts(store):
    store.add("probe", OTHER, [ENTRY], HERE, "3.13.0")

    assert store.judged_otherwise("probe", KIT) == {"d1": OTHER}
    assert KIT.changes_since(OTHER) == ("the hidden tests",)


def test_what_fails_in_a_transaction_leaves_nothing(store, tmp_path):
    with contextlib.suppress(TypeError), store.transaction():
        store.keep(b"lost")
        store.keep("no bytes")

    assert sources(tmp_path) == set()


def test_what_is_committed_survives_sigkill_and_the_rest_is_gone(holder, tmp_path):
    holder.kill()
    holder.wait()

    with Store(tmp_path):
        assert sources(tmp_path) == {b"kept"}


def test_two_runs_at_once_are_refused(holder, tmp_path):
    with pytest.raises(StoreUnusable, match="Another run is grading into"), Store(tmp_path):
        pass


def test_the_lock_is_gone_with_the_process_that_held_it(holder, tmp_path):
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()

    with Store(tmp_path) as store:
        assert store.judged("probe", KIT, 0) == set()


def test_verdicts_can_be_read_while_a_run_is_going_on(store, tmp_path):
    with store.transaction():
        store.keep(b"kept")

    assert sources(tmp_path) == {b"kept"}


def damaged(folder):
    with Store(folder) as store:
        for number in range(200):
            store.add("probe", KIT, [Entry(f"d{number}", ENTRY.verdict)], HERE, "3.13.0")
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])


def of_another_program(folder):
    with sqlite3.connect(folder / "verdicts.sqlite") as connection:
        connection.execute("create table notes (text)")
    connection.close()


def no_database(folder):
    (folder / "verdicts.sqlite").write_bytes(b"Dear diary, " * 1000)


def of_a_later_version(folder):
    with Store(folder):
        pass
    with sqlite3.connect(folder / "verdicts.sqlite") as connection:
        connection.execute("pragma user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (damaged, "is damaged: .* Move it away"),
        (no_database, "is damaged: .* Move it away"),
        (of_another_program, "is no file of this grader. Choose another folder"),
        (of_a_later_version, "another version of this grader. Choose another folder"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_what_to_do(make, sentence, tmp_path):
    make(tmp_path)

    with pytest.raises(StoreUnusable, match=sentence), Store(tmp_path):
        pass


def test_a_full_disk_is_told_and_what_was_kept_stays(store):
    store.add("probe", KIT, [ENTRY], HERE, "3.13.0")
    store._connection.execute("pragma max_page_count = 10")

    with pytest.raises(StoreUnusable, match=r"disk is full. Mend that, and give the same command again"):
        store.add("probe", KIT, [Entry("d2", bytes(100_000))], HERE, "3.13.0")

    assert store.judged("probe", KIT, 1) == {"d1"}


def test_a_verdict_that_cannot_be_read_is_told_with_what_to_do(store):
    store.add("probe", KIT, [Entry("d1", b"{}")], HERE, "3.13.0")

    with pytest.raises(StoreUnusable, match=r"is damaged: .* Move it away"):
        store.verdict("probe", KIT, "d1")


def test_a_place_that_cannot_be_a_folder_is_told_with_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreUnusable, match=r"cannot be written: .*--out"), Store(tmp_path / "file" / "out"):
        pass
