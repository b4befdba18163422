"""Submissions in any form → who has handed in what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from grader.bulk.intake.archive import Archive
from grader.bulk.intake.commits import commit_times
from grader.bulk.intake.folder import Folder
from grader.bulk.intake.gathering import Found, gathered
from grader.bulk.intake.identity import Claim, Known, identify
from grader.bulk.intake.layouts import Bundle, Division, Place, divide, is_clone
from grader.bulk.intake.matching import Choice, Matcher
from grader.bulk.intake.names import folded, shown, shown_path
from grader.bulk.intake.roster import Roster
from grader.bulk.intake.submissions import HandedIn, Intake, Keep, Submission
from grader.bulk.intake.tree import CannotRead, Entry, Tree
from grader.bulk.manifest import Manifest, changes, in_words, is_copy
from grader.catalog import Exercise, load_catalog
from grader.classroom import Problem, Student

MAX_PROBLEMS = 20  # sentences about one student


class NotReadable(Exception):
    """There are no submissions under a path: which, why, and what the instructor does next."""


def read_submissions(
    place: Path,
    exercises: Sequence[Exercise],
    keep: Keep,
    *,
    roster: Roster | None = None,
    manifest: Manifest | None = None,
) -> Intake:
    """Who has handed in what, from a folder or a zip archive in any layout.

    `exercises` are those that are asked for, in their order. `keep` gets the content of each file that counts. With
    `manifest`, whole repositories are compared with what was released.
    Raises NotReadable where there is nothing to read at all; all else is a problem of one file or one student.
    """
    people = roster.students if roster else ()
    known = Known(people)
    whole_kit = _whole_kit(exercises)
    with ExitStack() as opened:
        tree = _opened(place, opened)
        division = _divided(place, tree, whole_kit, known)
        for archive in division.opened:
            opened.callback(archive.close)
        claimed, problems = identify((bundle.claim for bundle in division.bundles), known)
        bundles = _by_student(claimed, division.bundles)
        reader = _Reader(exercises, Matcher(whole_kit), keep, roster, manifest)
        submissions = [reader.read(student, bundles[student.key]) for student in _merged(claimed.values())]
        problems += _left_over(tree, division)
    return Intake(
        layout=division.layout,
        submissions=tuple(sorted(submissions, key=lambda submission: _order(submission.student))),
        missing=tuple(sorted((student for student in people if student.key not in bundles), key=_order)),
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.text))),
    )


class _Reader:
    """Reads one student after the other, and holds the sources of one at a time."""

    def __init__(
        self,
        exercises: Sequence[Exercise],
        matcher: Matcher,
        keep: Keep,
        roster: Roster | None,
        manifest: Manifest | None,
    ) -> None:
        self._exercises = exercises
        self._matcher = matcher
        self._keep = keep
        self._received = roster.submitted if roster else {}
        self._manifest = manifest

    def read(self, student: Student, bundles: Sequence[Bundle]) -> Submission:
        """What one student has handed in."""
        with ExitStack() as opened:
            files: list[Found] = []
            problems = [*_several_names(bundles), *self._not_as_released(bundles)]
            for bundle in bundles:
                found, left_out = opened.enter_context(gathered(bundle))
                files += found
                problems += left_out
            matching = self._matcher.match(files)
            choices = {
                e.slug: matching.choices[e.slug] for e in self._exercises if e.slug in matching.choices
            }
            times = self._times(student, choices)
            handed_in = tuple(self._handed_in(slug, choice, times[slug]) for slug, choice in choices.items())
        return Submission(student, handed_in, _bounded([*problems, *matching.problems]))

    def _not_as_released(self, bundles: Sequence[Bundle]) -> Iterator[str]:
        if self._manifest is None:
            return
        for bundle in bundles:
            tree, top = bundle.tree, bundle.entry.parts
            found = changes(tree, top, self._manifest) if is_copy(tree, bundle.entry) else []
            if found:
                yield f"{in_words(found)} Marks do not come from these files."

    def _handed_in(self, slug: str, choice: Choice, submitted: datetime | None) -> HandedIn:
        return HandedIn(
            slug=slug,
            path=choice.file.shown,
            digest=self._keep(choice.content),
            problem=choice.problem,
            submitted=submitted,
            is_marked_late=choice.file.bundle.is_marked_late,
            is_unclear=choice.is_unclear,
        )

    def _times(self, student: Student, choices: Mapping[str, Choice]) -> dict[str, datetime | None]:
        """When each file was submitted, where something knows that is not only a download or a clone."""
        files: dict[Bundle, dict[str, Entry]] = defaultdict(dict)
        for slug, choice in choices.items():
            files[choice.file.bundle][slug] = choice.file.outer
        times: dict[str, datetime | None] = {}
        for bundle, entries in files.items():
            if bundle.times == "roster":
                times |= dict.fromkeys(entries, self._received.get(student.key))
            elif bundle.times == "unknown":
                times |= dict.fromkeys(entries)
            elif is_clone(bundle.tree, bundle.entry):
                times |= _committed(bundle, entries)
            else:
                times |= {slug: entry.modified for slug, entry in entries.items()}
        return times


def _committed(bundle: Bundle, entries: Mapping[str, Entry]) -> dict[str, datetime | None]:
    if not isinstance(bundle.tree, Folder):  # git reads no archive
        return dict.fromkeys(entries)
    clone = bundle.entry.parts
    files = {slug: entry.parts[len(clone) :] for slug, entry in entries.items()}
    times = commit_times(bundle.tree, clone, list(files.values()))
    return {slug: times.get(parts) for slug, parts in files.items()}


def _opened(place: Path, opened: ExitStack) -> Folder | Archive:
    """The folder or the archive that was named. Raises NotReadable."""
    if place.is_dir():
        return Folder(place)
    try:
        if not place.is_file():
            raise NotReadable(
                f"{place}: there is no such folder and no such file. Give the folder or the zip archive of submissions."
            )
        return opened.enter_context(Archive(place.open("rb"), (place.name,)))
    except OSError as error:
        raise NotReadable(f"{place}: it cannot be read: {error.strerror}. Give another path.") from None
    except CannotRead as error:
        raise NotReadable(f"{place} {error} Submissions are a folder or a zip archive.") from None


def _divided(place: Path, tree: Tree, exercises: Sequence[Exercise], known: Known) -> Division:
    name = place.resolve().stem if isinstance(tree, Archive) else place.resolve().name
    try:
        division = divide(Place(tree, (), name), exercises, known)
    except CannotRead as error:
        raise NotReadable(f"{place} {error}") from None
    if not division.bundles:
        raise NotReadable(
            f"{place}: nothing in it is a submission. Give the folder or the zip archive that holds them all."
        )
    return division


def _whole_kit(exercises: Sequence[Exercise]) -> Sequence[Exercise]:
    """All exercises of the kit: a file for one that is not asked for is known, and no stray."""
    roots = sorted({exercise.root for exercise in exercises})
    return [exercise for root in roots for exercise in load_catalog(root).exercises]


def _by_student(claimed: Mapping[Claim, Student], bundles: Sequence[Bundle]) -> dict[str, list[Bundle]]:
    found: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        found[claimed[bundle.claim].key].append(bundle)
    return dict(found)


def _merged(students: Iterable[Student]) -> list[Student]:
    """Each student once, with all that is known of them."""
    merged: dict[str, Student] = {}
    for student in students:
        known = merged.setdefault(student.key, student)
        merged[student.key] = replace(known, ids={**student.ids, **known.ids})
    return list(merged.values())


def _several_names(bundles: Sequence[Bundle]) -> list[str]:
    labels = sorted({shown(bundle.claim.label) for bundle in bundles})
    if len(labels) < 2:
        return []
    return [f"This came under several names, which the roster gives to one person: {'; '.join(labels[:4])}."]


def _bounded(problems: Sequence[str]) -> tuple[str, ...]:
    more = len(problems) - MAX_PROBLEMS
    return (*problems[:MAX_PROBLEMS], *([f"And {more} more files like these."] if more > 0 else []))


def _left_over(tree: Tree, division: Division) -> list[Problem]:
    """What belongs to nobody."""
    trees = (tree, *division.opened)
    problems = [
        Problem(shown_path((*stray.tree.prefix, *stray.parts)), _sentence(stray.why))
        for stray in division.strays
    ]
    for archive in trees:
        problems += [
            Problem(shown_path((*archive.prefix, name)), _sentence(why)) for name, why in archive.rejected
        ]
    return problems


def _sentence(why: str) -> str:
    """The rest of a sentence, as one of its own."""
    return f"It {why}"


def _order(student: Student) -> tuple[str, str]:
    return folded(student.name), student.key
