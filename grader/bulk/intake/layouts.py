"""The forms in which courses deliver submissions, told apart by looking at names.

A recogniser is a function from a place to a division of it among people, or None where the place does not look like
its layout. The first that fits is taken. What systems write at the beginning of a name decides; what students write
behind it does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from grader.bulk.intake.advice import what_to_do
from grader.bulk.intake.archive import Archive
from grader.bulk.intake.folder import Folder
from grader.bulk.intake.identity import Claim, Known
from grader.bulk.intake.naming import exercise_named, without_copy_mark
from grader.bulk.intake.tree import CannotRead, Entry, Parts, Tree, has_suffix, is_ignored
from grader.catalog import Exercise

Times = Literal["file", "roster", "unknown"]

MAX_WRAPPERS = 5  # folders that hold nothing but one folder
MAX_INNER_PLACES = 100  # archives of one system side by side, one for each assignment

# Numbers that systems give begin with no 0; those of chapters and exercises do.
_CANVAS = re.compile(
    r"(?P<name>\w+?)_(?P<late>LATE_)?(?P<user>[1-9]\d{0,19})_(?:[1-9]\d{0,19}_(?P<file>.+)|(?P<text>text|link)\.html)",
    re.DOTALL,
)
_CANVAS_ANONYMOUS = re.compile(
    r"(?P<late>LATE_)?anon_(?P<user>[^\W_]{1,20})_(?:[1-9]\d{0,19}_(?P<file>.+)|(?P<text>text|link)\.html)",
    re.DOTALL,
)
_MOODLE = re.compile(
    r"(?P<name>.+?)(?:_(?P<id>[1-9]\d{0,19}))?_assignsubmission_(?P<plugin>[a-z]{1,30})(?:_(?P<file>.*))?",
    re.DOTALL,
)


@dataclass(frozen=True)
class Place:
    """A folder of a tree: where submissions are looked for."""

    tree: Tree
    parts: Parts
    name: str  # what it is called: for a single student, this is all there is to know them by

    def visible(self) -> tuple[Entry, ...]:
        """What is in it, without what tools or the system have put there. Raises CannotRead."""
        return tuple(entry for entry in self.tree.children(self.parts) if not is_ignored(entry.name))

    def inner(self, folder: Entry) -> Place:
        """A folder in it."""
        return Place(self.tree, folder.parts, folder.name)


@dataclass(frozen=True)
class Bundle:
    """Something of one person: a file, an archive or a whole folder."""

    claim: Claim
    tree: Tree
    entry: Entry
    name: str = ""  # what the student has called the file, without what a system has added
    is_marked_late: bool = False
    times: Times = "file"  # where the time of submission is known from


@dataclass(frozen=True)
class Stray:
    """Something that belongs to nobody."""

    tree: Tree
    parts: Parts
    why: str


@dataclass(frozen=True)
class Division:
    """A place, divided among people. An archive in `opened` is for the caller to close."""

    layout: str
    bundles: tuple[Bundle, ...]
    strays: tuple[Stray, ...] = ()
    opened: tuple[Archive, ...] = ()


def divide(place: Place, exercises: Sequence[Exercise], known: Known) -> Division:
    """Divide a place among people. Raises CannotRead where the place itself cannot be read."""
    for _ in range(MAX_WRAPPERS):
        for recognise in (canvas, moodle, clones):
            if (division := recognise(place, known)) is not None:
                return division
        if (division := one_student(place, exercises)) is not None:
            return division
        only = place.visible()
        if len(only) != 1 or not only[0].is_folder or _is_of_one_student(place.inner(only[0]), exercises):
            break
        place = place.inner(only[0])
    return side_by_side(place, exercises, known) or people(place, exercises)


def canvas(place: Place, _: Known) -> Division | None:
    """Canvas, "Download Submissions": `<name>[_LATE]_<user id>_<attachment id>_<file>`, all in one folder; the name in
    lower case without what is not a letter, `anon_<id>` instead of name and number in anonymous grading, and
    `_text.html` or `_link.html` for what was not uploaded (canvas-lms, lib/content_zipper.rb).

    The times in the archive are those of the download; only LATE says something.
    """

    def bundle(entry: Entry) -> Bundle | None:
        text = unicodedata.normalize("NFC", entry.name)
        if entry.is_folder:
            return None
        if found := _CANVAS_ANONYMOUS.fullmatch(text):
            claim = Claim(f"anon_{found['user']}", ids=(("canvas-anonymous", found["user"]),))
        elif found := _CANVAS.fullmatch(text):
            claim = Claim(found["name"], found["name"], (("canvas", found["user"]),))
        else:
            return None
        name = found["file"] or f"{found['text']}.html"
        return Bundle(claim, place.tree, entry, name, is_marked_late=bool(found["late"]), times="unknown")

    return _most("Canvas download", place, bundle)


def moodle(place: Place, _: Known) -> Division | None:
    """Moodle, "Download all submissions": a folder `<name>_<id>_assignsubmission_file` for each student, with a `_`
    behind it in Moodle 3; or flat files with that in front. The id is the number in the worksheet's "Identifier";
    blind marking has one name for all, a team has the group's id or none (moodle, mod/assign/classes/downloader.php).

    The times in the archive are those of the download; the worksheet has those of the submission.
    """

    def bundle(entry: Entry) -> Bundle | None:
        found = _MOODLE.fullmatch(unicodedata.normalize("NFC", entry.name))
        if found is None or (not entry.is_folder and not found["file"]):
            return None
        ids = (("moodle", found["id"]),) if found["id"] else ()
        label = f"{found['name']}_{found['id']}" if found["id"] else found["name"]
        claim = Claim(label, found["name"], ids)
        return Bundle(claim, place.tree, entry, found["file"] or "", times="roster")

    division = _most("Moodle download", place, bundle)
    if division is None:
        return None
    names = {bundle.claim.name for bundle in division.bundles}
    people = {bundle.claim for bundle in division.bundles}
    if names == {"Participant"} or len(names) == 1 < len(people):
        division = replace(division, bundles=tuple(_blind(bundle) for bundle in division.bundles))
    return division


def clones(place: Place, known: Known) -> Division | None:
    """Clones of students' repositories: `<assignment>-<username>`, of GitHub Classroom in a folder
    `<assignment>-submissions` (`gh classroom clone student-repos`), and `<classroom>-<assignment>-<username>` of
    Classroom 50, each with a `result.json` (`gh teacher download`). User names hold dashes: what most folders begin
    with is the assignment.
    """
    folders = [entry for entry in place.visible() if entry.is_folder]
    is_of_classroom = place.name.endswith("-submissions")
    within = {folder: _names(place.inner(folder)) for folder in folders}
    repositories = [folder for folder in folders if ".git" in within[folder]]
    if not folders or (len(repositories) * 2 <= len(folders) and not is_of_classroom):
        return None
    prefix = _assignment(place.name, [folder.name for folder in folders], known)
    if not prefix:
        return None
    layout = "GitHub Classroom clones"
    if any({"result.json", "results.json"} & within[folder] for folder in folders):
        layout = "Classroom 50 clones"

    def bundle(entry: Entry) -> Bundle | None:
        if not entry.is_folder:
            return None
        user = entry.name.removeprefix(prefix)
        ids = (("github", user),) if user != entry.name else ()
        return Bundle(Claim(user, ids=ids), place.tree, entry)

    return _division(layout, place, bundle)


def one_student(place: Place, exercises: Sequence[Exercise]) -> Division | None:
    """The folder or the repository of one student: exercises lie in it under their own names."""
    if not _is_of_one_student(place, exercises):
        return None
    bundle = Bundle(Claim(_label(place.name)), place.tree, Entry(place.parts, is_folder=True))
    return Division("one student's folder", (bundle,))


def side_by_side(place: Place, exercises: Sequence[Exercise], known: Known) -> Division | None:
    """Several downloads in one folder, such as one of Canvas for each assignment; or folders with folders of students
    in them, where the roster knows the inner names and not the outer ones.

    All of them must be such: one archive that looks like a download may be a student's own.
    """
    visible = place.visible()
    if any(has_suffix(entry, ".py") for entry in visible):
        return None
    holders = [entry for entry in visible if entry.is_folder or _is_archive(entry)]
    if not holders or len(holders) > MAX_INNER_PLACES:
        return None
    opened: list[Archive] = []
    divisions: list[Division] = []
    for holder in holders:
        division = _inner_division(place, holder, len(holders), exercises, known, opened)
        if division is None:
            for archive in opened:
                archive.close()
            return None
        divisions.append(division)
    return Division(
        " and ".join(sorted({division.layout for division in divisions})),
        tuple(bundle for division in divisions for bundle in division.bundles),
        tuple(stray for division in divisions for stray in division.strays)
        + tuple(_stray(place, entry) for entry in visible if entry not in holders),
        (*opened, *(archive for division in divisions for archive in division.opened)),
    )


def people(place: Place, exercises: Sequence[Exercise]) -> Division:
    """What nobody else has ordered: a folder or an archive a student, and files that name their student
    (`jane_doe__01_three_scouts.py`, `three_scouts-jane.py`, `jane.py`).
    """
    visible = place.visible()
    holders = [entry for entry in visible if entry.is_folder or _is_archive(entry)]
    sources = [entry for entry in visible if has_suffix(entry, ".py")]

    def bundle(entry: Entry) -> Bundle | None:
        stem = PurePosixPath(entry.name).stem
        if entry.is_folder:
            return Bundle(Claim(_label(entry.name)), place.tree, entry)
        if entry in sources:
            named = exercise_named(stem, exercises)
            person = named.rest if named else "" if holders else stem
            return Bundle(Claim(_label(person)), place.tree, entry, entry.name) if person else None
        if _is_archive(entry) and not entry.problem:
            named = exercise_named(stem, exercises)
            person = named.rest if named and named.rest else without_copy_mark(stem)
            return Bundle(Claim(_label(person)), place.tree, entry, entry.name)
        return None

    layout = "a folder of files"
    if holders and sources:
        layout = "folders and files"
    elif holders:
        layout = "a folder a student" if any(entry.is_folder for entry in holders) else "an archive a student"
    return _division(layout, place, bundle)


def _most(layout: str, place: Place, bundle: Callable[[Entry], Bundle | None]) -> Division | None:
    """The division, if more than half of what is there fits."""
    division = _division(layout, place, bundle)
    return division if len(division.bundles) > len(division.strays) else None


def _division(layout: str, place: Place, bundle: Callable[[Entry], Bundle | None]) -> Division:
    bundles, strays = [], []
    for entry in place.visible():
        if (found := bundle(entry)) is not None:
            bundles.append(found)
        else:
            strays.append(_stray(place, entry))
    return Division(layout, tuple(bundles), tuple(strays))


def _stray(place: Place, entry: Entry) -> Stray:
    why = entry.problem or what_to_do(entry.name)
    if not why:
        why = "belongs to nobody: its name does not say whose it is. Rename it, or put it in the student's folder."
    return Stray(place.tree, entry.parts, why)


def _blind(bundle: Bundle) -> Bundle:
    return replace(bundle, claim=replace(bundle.claim, name=bundle.claim.label, is_anonymous=True))


def _inner_division(
    place: Place,
    holder: Entry,
    holders: int,
    exercises: Sequence[Exercise],
    known: Known,
    opened: list[Archive],
) -> Division | None:
    try:
        if holder.is_folder:
            inner = place.inner(holder)
        elif isinstance(place.tree, Folder):  # in an archive, an archive is a student's own
            archive = Archive(place.tree.open(holder), holder.parts)
            opened.append(archive)
            inner = Place(archive, (), PurePosixPath(holder.name).stem)
        else:
            return None
        for recognise in (canvas, moodle, clones):
            if (division := recognise(inner, known)) is not None:
                return division
        if not holder.is_folder and holders == 1:
            return divide(inner, exercises, known)
        if holder.is_folder and _holds_known_people(inner, known):
            return people(inner, exercises)
    except CannotRead:
        return None
    return None


def _holds_known_people(place: Place, known: Known) -> bool:
    if known.knows(_label(place.name)):
        return False
    folders = [entry for entry in place.visible() if entry.is_folder]
    return any(known.knows(_label(folder.name)) for folder in folders)


def _is_of_one_student(place: Place, exercises: Sequence[Exercise]) -> bool:
    chapters = {"exercises", *(exercise.chapter for exercise in exercises)}
    try:
        visible = place.visible()
    except CannotRead:
        return False
    if any(entry.is_folder and entry.name in chapters for entry in visible):
        return True
    sources = [PurePosixPath(entry.name) for entry in visible if has_suffix(entry, ".py")]
    named = [exercise_named(source.stem, exercises) for source in sources]
    exact = [name for name in named if name is not None and not name.rest]
    # Beside the folders of a class, a file is a stray.
    holders = [entry for entry in visible if entry.is_folder and _holds_sources(place.inner(entry))]
    return len(exact) * 2 > len(sources) and len(exact) >= len(holders)


def _holds_sources(place: Place) -> bool:
    return any(name.endswith(".py") or name == "exercises" for name in _names(place))


def _assignment(place: str, names: Sequence[str], known: Known) -> str:
    """What stands before the user names: the assignment, with its dash; "" where there is nothing in common."""
    slug = f"{place.removesuffix('-submissions')}-"
    if place.endswith("-submissions") and sum(name.startswith(slug) for name in names) * 2 > len(names):
        return slug
    starts = Counter(name[: dash + 1] for name in names for dash, letter in enumerate(name) if letter == "-")
    on_roster = {
        start: sum(name.startswith(start) and known.has_user(name.removeprefix(start)) for name in names)
        for start in starts
    }
    if max(on_roster.values(), default=0):
        return max(on_roster, key=lambda start: (on_roster[start], len(start)))
    common = [start for start, count in starts.items() if count > 1 and count * 2 > len(names)]
    return max(common, key=lambda start: (starts[start], len(start)), default="")


def is_clone(tree: Tree, folder: Entry) -> bool:
    """Whether a folder is a repository, whose files have the times of their cloning."""
    return folder.is_folder and ".git" in _names(Place(tree, folder.parts, ""))


def _names(place: Place) -> set[str]:
    try:
        return {entry.name for entry in place.tree.children(place.parts)}
    except CannotRead:
        return set()


def _is_archive(entry: Entry) -> bool:
    return has_suffix(entry, ".zip")


def _label(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()
