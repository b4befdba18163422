import csv
import hashlib
import json

import msgspec
import pytest
from class_records import (
    DINNER,
    HOSTILE,
    class_record,
    exercise,
    failed,
    graded,
    passed,
    student,
    without_verdict,
)

from grader.bulk.filenames import MOST_BYTES, file_stems
from grader.bulk.outputs import _write, write_outputs
from grader.bulk.results import NoResults, read_results
from grader.classroom import Lateness, Override, Problem

TWO = (exercise(explanations={"in-turn": "One after the other."}), exercise(DINNER, "2.2", "dinner for one"))


def two_marks(**more):
    return (graded(passed(), failed(), **more), without_verdict("missing", slug=DINNER))


def a_class(*names):
    return class_record(
        *(student(f"{place} {name}"[:60], name, marks=two_marks()) for place, name in enumerate(names)),
        exercises=TWO,
        problems=tuple(Problem(name, name) for name in names),
    )


def feedback_files(out):
    return {path.name for path in (out / "feedback").iterdir()} - {"index.json"}


def test_everything_is_written_into_a_new_folder(tmp_path):
    write_outputs(a_class("Jane"), tmp_path / "a" / "out")

    found = {path.name for path in (tmp_path / "a" / "out").iterdir()}
    assert found == {"gradebook.csv", "results.jsonl", "class.json", "feedback", "report.html"}


def test_a_class_is_read_back_as_it_was_written(tmp_path):
    late = two_marks(
        late=Lateness(None, 0.5), override=Override(3.25, "a reason"), submitted="2026-11-20T22:59:00Z"
    )
    record = class_record(*a_class(*HOSTILE.values()).students, student("z", marks=late), exercises=TWO)

    write_outputs(record, tmp_path)

    assert read_results(tmp_path) == record


def test_a_line_of_results_is_one_student_and_what_has_graded_them(tmp_path):
    record = a_class(*HOSTILE.values())

    write_outputs(record, tmp_path)

    data = (tmp_path / "results.jsonl").read_bytes()
    lines = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    assert [line["student"]["name"] for line in lines] == list(HOSTILE.values())
    assert {line["schema"] for line in lines} == {"overlap/submission/1"}
    assert lines[0]["kit"] == "1.0"
    assert lines[0]["isolation"] == {"level": 2, "layers": ["process"]}
    assert lines[0]["marks"][0]["verdict"]["tests"][1]["message"] == "took 5.0 s"
    assert all(byte == 10 or 32 <= byte < 127 for byte in data)


def test_the_gradebook_begins_with_the_mark_that_a_spreadsheet_looks_for(tmp_path):
    write_outputs(a_class("Müller"), tmp_path)

    data = (tmp_path / "gradebook.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(data.decode("utf-8-sig").splitlines())
    assert (row["name"], row["three-scouts"]) == ("Müller", "5")


def test_each_student_has_two_files_and_the_index_says_which(tmp_path):
    record = class_record(
        *(student(f"{key} {text}", text, marks=two_marks()) for key, text in HOSTILE.items()), exercises=TWO
    )

    write_outputs(record, tmp_path)

    index = json.loads((tmp_path / "feedback" / "index.json").read_bytes())
    assert feedback_files(tmp_path) == set(index["files"])
    assert len(index["files"]) == 2 * len(HOSTILE)
    assert {file["student"] for file in index["files"].values()} == {
        row.student.key for row in record.students
    }
    for name, file in index["files"].items():
        data = (tmp_path / "feedback" / name).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("key", HOSTILE.values(), ids=HOSTILE)
def test_a_key_becomes_a_name_that_every_file_system_takes(key):
    (name,) = file_stems([key]).values()

    assert 0 < len(name.encode("utf-8")) <= MOST_BYTES + 9
    assert not set(name) & set('/\\:*?"<>| \0')
    assert name.isprintable()
    assert name[0] not in ".-"
    assert not name.endswith(".")
    assert name.partition(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize("key", ["jane@example.org", "jane-doe", "Łoś.Müller", "4711", "李雷"])
def test_a_harmless_key_is_the_name(key):
    assert file_stems([key]) == {key: key}


@pytest.mark.parametrize(
    "keys",
    [
        ("Jane", "jane", "JANE"),
        ("é", "e\u0301"),
        ("straße", "STRASSE"),
        ("a/b", "a\\b", "a_b"),
        ("CON", "con.txt", "_CON"),
        ("x" * 300, "x" * 301),
        ("", " ", "student"),
    ],
    ids=ascii,
)
def test_names_that_a_file_system_takes_for_one_are_kept_apart(keys):
    names = file_stems(keys)

    assert len({name.casefold() for name in names.values()}) == len(keys)


def test_nobody_can_take_the_name_of_another():
    (stolen,) = file_stems(["a b"]).values()

    names = file_stems([stolen, "a b"])

    assert names[stolen] == stolen
    assert names["a b"] != stolen


def test_a_name_does_not_change_when_others_join_the_class():
    alone = file_stems(["a b", "jane"])

    assert file_stems(["Omar", "a b", "c d", "jane"]).items() >= alone.items()


def test_feedback_for_students_who_are_gone_is_removed(tmp_path):
    write_outputs(class_record(student("jane"), student("omar")), tmp_path)

    write_outputs(class_record(student("omar")), tmp_path)

    assert feedback_files(tmp_path) == {"omar.md", "omar.html"}


def test_what_others_wrote_or_worked_on_stays(tmp_path):
    write_outputs(class_record(student("jane"), student("omar")), tmp_path)
    (tmp_path / "feedback" / "jane.md").write_text("My own words.", encoding="utf-8")
    (tmp_path / "feedback" / "notes.txt").write_text("Not yours.", encoding="utf-8")

    write_outputs(class_record(student("omar")), tmp_path)

    assert feedback_files(tmp_path) == {"omar.md", "omar.html", "jane.md", "notes.txt"}


def test_an_index_that_names_files_elsewhere_removes_nothing(tmp_path):
    write_outputs(class_record(student("omar")), tmp_path)
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"x")
    sha256 = hashlib.sha256(b"x").hexdigest()
    files = {"../precious.txt": {"student": "x", "sha256": sha256}}
    index = {"schema": "overlap/feedback/1", "files": files}
    (tmp_path / "feedback" / "index.json").write_text(json.dumps(index), encoding="utf-8")

    write_outputs(class_record(student("omar")), tmp_path)

    assert precious.exists()


def test_a_damaged_index_removes_nothing_and_is_written_anew(tmp_path):
    write_outputs(class_record(student("jane"), student("omar")), tmp_path)
    (tmp_path / "feedback" / "index.json").write_bytes(b"\xff{")

    write_outputs(class_record(student("omar")), tmp_path)

    assert feedback_files(tmp_path) == {"omar.md", "omar.html", "jane.md", "jane.html"}
    index = json.loads((tmp_path / "feedback" / "index.json").read_bytes())
    assert set(index["files"]) == {"omar.md", "omar.html"}


def test_a_file_that_could_not_be_finished_leaves_the_old_one(tmp_path):
    def pieces():
        yield "new"
        raise OSError("the disk is full")

    _write(tmp_path / "gradebook.csv", ["old"])
    with pytest.raises(OSError, match="full"):
        _write(tmp_path / "gradebook.csv", pieces())
    assert (tmp_path / "gradebook.csv").read_bytes() == b"old"

    _write(tmp_path / "gradebook.csv", ["newer"])
    assert [path.name for path in tmp_path.iterdir()] == ["gradebook.csv"]


def test_the_same_class_is_written_as_the_same_bytes(tmp_path):
    for out in ("a", "b"):
        write_outputs(a_class("Jane", "Omar"), tmp_path / out)

    first, second = (
        {path.relative_to(tmp_path / out): path.read_bytes() for path in (tmp_path / out).rglob("*.*")}
        for out in ("a", "b")
    )
    assert first == second


def test_a_folder_without_results_says_what_to_do(tmp_path):
    with pytest.raises(NoResults, match=r"class\.json: there is no such file.*python -m grader grade"):
        read_results(tmp_path)


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (b"{", "line 2"),
        (b'{"schema": "overlap/submission/2"}', "line 2"),
        (b"\xff", "results.jsonl"),
        (b"[" * 100_000, "line 2"),
    ],
    ids=["half", "newer", "binary", "deep"],
)
def test_damaged_results_name_the_line_and_the_next_step(tmp_path, damage, where):
    write_outputs(a_class("Jane"), tmp_path)
    with (tmp_path / "results.jsonl").open("ab") as file:
        file.write(damage + b"\n")

    with pytest.raises(NoResults) as caught:
        read_results(tmp_path)

    assert where in str(caught.value)
    assert "Run the command that has graded the class again" in str(caught.value)


def test_results_of_another_set_of_exercises_are_refused(tmp_path):
    write_outputs(a_class("Jane"), tmp_path)
    head = json.loads((tmp_path / "class.json").read_bytes())
    head["exercises"].pop()
    (tmp_path / "class.json").write_bytes(msgspec.json.encode(head))

    with pytest.raises(NoResults, match="line 1 has other exercises"):
        read_results(tmp_path)
