"""What a graded class leaves in the instructor's folder. Every file is whole at any moment: the old one, or the new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from grader.atomic import write_atomically
from grader.bulk.filenames import file_stems
from grader.bulk.results import CLASS_FILE, RESULTS_FILE, class_text, result_lines
from grader.classroom import ClassRecord
from grader.report.feedback import render_html, render_markdown
from grader.report.gradebook import render_gradebook
from grader.report.page import render_page
from grader.similarity import Similarity

GRADEBOOK_FILE, PAGE_FILE, FEEDBACK_FOLDER = "gradebook.csv", "report.html", "feedback"
INDEX_FILE = "index.json"
INDEX_SCHEMA = "overlap/feedback/1"


class FeedbackFile(msgspec.Struct, frozen=True):
    """One file of feedback: whose it is, and its SHA-256 in hex when it was written."""

    student: str
    sha256: str


class Index(msgspec.Struct, frozen=True):
    """`feedback/index.json`: the files that were written there, by name."""

    schema: str
    files: Mapping[str, FeedbackFile]


def write_outputs(record: ClassRecord, out: Path, *, similarity: Similarity | None = None) -> None:
    """Write everything that people and programs receive into `out`, which is made where it is missing. `similarity`
    is for the page of the instructor alone.

    Raises OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    _write(out / CLASS_FILE, [class_text(record)])
    _write(out / RESULTS_FILE, result_lines(record))
    # With a mark of UTF-8 at its beginning: without one, Excel reads "Müller" as "MÃ¼ller".
    _write(out / GRADEBOOK_FILE, ["\ufeff", render_gradebook(record)])
    _write_feedback(record, out / FEEDBACK_FOLDER)
    _write(out / PAGE_FILE, [render_page(record, similarity=similarity)])


def _write_feedback(record: ClassRecord, folder: Path) -> None:
    """Write the files of all students, and remove what an earlier run wrote for students who are gone."""
    folder.mkdir(exist_ok=True)
    before = _read_index(folder / INDEX_FILE)
    stems = file_stems(student.student.key for student in record.students)
    names = {f"{stem}{ending}" for stem in stems.values() for ending in (".md", ".html")}
    for name in before.keys() - names:  # first: to some systems a name that was given anew may be the old one
        _remove_unchanged(folder / name, before[name])
    written: dict[str, FeedbackFile] = {}
    for student in record.students:
        key = student.student.key
        for name, text in (
            (f"{stems[key]}.md", render_markdown(student, record.exercises)),
            (f"{stems[key]}.html", render_html(student, record.exercises)),
        ):
            written[name] = FeedbackFile(key, _write(folder / name, [text]))
    index = msgspec.to_builtins(Index(INDEX_SCHEMA, written))
    _write(folder / INDEX_FILE, [json.dumps(index, indent=1), "\n"])


def _read_index(path: Path) -> Mapping[str, FeedbackFile]:
    """What is known to be ours; nothing where that cannot be known."""
    try:
        index = msgspec.convert(json.loads(path.read_bytes()), Index)
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: file for name, file in index.files.items() if Path(name).name == name}


def _remove_unchanged(path: Path, file: FeedbackFile) -> None:
    """Remove a file that was written here; not if somebody has worked on it since."""
    try:
        if hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256:
            path.unlink()
    except FileNotFoundError:
        pass


def _write(path: Path, pieces: Iterable[str]) -> str:
    """Write a text file at once, whatever happens meanwhile. Returns its SHA-256 in hex."""
    sha256 = hashlib.sha256()

    def encoded() -> Iterator[bytes]:
        for piece in pieces:
            data = piece.encode("utf-8", "backslashreplace")
            sha256.update(data)
            yield data

    write_atomically(path, encoded())
    return sha256.hexdigest()
