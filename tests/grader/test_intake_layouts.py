"""Any layout is told apart by looking, and gives who has handed in what."""

import pytest
from deliveries import DINNER, SCOUTS, Delivery, kit_of_three, zipped

from grader.bulk.intake.read import NotReadable


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    return kit_of_three(tmp_path_factory.mktemp("kit"))


@pytest.fixture
def delivery(tmp_path, exercises):
    return Delivery(tmp_path / "submissions", exercises)


CANVAS = {
    "doejane_4711_98765_three_scouts.py": SCOUTS,
    "doejane_4711_98766_dinner_for_one.py": DINNER,
    "roeeve_LATE_4712_98767_01_three_scouts.py": SCOUTS,
}
MOODLE = {
    "Jane Doe_101_assignsubmission_file/01_three_scouts.py": SCOUTS,
    "Jane Doe_101_assignsubmission_file/02_dinner_for_one.py": DINNER,
    "Eve Roe_102_assignsubmission_file/three_scouts.py": SCOUTS,
}


def both(*keys):
    jane, eve = keys
    return {jane: ["three-scouts", "dinner-for-one"], eve: ["three-scouts"]}


def test_canvas_zip(delivery):
    reading = delivery.read(delivery.zip(CANVAS))

    assert reading.layout == "Canvas download"
    assert reading.matrix() == both("4711", "4712")
    assert reading.of("4711").student.ids == {"canvas": "4711"}
    assert reading.file("4711").path == "class.zip/doejane_4711_98765_three_scouts.py"
    assert reading.problems == ""


def test_canvas_folder(delivery):
    reading = delivery.read(delivery.write(CANVAS))

    assert reading.layout == "Canvas download"
    assert reading.matrix() == both("4711", "4712")
    assert reading.file("4711").path == "doejane_4711_98765_three_scouts.py"


def test_canvas_marks_what_is_late(delivery):
    reading = delivery.read(delivery.write(CANVAS))

    assert [reading.file(key).is_marked_late for key in ("4711", "4712")] == [False, True]


def test_canvas_anonymous(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "anon_aB3xY_98765_three_scouts.py": SCOUTS,
                "LATE_anon_Zz9qQ_98766_three_scouts.py": SCOUTS,
            }
        )
    )

    assert reading.keys == ["anon_Zz9qQ", "anon_aB3xY"]
    assert reading.file("anon_Zz9qQ").is_marked_late


def test_canvas_counts_what_was_handed_in_last(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "doejane_4711_9_three_scouts.py": SCOUTS,
                "doejane_4711_20_three_scouts-2.py": SCOUTS + "# 2\n",
                "doejane_4711_30_three_scouts-10.py": SCOUTS + "# 10\n",
            }
        )
    )

    assert reading.source("4711") == SCOUTS + "# 10\n"
    assert "three_scouts-10.py counts for three-scouts" in reading.problems


def test_canvas_names_keep_their_letters(delivery):
    reading = delivery.read(delivery.zip({"müllerjörg_4711_98765_three_scouts.py": SCOUTS}))

    assert reading.of("4711").student.name == "müllerjörg"


def test_names_in_utf_8_that_does_not_say_so_are_read_as_utf_8(delivery):
    # rubyzip, with which Canvas packs, sets no flag. ASCII of the same length stands in, so that zipfile sets none.
    packed = zipped({"muellerx_4711_98765_three_scouts.py": SCOUTS})
    path = delivery.zip({})
    path.write_bytes(packed.replace(b"muellerx", "müller1".encode()))

    assert delivery.read(path).of("4711").student.name == "müller1"


def test_canvas_text_entry_is_listed(delivery):
    reading = delivery.read(delivery.write({**CANVAS, "poejim_4713_text.html": "<p>def reports</p>"}))

    assert reading.of("4713").files == ()
    assert "poejim_4713_text.html is a document" in reading.problems


def test_canvas_zip_of_one_student_inside(delivery):
    inner = zipped({"work/three_scouts.py": SCOUTS, "work/dinner_for_one.py": DINNER})
    reading = delivery.read(delivery.zip({"doejane_4711_98765_work.zip": inner}))

    assert reading.matrix() == {"4711": ["three-scouts", "dinner-for-one"]}
    assert reading.file("4711").path == "class.zip/doejane_4711_98765_work.zip/work/three_scouts.py"


def test_moodle_folders(delivery):
    reading = delivery.read(delivery.write(MOODLE))

    assert reading.layout == "Moodle download"
    assert reading.matrix() == both("101", "102")
    assert reading.of("101").student.name == "Jane Doe"
    assert reading.of("101").student.ids == {"moodle": "101"}


def test_moodle_zip_with_the_underscore_of_moodle_3(delivery):
    files = {name.replace("_file/", "_file_/"): content for name, content in MOODLE.items()}
    reading = delivery.read(delivery.zip(files))

    assert reading.layout == "Moodle download"
    assert reading.matrix() == both("101", "102")


def test_moodle_flat(delivery):
    files = {name.replace("_file/", "_file_"): content for name, content in MOODLE.items()}
    reading = delivery.read(delivery.zip(files))

    assert reading.layout == "Moodle download"
    assert reading.matrix() == both("101", "102")


def test_moodle_blind(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "Participant_101_assignsubmission_file/three_scouts.py": SCOUTS,
                "Participant_102_assignsubmission_file/three_scouts.py": SCOUTS,
            }
        )
    )

    assert [one.student.name for one in reading.intake.submissions] == ["Participant_101", "Participant_102"]


def test_moodle_teams_with_and_without_a_number(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "Team A_7_assignsubmission_file/three_scouts.py": SCOUTS,
                "Default group_assignsubmission_file/three_scouts.py": SCOUTS,
            }
        )
    )

    assert reading.keys == ["7", "Default group"]


def test_moodle_online_text_is_listed(delivery):
    reading = delivery.read(
        delivery.write({**MOODLE, "Eve Roe_102_assignsubmission_onlinetext/onlinetext.html": "<p>hello</p>"})
    )

    assert reading.matrix() == both("101", "102")
    assert "onlinetext.html is a document" in reading.problems


def test_a_student_cannot_write_another_name_into_a_moodle_file(delivery):
    reading = delivery.read(
        delivery.write({"Eve_5_assignsubmission_file_Jane_6_assignsubmission_file_three_scouts.py": SCOUTS})
    )

    assert reading.keys == ["5"]


def test_github_classroom_clones(delivery, tmp_path):
    place = tmp_path / "asyncio-hw-submissions"
    Delivery(place, delivery.exercises).write(
        {
            "asyncio-hw-jane-d/exercises/02_together/01_three_scouts.py": SCOUTS,
            "asyncio-hw-eve/exercises/02_together/01_three_scouts.py": SCOUTS,
        }
    )
    reading = delivery.read(place)

    assert reading.layout == "GitHub Classroom clones"
    assert reading.keys == ["eve", "jane-d"]
    assert reading.of("jane-d").student.ids == {"github": "jane-d"}


def test_a_folder_with_github_classrooms_folder_in_it(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "hw-submissions/hw-jane/three_scouts.py": SCOUTS,
                "hw-submissions/hw-eve/three_scouts.py": SCOUTS,
            }
        )
    )

    assert reading.keys == ["eve", "jane"]


def test_clones_without_the_name_of_their_assignment(delivery):
    files = {}
    for name in ("net-101-hw-jane-d", "net-101-hw-eve"):
        files |= {f"{name}/.git/HEAD": "ref: refs/heads/main\n", f"{name}/three_scouts.py": SCOUTS}
    reading = delivery.read(delivery.write(files))

    assert reading.layout == "GitHub Classroom clones"
    assert reading.keys == ["eve", "jane-d"]


def test_classroom_50_clones(delivery):
    files = {}
    for name in ("net101-scouts-jane", "net101-scouts-eve"):
        files |= {
            f"{name}/.git/HEAD": "ref: refs/heads/main\n",
            f"{name}/result.json": "{}",
            f"{name}/three_scouts.py": SCOUTS,
        }
    reading = delivery.read(delivery.write(files))

    assert reading.layout == "Classroom 50 clones"
    assert reading.keys == ["eve", "jane"]
    assert reading.problems == ""


def test_a_folder_a_student_at_any_depth(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "jane/homework/week 3/three_scouts.py": SCOUTS,
                "jane/02_together/02_dinner_for_one.py": DINNER,
                "eve/01_three_scouts.py": SCOUTS,
            }
        )
    )

    assert reading.layout == "a folder a student"
    assert reading.matrix() == both("jane", "eve")


def test_whole_repositories_give_their_exercises_and_no_noise(delivery):
    files = {}
    for name in ("jane", "eve"):
        files |= {
            f"{name}/exercises/02_together/01_three_scouts.py": SCOUTS,
            f"{name}/exercises/02_together/01_three_scouts.toml": "title = ''",
            f"{name}/solutions/02_together/01_three_scouts.py": "# the kit's own\n" + SCOUTS,
            f"{name}/tests/exercises/02_together/01_three_scouts/right/three_scouts.py": "# not theirs\n",
            f"{name}/grader/cli.py": "def main(): ...\n",
            f"{name}/noxfile.py": "import nox\n",
            f"{name}/README.md": "# Overlap\n",
            f"{name}/__pycache__/x.pyc": b"\0",
            f"{name}/.venv/pyvenv.cfg": "",
        }
    for place in (delivery.write(files), delivery.zip(files, "../class.zip")):
        reading = delivery.read(place)

        assert reading.source("jane") == reading.source("eve") == SCOUTS
        assert reading.problems == ""


def test_a_folder_of_files_that_name_their_student(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "jane_doe__01_three_scouts.py": SCOUTS,
                "jane_doe__02_dinner_for_one.py": DINNER,
                "three_scouts-eve.py": SCOUTS,
            }
        )
    )

    assert reading.layout == "a folder of files"
    assert reading.matrix() == both("jane_doe", "eve")


def test_a_folder_of_files_that_are_named_for_students_only(delivery):
    reading = delivery.read(delivery.write({"jane.py": SCOUTS, "eve.py": SCOUTS}))

    assert reading.matrix() == {"eve": ["three-scouts"], "jane": ["three-scouts"]}


def test_a_zip_a_student(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "jane.zip": zipped({"three_scouts.py": SCOUTS, "dinner_for_one.py": DINNER}),
                "eve.zip": zipped({"src/three_scouts.py": SCOUTS}),
            }
        )
    )

    assert reading.layout == "an archive a student"
    assert reading.matrix() == both("jane", "eve")
    assert reading.file("eve").path == "eve.zip/src/three_scouts.py"


def test_folders_archives_and_files_side_by_side(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "jane/three_scouts.py": SCOUTS,
                "eve.zip": zipped({"three_scouts.py": SCOUTS}),
                "omar_three_scouts.py": SCOUTS,
            }
        )
    )

    assert reading.layout == "folders and files"
    assert reading.keys == ["eve", "jane", "omar"]


@pytest.mark.parametrize("files", [CANVAS, MOODLE], ids=["canvas", "moodle"])
def test_a_zip_may_hold_one_folder_around_everything(delivery, files):
    plain = delivery.read(delivery.zip(files))
    wrapped = delivery.read(delivery.zip({f"submissions/{name}": source for name, source in files.items()}))

    assert wrapped.layout == plain.layout
    assert wrapped.matrix() == plain.matrix()


def test_one_zip_in_a_folder_is_read_as_itself(delivery):
    (delivery.root / "in").mkdir(parents=True)
    delivery.zip({"jane/three_scouts.py": SCOUTS, "eve/three_scouts.py": SCOUTS}, "in/class.zip")
    reading = delivery.read(delivery.root / "in")

    assert reading.keys == ["eve", "jane"]
    assert reading.file("jane").path == "class.zip/jane/three_scouts.py"


def test_several_downloads_are_one_class(delivery):
    delivery.zip({"doejane_4711_1_three_scouts.py": SCOUTS, "roeeve_4712_2_three_scouts.py": SCOUTS}, "a.zip")
    delivery.zip({"doejane_4711_3_dinner_for_one.py": DINNER}, "b.zip")
    reading = delivery.read()

    assert reading.layout == "Canvas download"
    assert reading.matrix() == both("4711", "4712")


def test_a_students_own_zip_that_looks_like_a_download_is_only_that_students(delivery):
    forged = zipped({"doejane_4711_1_three_scouts.py": SCOUTS, "three_scouts.py": SCOUTS})
    reading = delivery.read(
        delivery.write({"jane.zip": zipped({"three_scouts.py": SCOUTS}), "mallory.zip": forged})
    )

    assert reading.keys == ["jane", "mallory"]


@pytest.mark.parametrize(
    "files",
    [
        {"01_three_scouts.py": SCOUTS, "notes.md": ""},
        {"exercises/02_together/01_three_scouts.py": SCOUTS, "grader/cli.py": "", "README.md": ""},
        {"02_together/01_three_scouts.py": SCOUTS},
    ],
    ids=["files", "repository", "chapters"],
)
def test_the_folder_of_one_student(delivery, tmp_path, files):
    reading = delivery.read(Delivery(tmp_path / "jane", delivery.exercises).write(files))

    assert reading.layout == "one student's folder"
    assert reading.matrix() == {"jane": ["three-scouts"]}


def test_the_zip_of_one_student(delivery):
    flat = delivery.read(delivery.zip({"three_scouts.py": SCOUTS}, "jane.zip"))
    within = delivery.read(delivery.zip({"omar/three_scouts.py": SCOUTS}, "all.zip"))

    assert flat.matrix() == {"jane": ["three-scouts"]}
    assert within.matrix() == {"omar": ["three-scouts"]}


def test_what_belongs_to_nobody_is_listed(delivery):
    reading = delivery.read(
        delivery.write(
            {
                "jane/three_scouts.py": SCOUTS,
                "eve/three_scouts.py": SCOUTS,
                "three_scouts.py": SCOUTS,
                "notes.docx": "",
            }
        )
    )

    assert reading.keys == ["eve", "jane"]
    assert {problem.path for problem in reading.intake.problems} == {"three_scouts.py", "notes.docx"}


def test_a_student_whose_folder_is_empty_has_handed_in_nothing_and_is_there(delivery):
    delivery.write({"jane/three_scouts.py": SCOUTS})
    (delivery.root / "eve").mkdir()
    reading = delivery.read()

    assert reading.matrix() == {"eve": [], "jane": ["three-scouts"]}
    assert "eve has nothing in it" in reading.problems


def test_students_are_listed_by_name(delivery):
    reading = delivery.read(
        delivery.write({f"{name}/three_scouts.py": SCOUTS for name in ("bo", "Al", "cy")})
    )

    assert [one.student.name for one in reading.intake.submissions] == ["Al", "bo", "cy"]


def test_files_for_exercises_that_are_not_asked_for_are_passed_over(delivery):
    delivery.write({"jane/three_scouts.py": SCOUTS, "jane/x.py": DINNER, "eve/three_scouts.py": SCOUTS})
    reading = delivery.read(exercises=delivery.exercises[:1])

    assert reading.matrix() == {"eve": ["three-scouts"], "jane": ["three-scouts"]}
    assert reading.problems == ""


@pytest.mark.parametrize("name", ["nowhere", "empty", "text.zip", "alone.py"])
def test_where_nothing_can_be_read_the_instructor_is_told(delivery, tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive")
    (tmp_path / "alone.py").write_text(SCOUTS)

    with pytest.raises(NotReadable, match=r"(?s)[/\\]" + name + ".*(Give|Ask for)"):
        delivery.read(tmp_path / name)
