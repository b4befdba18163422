"""A file belongs to an exercise by its path, then by its name, then by what it defines; what is in doubt is said."""

import pytest
from deliveries import DINNER, SCOUTS, SCOUTS_STUB, Delivery, kit_of_three, zipped

OTHER = SCOUTS + "# another one\n"


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    return kit_of_three(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def jane(tmp_path, exercises):
    """Read what Jane hands in, beside somebody who does it by the book."""
    delivery = Delivery(tmp_path / "submissions", exercises)

    def read(files):
        return delivery.read(
            delivery.write(
                {f"jane/{name}": content for name, content in files.items()} | {"omar/x.py": SCOUTS}
            )
        )

    return read


@pytest.mark.parametrize(
    "name",
    [
        "exercises/02_together/01_three_scouts.py",
        "01_three_scouts.py",
        "three_scouts.py",
        "three-scouts.py",
        "Three Scouts.PY",
        "three_scouts-1.py",
        "01_three_scouts (1).py",
        "three_scouts copy.py",
        "Copy of three_scouts.py",
        "three_scouts - Kopie (2).py",
        "hw3_three_scouts_final.py",
        "main.py",
    ],
)
def test_it_is_found_under_any_name(jane, name):
    reading = jane({name: SCOUTS})

    assert reading.source("jane") == SCOUTS
    assert reading.problems == ""


@pytest.mark.parametrize(
    "source",
    [
        "def reports(ask): ...\n",
        "class reports: ...\n",
        "async def reports(ask):\r\n    return (\r\n",
        "x = '''\\d'''\nasync   def reports(a): ...\n\0",
    ],
    ids=["def", "class", "syntax error", "null byte"],
)
def test_what_a_file_defines_is_seen_without_parsing_it(jane, source):
    assert jane({"main.py": source}).matrix()["jane"] == ["three-scouts"]


@pytest.mark.parametrize(
    "source",
    ["    def reports(): ...\n", "# def reports\n", "async def reports_of_day(): ...\n", "class Page: ...\n"],
    ids=["inner", "comment", "longer name", "one of two names"],
)
def test_what_defines_something_else_matches_nothing_and_is_listed(jane, source):
    reading = jane({"main.py": source})

    assert reading.matrix()["jane"] == []
    assert "jane/main.py matches no exercise" in reading.problems


def test_an_exercise_with_several_names_needs_all_of_them(jane):
    assert jane({"main.py": "class Page: ...\ndef fetch(): ...\n"}).matrix()["jane"] == ["front-page"]


def test_one_file_for_several_exercises_is_listed(jane):
    reading = jane({"all.py": SCOUTS + DINNER})

    assert reading.matrix()["jane"] == []
    assert "jane/all.py defines what three-scouts, dinner-for-one ask for" in reading.problems


def test_the_name_decides_before_the_functions_do(jane):
    assert jane({"three_scouts.py": DINNER}).matrix()["jane"] == ["three-scouts"]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("02_together/01_three_scouts.py", "three_scouts.py"),
        ("three_scouts.py", "my_three_scouts.py"),
        ("my_three_scouts.py", "main.py"),
    ],
)
def test_the_better_match_counts_and_the_other_is_named(jane, better, worse):
    reading = jane({better: SCOUTS, worse: OTHER})

    assert reading.source("jane") == SCOUTS
    assert f"jane/{better} counts for three-scouts, and not jane/{worse}." in reading.problems


def test_an_unchanged_stub_loses_against_anything(jane):
    reading = jane({"exercises/02_together/01_three_scouts.py": SCOUTS_STUB, "main.py": SCOUTS})

    assert reading.source("jane") == SCOUTS
    assert reading.problems == ""


def test_a_stub_with_other_line_ends_is_still_a_stub(jane):
    stub = SCOUTS_STUB.replace("\n", "\r\n")

    assert jane({"01_three_scouts.py": stub, "main.py": SCOUTS}).source("jane") == SCOUTS


def test_a_stub_alone_is_handed_in(jane):
    assert jane({"01_three_scouts.py": SCOUTS_STUB}).source("jane") == SCOUTS_STUB


def test_two_files_of_one_name_are_unclear_and_both_are_named(jane):
    reading = jane({"a/three_scouts.py": SCOUTS, "b/three_scouts.py": OTHER})
    file = reading.file("jane")

    assert file.is_unclear
    assert reading.kept[file.digest] == b""
    assert "jane/a/three_scouts.py, jane/b/three_scouts.py" in file.problem


def test_a_browsers_copy_is_unclear(jane):
    assert jane({"three_scouts.py": SCOUTS, "three_scouts (1).py": OTHER}).file("jane").is_unclear


def test_equal_files_are_one(jane):
    reading = jane({"a/three_scouts.py": SCOUTS, "b/three_scouts.py": SCOUTS, "three_scouts (1).py": SCOUTS})

    assert reading.source("jane") == SCOUTS
    assert reading.problems == ""


def test_a_file_and_the_same_file_in_an_archive_are_one(jane):
    reading = jane({"three_scouts.py": SCOUTS, "all.zip": zipped({"three_scouts.py": SCOUTS})})

    assert reading.source("jane") == SCOUTS
    assert reading.problems == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("three_scouts.ipynb", "is a notebook, and was not graded. Export it"),
        ("three_scouts.py.txt", "Rename it so that it ends in .py"),
        ("three_scouts.docx", "is a document"),
        ("three_scouts.pdf", "is a document"),
        ("all.rar", "Unpack it"),
        ("all.tar.gz", "Unpack it"),
        ("three_scouts", "matches no exercise"),
    ],
)
def test_what_is_not_python_is_listed_with_what_to_do(jane, name, words):
    reading = jane({name: SCOUTS})

    assert reading.matrix()["jane"] == []
    assert f"jane/{name} " in reading.problems
    assert words in reading.problems


def test_what_only_comes_along_is_not_listed(jane):
    names = ["README.md", "LICENSE", "x.toml", "a.png", ".DS_Store", "._x.py", "conftest.py", "__MACOSX/x.py"]
    names += ["progress.txt", "01_three_scouts.py.backup-1"]

    assert jane({"three_scouts.py": SCOUTS, **dict.fromkeys(names, "x")}).problems == ""


def test_many_strange_files_are_counted_and_not_all_listed(jane):
    reading = jane({f"strange_{number:03}.py": "" for number in range(300)})

    assert len(reading.of("jane").problems) == 21
    assert reading.of("jane").problems[-1] == "And 280 more files like these."


def test_an_empty_file_and_bytes_that_are_no_text_are_handed_in_as_they_are(jane):
    reading = jane({"three_scouts.py": b"", "dinner_for_one.py": "é".encode("utf-16")})

    assert reading.source("jane") == ""
    assert reading.kept[reading.file("jane", "dinner-for-one").digest] == "é".encode("utf-16")


def test_files_are_in_the_order_of_the_exercises(jane):
    reading = jane({"a.py": DINNER, "b.py": SCOUTS})

    assert reading.matrix()["jane"] == ["three-scouts", "dinner-for-one"]
