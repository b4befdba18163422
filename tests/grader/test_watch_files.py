"""Which files were saved, and which keys were pressed."""

import contextlib
import os
import queue
import threading

import pytest

from grader.watch.decisions import GONE, Broken, Saved
from grader.watch.files import SETTLE, Files, Watcher, digest
from grader.watch.keys import keys_in

GUARD = 45  # seconds


@pytest.fixture
def file(tmp_path):
    (tmp_path / "stub.py").write_text("one")
    return tmp_path / "stub.py"


@pytest.fixture
def files(file):
    return Files({"stub": file})


def replace(file, content):
    """Save as most editors do."""
    file.with_suffix(".new").write_text(content)
    file.with_suffix(".new").replace(file)


# Looking


def test_a_file_that_nobody_touched_has_not_changed(files):
    assert files.changed(0) == []


def test_each_way_to_save_is_seen(file, files):
    file.write_text("two")
    assert files.changed(0) == [Saved("stub", digest(file))]

    replace(file, "six")
    assert files.changed(1) == [Saved("stub", digest(file))]
    assert files.changed(2) == []


def test_many_saves_between_two_looks_are_one(file, files):
    for number in range(5):
        replace(file, f"state {number}")

    assert files.changed(0) == [Saved("stub", digest(file))]


def test_a_file_that_is_gone_for_a_moment_is_not_gone(file, files):
    file.unlink()
    assert files.changed(0) == []
    file.write_text("two")

    assert files.changed(SETTLE / 2) == [Saved("stub", digest(file))]


@pytest.mark.parametrize("now", [SETTLE, SETTLE * 10])
def test_a_file_that_stays_away_is_gone(file, files, now):
    file.unlink()

    assert files.changed(0) == []
    assert files.changed(now) == [Saved("stub", GONE)]
    assert files.changed(now + 1) == []


def test_a_file_that_is_empty_for_a_moment_is_being_written(file, files):
    file.write_text("")
    assert files.changed(0) == []
    file.write_text("two")

    assert files.changed(0.01) == [Saved("stub", digest(file))]


def test_a_file_that_stays_empty_is_empty(file, files):
    file.write_text("")

    assert files.changed(0) == []
    assert files.changed(SETTLE) == [Saved("stub", digest(file))]
    assert digest(file) != GONE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_no_file_is_as_good_as_gone(file):
    file.unlink()
    os.mkfifo(file)

    assert digest(file) == GONE


# Watching


@pytest.mark.parametrize("poll", [False, True], ids=["events", "polling"])
def test_saves_are_told_one_after_the_other(file, poll):
    told = queue.SimpleQueue()

    with Watcher(file.parent, {"stub": file}, told.put, poll=poll):
        for content in ("two", "three", "four"):
            replace(file, content)
            assert told.get(timeout=GUARD) == Saved("stub", digest(file))


def test_it_ends_with_its_block(file):
    before = threading.active_count()

    with Watcher(file.parent, {"stub": file}, print, poll=False):
        pass

    assert threading.active_count() == before


def test_where_no_events_are_to_be_had_it_looks_now_and_then(file, tmp_path):
    told = queue.SimpleQueue()

    with Watcher(tmp_path / "nowhere", {"stub": file}, told.put, poll=False):
        replace(file, "two")

        assert told.get(timeout=GUARD) == Saved("stub", digest(file))


def test_an_error_in_its_thread_is_told(file):
    told = queue.SimpleQueue()

    def fail_once(event):
        told.put(event)
        if isinstance(event, Saved):
            raise ZeroDivisionError

    with contextlib.suppress(ZeroDivisionError), Watcher(file.parent, {"stub": file}, fail_once, poll=True):
        replace(file, "two")
        told.get(timeout=GUARD)

        assert isinstance(told.get(timeout=GUARD), Broken)


# Keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("n", ["n"]),
        ("nh", ["n", "h"]),
        ("é", ["é"]),
        ("\x1b[A", []),
        ("\x1b[1;5Cq", ["q"]),
        ("\x1bOq", []),
        ("\x1bq", []),
        ("h\x1b[24~n", ["h", "n"]),
        ("\x1b]11;rgb:0/0/0\x07n", ["n"]),
    ],
)
def test_only_characters_are_keys(text, keys):
    assert keys_in(text) == (keys, "")


@pytest.mark.parametrize("text", ["\x1b", "\x1b[", "\x1b[1;", "\x1bO"])
def test_a_sequence_may_come_in_pieces(text):
    assert keys_in("n" + text) == (["n"], text)
