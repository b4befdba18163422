"""Canvas's gradebook and Moodle's worksheet: what is filled in differs from the download in its marks alone."""

import csv
import io
from dataclasses import dataclass, field

import pytest
from format_samples import EXERCISES, graded_class, mark, missing, record

from grader.classroom import Mark, Override, Student
from grader.formats import canvas, moodle
from grader.formats.filling import NotFillable

NAMES = [
    "Doe, Jane",
    "O'Hara, Scarlett",
    '"Bobby" Tables',
    "=cmd|' /C calc'!A0",
    "+49 30, Anruf",
    "semi;colon, Ann",
    "Müller-Lüdenscheidt, Ωmega",
    "山田, 太郎",
    "عمر, سعيد",
    "line\nbreak, Lee",
    'carriage\r"return", Cy',
    "tab\tstop, Tia",
    "evil\u202eeman, Rita",
    "<script>alert(1)</script>",
    "Student, Test",
    *(f"Person, Number {place}" for place in range(35)),
]


def point(number):
    return f"{number:.2f}".rstrip("0").rstrip(".")


def comma(number):
    return point(number).replace(".", ",")


@dataclass
class File:
    """A file as the other system writes it, with a sign in the place of each mark."""

    delimiter: str = ","
    end: str = "\n"
    bom: str = ""
    decimal: object = point
    rows: list = field(default_factory=list)

    def render(self, marks):
        """The file. `marks` by row; blank where there is none."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self.delimiter, lineterminator=self.end)
        for place, row in enumerate(self.rows):
            writer.writerow([marks.get(place, "") if cell is MARK else cell for cell in row])
        return (self.bom + text.getvalue()).encode()


MARK = object()
VARIANTS = {
    "as Canvas and Moodle write it": File(),
    "Windows": File(end="\r\n", bom="\ufeff"),
    "semicolons": File(delimiter=";", decimal=comma),
    "commas twice": File(decimal=comma, bom="\ufeff"),
}
variants = pytest.mark.parametrize("file", VARIANTS.values(), ids=list(VARIANTS))


def gradebook(file=None, names=NAMES, title="Asyncio: first steps (9001)", possible=15):
    """Canvas: header, muted row, points row, and a row for each name, with an id from 100 on."""
    file = file or File()
    full = f"{file.decimal(possible + 0.25)[:-2]}00"  # "15.00" or "15,00"
    rows = [
        [
            "Student",
            "ID",
            "SIS User ID",
            "SIS Login ID",
            "Section",
            "Notes, mine",
            title,
            "Quiz (7)",
            "Final Score",
        ],
        ["", "", "", "", "", "", "Manual Posting", "", ""],
        ["    Points Possible", "", "", "", "", "", full, "10", "(read only)"],
    ]
    for place, name in enumerate(names, start=100):
        rows.append([name, place, f"s{place}", f"u{place}@uni.example", "A; B, C", '"!"', MARK, "EX", ""])
    return File(file.delimiter, file.end, file.bom, file.decimal, rows)


def worksheet(file=None, names=NAMES, maximum="15"):
    """Moodle: header, and a row for each name, with a number from 100 on."""
    file = file or File()
    header = [
        "Identifier",
        "Full name",
        "Email address",
        "Status",
        "Grade",
        "Maximum grade",
        "Grade can be changed",
    ]
    rows = [[*header, "Last modified (submission)", "Last modified (grade)", "Feedback comments"]]
    for place, name in enumerate(names, start=100):
        mail, full = f"u{place}@uni.example", f"{maximum}{file.decimal(0.25)[1]}00"
        row = [f"Participant {place}", name, mail, "Submitted for grading", MARK, full, "Yes"]
        rows.append([*row, "Tuesday, 4 November 2025, 3:04 PM", "-", '<p>"Good", she said;\r\nwell done</p>'])
    return File(file.delimiter, file.end, file.bom, file.decimal, rows)


def student(place, name="somebody", system="canvas", **more):
    return Student(key=f"u{place}@uni.example", name=name, ids={system: str(place)}, **more)


def classes(system, first_row):
    """Fifty students: every sixth handed in nothing, and the others have as many points as the marks by row say."""
    records, marks = [], {}
    for place in range(50):
        person = student(100 + place, NAMES[place], system)
        if place % 6 == 5:
            records.append(missing(person))
            continue
        points = place * 0.25
        records.append(record(person, mark(points=points), mark("front-page", 0, 5)))
        marks[first_row + place] = points
    return graded_class(*reversed(records)), marks


def shown(file, marks):
    return {row: file.decimal(points) for row, points in marks.items()}


# Round trips


@variants
def test_a_canvas_gradebook_of_fifty_differs_in_its_marks_alone(file):
    download = gradebook(file)
    graded, marks = classes("canvas", first_row=3)

    filled = canvas.write(download.render({}), graded, column="9001")

    assert filled.content == download.render(shown(download, marks))
    assert filled.changed == len(marks)


@variants
def test_a_moodle_worksheet_of_fifty_differs_in_its_marks_alone(file):
    download = worksheet(file)
    graded, marks = classes("moodle", first_row=1)

    filled = moodle.write(download.render({}), graded)

    assert filled.content == download.render(shown(download, marks))
    assert filled.changed == len(marks)


@pytest.mark.parametrize(("system", "make", "first_row"), [(canvas, gradebook, 3), (moodle, worksheet, 1)])
def test_a_second_time_changes_nothing(system, make, first_row):
    graded, _marks = classes(system.__name__.rpartition(".")[2], first_row)
    options = {"column": "9001"} if system is canvas else {}
    once = system.write(make().render({}), graded, **options)

    twice = system.write(once.content, graded, **options)

    assert (twice.content, twice.changed) == (once.content, 0)


@variants
def test_a_mark_that_is_the_same_keeps_its_spelling(file):
    download = gradebook(file, names=["Doe, Jane"])
    written = f"{file.decimal(12.25)[:-2]}50"  # "12.50"

    filled = canvas.write(download.render({3: written}), graded_class(record(student(100))), column="9001")

    assert filled.content == download.render({3: written})


# Which cells are written


def filled_cells(filled, column):
    rows = csv.reader(io.StringIO(filled.content.decode("utf-8-sig"), newline=""))
    return [row[column] for row in rows]


def canvas_cell(person, before="", **options):
    download = gradebook(names=["Doe, Jane"]).render({3: before})
    filled = canvas.write(download, graded_class(person), **{"column": "9001", **options})
    return filled_cells(filled, 6)[3], filled.notes


def test_a_mark_that_stood_there_is_replaced_and_counted():
    assert canvas_cell(record(student(100)), "3") == ("12.5", ("1 mark that stood there before: replaced.",))


def test_nothing_handed_in_leaves_a_mark_and_a_blank():
    for before in ("3", ""):
        cell, notes = canvas_cell(missing(student(100)), before)

        assert cell == before
        assert notes == ("Nothing handed in, and left as it is: somebody (u100@uni.example).",)


@pytest.mark.parametrize("state", ["unclear", "error"])
def test_what_is_not_settled_leaves_a_mark(state):
    cell, notes = canvas_cell(record(student(100), mark(), mark("front-page", 0, 5, state)), "3")

    assert cell == "3"
    assert notes == (
        "No mark yet (which file counts is unclear, or the kit failed): somebody (u100@uni.example).",
    )


def test_a_mark_set_by_hand_counts_even_where_nothing_was_handed_in():
    by_hand = Mark("front-page", "missing", 4, 5, override=Override(4, "shown in class"))

    assert canvas_cell(record(student(100), mark(points=0, state="missing"), by_hand))[0] == "4"


@pytest.mark.parametrize("before", ["EX", "ex", "N/A"])
def test_who_is_excused_or_has_not_got_the_assignment_is_left_alone(before):
    cell, notes = canvas_cell(record(student(100)), before)

    assert cell == before
    assert "Excused, not assigned or locked" in notes[0]


def test_a_grade_that_moodle_has_locked_is_left_alone():
    download = worksheet(names=["Jane Doe"])
    download.rows[1][6] = "No"

    filled = moodle.write(download.render({1: "3"}), graded_class(record(student(100, system="moodle"))))

    assert filled.changed == 0
    assert "locked, and left as it is" in filled.notes[0]


def test_one_exercise_alone_may_be_written():
    assert canvas_cell(record(student(100)), exercise="front-page", scale=True)[0] == "15"


# Whose row is whose


def rows_of(person, *, names, change=lambda row: None):
    download = gradebook(names=names)
    for row in download.rows[3:]:
        change(row)
    filled = canvas.write(download.render({}), graded_class(person), column="9001")
    return [cell != "" for cell in filled_cells(filled, 6)[3:]], filled.notes


def without_numbers(row):
    row[1] = row[2] = row[3] = ""


def test_numbers_decide_before_names():
    person = Student(key="x", name="Jane Doe", ids={"canvas": "101"})

    assert rows_of(record(person), names=["Doe, Jane", "Smith, Al"])[0] == [False, True]


@pytest.mark.parametrize(
    "person",
    [
        Student(key="u101@uni.example", name="?"),
        Student(key="folder", name="?", email="U101@uni.example"),
        Student(key="folder", name="?", ids={"sis": "s101"}),
        Student(key="folder", name="?", ids={"login": "u101@uni.example"}),
    ],
    ids=["key", "email", "sis", "login"],
)
def test_without_a_number_of_canvas_the_other_keys_find_the_row(person):
    assert rows_of(record(person), names=["Doe, Jane", "Smith, Al"])[0] == [False, True]


@pytest.mark.parametrize("name", ["Jane Doe", "Doe, Jane", "JANE  doe"])
def test_a_name_finds_its_row_in_any_order(name):
    assert rows_of(record(Student("x", name)), names=["Smith, Al", "Doe, Jane"])[0] == [False, True]


def test_a_name_that_two_have_finds_nobody():
    found, notes = rows_of(record(Student("x", "Jane Doe")), names=["Doe, Jane", "Jane Doe"])

    assert found == [False, False]
    assert notes == ("Without a row in the file: Jane Doe (x).",)


def test_a_name_does_not_join_two_people_with_different_numbers():
    person = Student(key="x", name="Jane Doe", ids={"canvas": "999"})

    assert rows_of(record(person), names=["Doe, Jane"])[0] == [False]


def test_a_name_joins_where_the_row_says_no_more():
    person = Student(key="x", name="Jane Doe", ids={"canvas": "999"})

    assert rows_of(record(person), names=["Doe, Jane"], change=without_numbers)[0] == [True]


def test_notes_show_names_as_data():
    _found, notes = rows_of(record(Student("x\x1b[2J", "a\r\u202eb" * 90)), names=["Doe, Jane"])

    assert notes[0].isprintable()
    assert len(notes[0]) < 300


# Which column


def chosen(column, *titles):
    download = File(
        rows=[["Student", "ID", "SIS Login ID", "Section", *titles], ["Doe, Jane", 100, "u", "A", *titles]]
    )
    filled = canvas.write(download.render({}), graded_class(record(student(100))), column=column)
    return [place for place, title in enumerate(titles) if filled_cells(filled, 4 + place)[1] != title]


@pytest.mark.parametrize("column", ["Lab 1 (11)", "lab 1", "11"])
def test_a_column_is_named_by_its_header_its_title_or_its_id(column):
    assert chosen(column, "Lab 1 (11)", "Lab 11 (12)") == [0]


def test_exercises_find_the_assignments_that_have_their_names():
    header = [
        "Student",
        "ID",
        "SIS Login ID",
        "Section",
        "front-page (3)",
        "Three Scouts (4)",
        "three scouts",
    ]
    download = File(rows=[header, ["Doe, Jane", 100, "u", "A", "", "", ""]])

    filled = canvas.write(download.render({}), graded_class(record(student(100))))

    assert filled.content.decode().splitlines()[1] == '"Doe, Jane",100,u,A,5,7.5,'


@pytest.mark.parametrize("column", ["nothing", None])
def test_without_a_column_the_assignments_are_offered(column):
    with pytest.raises(NotFillable, match=r"Name one by --column: “Lab 1 \(11\)”, “Lab 2 \(12\)”"):
        chosen(column, "Lab 1 (11)", "Lab 2 (12)")


def test_a_title_that_two_assignments_have_is_not_guessed():
    with pytest.raises(NotFillable, match="2 assignments are called “lab”"):
        chosen("lab", "Lab (11)", "Lab (12)")


def test_what_canvas_would_not_take_is_refused():
    download = gradebook()
    download.rows[2][6] = "(read only)"

    with pytest.raises(NotFillable, match="read only"):
        canvas.write(download.render({}), graded_class(record(student(100))), column="9001")


def test_a_worksheet_in_another_language_is_filled_by_the_name_of_its_column():
    german = [
        "ID",
        "Vollständiger Name",
        "E-Mail-Adresse",
        "Status",
        "Bewertung",
        "Bestwertung",
        "Zuletzt geändert",
    ]
    row = ["Teilnehmer/in 100", "Jane Doe", "u", "Zur Bewertung abgegeben", MARK, "15,00", "-"]
    download = File(rows=[german, row])
    graded = graded_class(record(student(100, system="moodle")))

    assert moodle.write(download.render({}), graded, column="Bewertung").content == download.render(
        {1: "12,5"}
    )
    with pytest.raises(NotFillable, match="--column: “ID”, “Vollständiger Name”"):
        moodle.write(download.render({}), graded)


def test_a_scale_of_words_takes_no_points():
    download = worksheet(names=["Jane Doe"])
    download.rows[0][5], download.rows[1][5] = "Scale", "good,better,best"

    with pytest.raises(NotFillable, match="scale of words"):
        moodle.write(download.render({}), graded_class(record(student(100, system="moodle"))))


# How many points


def test_other_points_are_refused_unless_they_may_be_converted():
    graded = graded_class(record(student(100)))
    download = gradebook(possible=100, names=["Doe, Jane"])

    with pytest.raises(NotFillable, match=r"takes 100 points, and the class has 15. .* add --scale"):
        canvas.write(download.render({}), graded, column="9001")
    scaled = canvas.write(download.render({}), graded, column="9001", scale=True)

    assert filled_cells(scaled, 6)[3] == "83.33"  # 12.5 of 15


def test_a_half_that_converting_makes_goes_up_as_in_the_class():
    person = record(student(100), mark(points=0.25), mark("front-page", 0.0, 5))
    download = gradebook(possible=5, names=["Doe, Jane"])
    column = {"column": "9001", "exercise": "three-scouts"}

    scaled = canvas.write(download.render({}), graded_class(person), **column, scale=True)

    assert filled_cells(scaled, 6)[3] == "0.13"  # 0.125


@pytest.mark.parametrize("system", [canvas, moodle])
@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"a,b\n1,2\n", b"Student,Section\n", b'"'])
def test_another_file_is_refused_with_the_next_step(system, content):
    with pytest.raises(NotFillable, match=r"Download it again|In Canvas, open|In Moodle, allow"):
        system.write(content, graded_class(record(student(100))))


def test_the_class_of_these_tests_has_fifteen_points():
    assert sum(info.max_points for info in EXERCISES) == 15


def test_a_student_who_is_called_like_the_row_of_points_does_not_change_it():
    download = gradebook(names=["Doe, Jane"])

    filled = canvas.write(
        download.render({}), graded_class(record(Student("x", "Points Possible"))), column="9001"
    )

    assert filled.content == download.render({})
