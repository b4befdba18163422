"""`python -m grader export`: from what is written already to a file for another system."""

import json
import subprocess
import sys

import pytest
from format_samples import OUR_ERROR, PARTIAL, as_json, graded_class, missing, record
from small_kit import PROJECT

from grader.bulk.results import CLASS_FILE, RESULTS_FILE, class_text, result_lines
from grader.classroom import Student
from grader.cli import main

JANE = Student("jane/../x", "Doe, Jane", ids={"canvas": "100"})
GRADEBOOK = b'Student,ID,SIS Login ID,Section,Lab (9)\n    Points Possible,,,,15.00\n"Doe, Jane",100,u,A,\n'


def export(*words, stdin=b""):
    """(exit code, standard output, standard error) of the command."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "export", *words],
        cwd=PROJECT,
        input=stdin,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.fixture
def result_file(tmp_path):
    file = tmp_path / "result.json"
    file.write_bytes(as_json(PARTIAL))
    return str(file)


@pytest.fixture
def out(tmp_path):
    """The folder of a class of two, as `grade --out` leaves it."""
    graded = graded_class(record(JANE), missing(Student("nobody", "No Body")))
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / CLASS_FILE).write_text(class_text(graded), encoding="ascii")
    (folder / RESULTS_FILE).write_text("".join(result_lines(graded)), encoding="ascii")
    return str(folder)


def test_a_result_goes_to_standard_output(result_file):
    code, written, said = export("autolab", "--from", result_file)

    assert (code, json.loads(written), said) == (0, {"scores": {"three-scouts": 2, "front-page": 4}}, "")


def test_a_result_is_read_from_standard_input_and_written_into_a_file(tmp_path):
    into = tmp_path / "junit.xml"

    assert export("junit", "--from", "-", "--into", str(into), stdin=as_json(PARTIAL)) == (0, b"", "")
    assert into.read_bytes().startswith(b"<?xml")


def test_a_downloaded_gradebook_is_filled_in_and_kept(out, tmp_path):
    sheet, into = tmp_path / "grades.csv", tmp_path / "filled.csv"
    sheet.write_bytes(GRADEBOOK)

    code, written, said = export(
        "canvas", "--from", out, "--sheet", str(sheet), "--column", "Lab", "--into", str(into)
    )

    assert (code, written) == (0, b"")
    assert into.read_bytes() == GRADEBOOK.replace(b"u,A,\n", b"u,A,12.5\n")
    assert sheet.read_bytes() == GRADEBOOK
    assert said == "1 mark written.\n"


def test_gradescope_gets_a_file_for_each_student_within_the_folder(out, tmp_path):
    into = tmp_path / "gradescope"

    code, _written, said = export("gradescope", "--from", out, "--into", str(into))

    (file,) = into.iterdir()
    assert (code, json.loads(file.read_bytes())["score"]) == (0, 12.5)
    assert "1 file written." in said
    assert "No file for 1 student" in said


@pytest.mark.parametrize("name", ["nbgrader", "classroom50-scores"])
def test_a_table_of_a_class_goes_to_standard_output(out, name):
    code, written, said = export(name, "--from", out)

    assert (code, said) == (0, "")
    assert b"Doe,Jane" in written or b"Jane,Doe" in written


def test_a_failure_of_the_kit_is_no_mark_and_exit_code_3():
    code, written, said = export("autolab", "--from", "-", stdin=as_json(OUR_ERROR))

    assert (code, written) == (3, b"")
    assert "Run the check once more." in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["bakery", "--from", "{result}"], "There is no format bakery. There are: autolab, canvas"),
        (["canvas", "--from", "{result}"], "canvas is for a class"),
        (["junit", "--from", "{out}"], "junit is for one submission"),
        (["canvas", "--from", "{out}"], "name it by --sheet FILE"),
        (["canvas", "--from", "{out}", "--sheet", "nowhere.csv"], "nowhere.csv: No such file or directory"),
        (["canvas", "--from", "{out}", "--sheet", "{result}"], "This is no gradebook of Canvas"),
        (["canvas", "--from", "{out}", "--sheet", "{result}", "--into", "{result}"], "give another name"),
        (
            ["moodle", "--from", "{out}", "--sheet", "{result}", "--exercise", "x"],
            "The class has no exercise x",
        ),
        (["gradescope", "--from", "{out}"], "name a folder by --into DIR"),
        (["junit", "--from", "nowhere.json"], "nowhere.json: No such file or directory"),
        (["nbgrader", "--from", "{empty}"], "class.json: there is no such file."),
        (["classroom50", "--from", "{result}"], "CLASSROOM, ASSIGNMENT, SUBMISSION_TAG"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value)[:60],
)
def test_what_cannot_be_written_is_said_with_the_next_step(words, told, result_file, out, tmp_path, capfd):
    (tmp_path / "empty").mkdir()
    places = {"result": result_file, "out": out, "empty": tmp_path / "empty"}

    code = main(["export", *(word.format(**places) for word in words)])

    written, said = capfd.readouterr()
    assert (code, written) == (2, "")
    assert told in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"\xff", b'"\xff"', b"[" * 100_000, b'{"schema": 1}', b"null"]
)
def test_what_is_no_result_is_refused(content, tmp_path, capfd):
    (tmp_path / "result.json").write_bytes(content)

    code = main(["export", "junit", "--from", str(tmp_path / "result.json")])

    written, said = capfd.readouterr()
    assert (code, written) == (2, "")
    assert "Write one by `check --json`." in said
