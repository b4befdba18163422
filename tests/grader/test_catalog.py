import json

import pytest

from grader.catalog import CatalogError, Declaration, UnknownExercise, load_catalog, read_declarations

SETTINGS = 'title = "three scouts"\nconcept = "create_task"\nhints = ["one", "two"]\n'
STUB = 'async def reports(ask, stations: list[str]) -> list[str]:\n    """Ask."""\n    raise NotImplementedError\n'


@pytest.fixture
def root(tmp_path):
    """A kit with three exercises in two chapters."""
    for path in ("01_first_steps/01_cold_start", "02_together/01_three_scouts", "02_together/02_front_page"):
        add_exercise(tmp_path, path)
    return tmp_path


def add_exercise(root, path, settings=SETTINGS, stub=STUB):
    write(root / "exercises" / f"{path}.toml", settings)
    write(root / "exercises" / f"{path}.py", stub)
    write(root / "tests" / "exercises" / path / f"test_{path[-4:]}.py", "")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def slugs(exercises):
    return [exercise.slug for exercise in exercises]


# What is found


def test_exercises_are_found_by_folder_in_the_order_of_the_curriculum(root):
    catalog = load_catalog(root)

    assert [(e.number, e.slug, e.chapter) for e in catalog.exercises] == [
        ("1.1", "cold-start", "01_first_steps"),
        ("2.1", "three-scouts", "02_together"),
        ("2.2", "front-page", "02_together"),
    ]


def test_an_exercise_says_what_its_author_wrote_and_where_its_files_are(root):
    write(root / "tests/exercises/02_together/01_three_scouts/right/task_group.py", "")
    write(root / "tests/exercises/02_together/01_three_scouts/wrong/sequential_await.py", "")

    (exercise,) = load_catalog(root).find("three-scouts")

    assert (exercise.title, exercise.concept, exercise.hints, exercise.stretch) == (
        "three scouts",
        "create_task",
        ("one", "two"),
        False,
    )
    assert exercise.shown(exercise.stub) == "exercises/02_together/01_three_scouts.py"
    assert exercise.shown(exercise.lesson) == "exercises/02_together/README.md"
    assert exercise.shown(exercise.solution) == "solutions/02_together/01_three_scouts.py"
    assert exercise.shown(exercise.recorded) == "tests/exercises/02_together/01_three_scouts/recorded.json"
    assert [path.stem for path in exercise.right + exercise.wrong] == ["task_group", "sequential_await"]


def test_files_without_a_number_are_a_students_own(root):
    write(root / "exercises/02_together/notes.py", "")
    write(root / "exercises/scratch/01_mine.py", "")

    assert len(load_catalog(root).exercises) == 3


def test_an_exercise_whose_stub_was_deleted_still_counts(root):
    (root / "exercises/02_together/01_three_scouts.py").unlink()

    assert "three-scouts" in slugs(load_catalog(root).exercises)


def test_the_kits_own_exercises_are_found_by_the_place_of_the_package():
    assert "three-scouts" in slugs(load_catalog().exercises)


# Names


@pytest.mark.parametrize(
    "name",
    [
        "three-scouts",
        "three_scouts",
        "Three-Scouts",
        "2.1",
        "02.01",
        "01_three_scouts",
        "exercises/02_together/01_three_scouts.py",
    ],
)
def test_one_exercise_has_many_names(root, name):
    assert slugs(load_catalog(root).find(name)) == ["three-scouts"]


@pytest.mark.parametrize(
    "name",
    [
        "02",
        "2",
        "together",
        "02_together",
        "toge",
        "02_to",
        "exercises/02_together",
        "exercises/02_together/",
    ],
)
def test_a_chapter_has_many_names(root, name):
    assert slugs(load_catalog(root).find(name)) == ["three-scouts", "front-page"]


def test_a_path_is_read_from_where_the_student_stands(root, monkeypatch):
    monkeypatch.chdir(root / "exercises" / "02_together")

    assert slugs(load_catalog(root).find("01_three_scouts.py")) == ["three-scouts"]


def test_for_an_unknown_name_the_nearest_are_offered(root):
    with pytest.raises(UnknownExercise, match=r"no exercise called 'tree-scouts'. Did you mean three-scouts"):
        load_catalog(root).find("tree-scouts")


@pytest.mark.parametrize("name", ["xyzzy", "", " ", "9.9"])
def test_for_a_name_like_no_other_the_kinds_of_names_are_shown(root, name):
    with pytest.raises(UnknownExercise, match=r"Names look like three-scouts, 2\.1, 02"):
        load_catalog(root).find(name)


def test_the_beginning_of_two_chapters_is_not_a_name(root):
    add_exercise(root, "03_together_again/01_duet")

    with pytest.raises(UnknownExercise):
        load_catalog(root).find("toge")


def test_several_names_select_each_exercise_once_and_in_order(root):
    assert slugs(load_catalog(root).select(["2.2", "02", "cold-start"])) == [
        "cold-start",
        "three-scouts",
        "front-page",
    ]


def test_no_name_selects_all(root):
    assert len(load_catalog(root).select([])) == 3


# Mistakes of authors


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ("title = ", "it is not TOML"),
        ('title = "a"\nconcept = "b"', "missing required field `hints`"),
        ('title = "a"\nconcept = "b"\nhints = []', r"length >= 1 - at `\$.hints`"),
        ('title = "a"\nconcept = 3\nhints = ["c"]', r"at `\$.concept`"),
        (SETTINGS + "strech = true", "unknown field `strech`"),
    ],
)
def test_bad_settings_name_the_file_and_the_place(root, settings, complaint):
    write(root / "exercises/02_together/01_three_scouts.toml", settings)

    with pytest.raises(CatalogError, match=complaint) as caught:
        load_catalog(root)
    assert "01_three_scouts.toml" in str(caught.value)


def test_missing_settings_say_what_to_write(root):
    (root / "exercises/02_together/01_three_scouts.toml").unlink()

    with pytest.raises(CatalogError, match=r"01_three_scouts\.toml: it is missing. Write it: title, concept"):
        load_catalog(root)


def test_an_exercise_without_hidden_tests_is_refused(root):
    (root / "tests/exercises/02_together/01_three_scouts/test_outs.py").unlink()

    with pytest.raises(CatalogError, match="there is no hidden test for 01_three_scouts"):
        load_catalog(root)


def test_two_exercises_of_one_name_are_refused(root):
    add_exercise(root, "03_sharing/01_three_scouts")

    with pytest.raises(CatalogError, match=r"its slug 'three-scouts' is also that of .*02_together"):
        load_catalog(root)


def test_a_folder_without_exercises_is_not_a_kit(tmp_path):
    with pytest.raises(CatalogError, match="no exercise was found"):
        load_catalog(tmp_path)


# What a stub declares


@pytest.mark.parametrize(
    ("source", "declared"),
    [
        (
            "async def reports(ask, *, limit: int = 3):\n    '''Ask.'''\n    raise NotImplementedError",
            {"reports": Declaration("async", 1, "ask, *, limit: int=3")},
        ),
        (
            "\ndef lane(cpu_s):\n    raise NotImplementedError('later')",
            {"lane": Declaration("def", 2, "cpu_s")},
        ),
        (
            "async def items() -> AsyncIterator[str]:\n    raise NotImplementedError",
            {"items": Declaration("async generator", 1, "")},
        ),
        (
            "async def items():\n    raise NotImplementedError\n    yield",
            {"items": Declaration("async generator", 1, "")},
        ),
        (
            "class Bank:\n    async def draw(self):\n        raise NotImplementedError",
            {"Bank": Declaration("class", 1, None)},
        ),
        ("class CircuitOpen(Exception): pass", {"CircuitOpen": Declaration("class", 1, None)}),
    ],
    ids=["async def", "def", "promised generator", "async generator", "class", "exception"],
)
def test_a_stub_declares_what_is_to_be_written(source, declared):
    assert read_declarations(source) == declared


def test_helpers_demos_and_private_names_are_not_declared():
    source = """
async def program_a(show):
    show("start")

async def _demo():
    raise NotImplementedError

class Protocol:
    def read(self): ...

if __name__ == "__main__":
    def main():
        raise NotImplementedError
"""

    assert read_declarations(source) == {}


def test_what_was_recorded_wins_over_what_the_student_wrote(root):
    kept = {"reports": {"kind": "async", "line": 1, "parameters": "ask"}}
    recorded = root / "tests/exercises/02_together/01_three_scouts/recorded.json"
    write(recorded, json.dumps({"declared": kept, "tests": {}}))
    write(root / "exercises/02_together/01_three_scouts.py", "def reports(ask): return 3")

    (exercise,) = load_catalog(root).find("2.1")

    assert exercise.declared == {"reports": Declaration("async", 1, "ask")}


@pytest.mark.parametrize("broken", [b"async def reports(:", b"\xff\xfe\x00", b"\0"])
def test_a_broken_stub_does_not_stop_the_other_exercises(root, broken):
    (root / "exercises/02_together/01_three_scouts.py").write_bytes(broken)

    (exercise,) = load_catalog(root).find("2.1")

    assert exercise.declared == {}


def test_a_broken_record_says_how_to_write_it_anew(root):
    write(root / "tests/exercises/02_together/01_three_scouts/recorded.json", "{")

    with pytest.raises(CatalogError, match=r"recorded.json: it cannot be read.*verify -- --record"):
        load_catalog(root)
