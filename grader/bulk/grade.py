"""Grading a class: from whatever was handed in to everything that comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from grader.bulk.executors import PACKAGE_ROOT, Crew, NoCluster, cluster, processes
from grader.bulk.grading import Unfit
from grader.bulk.intake.read import NotReadable, read_submissions
from grader.bulk.intake.roster import RosterError, read_roster
from grader.bulk.intake.submissions import HandedIn, Intake
from grader.bulk.kit import kit_of
from grader.bulk.manifest import NoManifest, read_manifest
from grader.bulk.marks import Found, Overrides, class_record, found
from grader.bulk.outputs import write_outputs
from grader.bulk.overrides import OverridesUnreadable, read_overrides, unknown
from grader.bulk.progress import ProgressShown
from grader.bulk.request import Request
from grader.bulk.run import Run, Work
from grader.bulk.selection import UnknownStudent, only
from grader.bulk.similarity import similar_files
from grader.bulk.store import EMPTY, Store, StoreUnusable
from grader.catalog import Catalog, Exercise
from grader.classroom import ClassRecord, Problem
from grader.report.phrases import counted
from grader.similarity import Similarity

CAN_BE_MENDED = (
    NoCluster,
    NoManifest,
    NotReadable,
    OverridesUnreadable,
    RosterError,
    StoreUnusable,
    Unfit,
    UnknownStudent,
)


class CannotGrade(Exception):
    """The class cannot be graded as it was asked for, or not to the end. The text says why, and what to do."""


Say = Callable[[str], None]  # a line for the instructor
NewProgress = Callable[[int], ProgressShown]  # for so many files


def grade(catalog: Catalog, request: Request, say: Say, new_progress: NewProgress) -> ClassRecord:
    """Grade a class: read what was handed in, judge what was not judged before, write what comes of it.

    Raises CannotGrade, CatalogError, and KeyboardInterrupt: what is judged by then is kept, and the same call goes
    on from there.
    """
    try:
        _refuse_to_read_what_is_written(request)
        overrides = _overrides(catalog, request)
        with Store(request.out) as store:
            everybody = _read(store, request)
            request = _of_what_was_handed_in(request, everybody, overrides)
            intake = only(everybody, request.students)
            works = list(_works(store, intake, request))
            for line in _announcement(store, intake, works, request):
                say(line)
            _judge(catalog, store, works, request, new_progress)
            record = _record(store, everybody, intake, overrides, request)
            compared = similar_files(record, request.exercises, store.source) if request.similarity else None
    except CAN_BE_MENDED as error:
        raise CannotGrade(str(error)) from error
    _write(record, compared, request)
    return record


def _refuse_to_read_what_is_written(request: Request) -> None:
    if request.out.resolve().is_relative_to(request.submissions.resolve()):
        raise CannotGrade(
            f"{request.out} is inside of {request.submissions}, so that results would be read as submissions. "
            "Choose a folder beside it: --out results"
        )


def _overrides(catalog: Catalog, request: Request) -> Overrides:
    """The marks set by hand, without those of exercises that this run is not about."""
    if request.overrides is None:
        return {}
    others = {exercise.slug for exercise in catalog.exercises} - {
        exercise.slug for exercise in request.exercises
    }
    return {
        (key, slug): override
        for (key, slug), override in read_overrides(request.overrides).items()
        if slug not in others
    }


def _read(store: Store, request: Request) -> Intake:
    """What was handed in. All bytes are in the store then, and those of an empty file."""
    roster = read_roster(request.roster) if request.roster is not None else None
    manifest = read_manifest(request.manifest) if request.manifest is not None else None
    with store.transaction():
        store.keep(b"")
        return read_submissions(
            request.submissions, request.exercises, store.keep, roster=roster, manifest=manifest
        )


def _of_what_was_handed_in(request: Request, intake: Intake, overrides: Overrides) -> Request:
    """Where no exercise is named, those are graded that somebody has handed in, or has a mark for."""
    found = {file.slug for submission in intake.submissions for file in submission.files}
    found |= {slug for _, slug in overrides}
    exercises = [exercise for exercise in request.exercises if exercise.slug in found]
    return request if request.are_named or not exercises else replace(request, exercises=exercises)


def _works(store: Store, intake: Intake, request: Request) -> Iterator[Work]:
    """What has no verdict yet, or is to have a new one. The empty file tells what an exercise's tests are."""
    for exercise in request.exercises:
        kit = kit_of(exercise)
        wanted = dict.fromkeys([EMPTY, *(file.digest for file in _files(intake, exercise))])
        judged = set() if request.force else store.judged(exercise.slug, kit, request.level)
        yield Work(exercise, kit, tuple(digest for digest in wanted if digest not in judged))


def _files(intake: Intake, exercise: Exercise) -> list[HandedIn]:
    """The files for an exercise that count."""
    files = (file for submission in intake.submissions for file in submission.files)
    return [file for file in files if file.slug == exercise.slug and not file.is_unclear]


def _announcement(store: Store, intake: Intake, works: Sequence[Work], request: Request) -> Iterator[str]:
    """What is going to happen, and why."""
    files = sum(len(_files(intake, work.exercise)) for work in works)
    students = counted(len(intake.submissions), "student")
    yield f"{intake.layout}: {students}, {counted(files, 'file')}; {_waiting(works)} to be judged."
    if not request.are_named:
        yield f"Graded: {', '.join(work.exercise.slug for work in works)}. --exercises names others to be graded."
    if request.terms.deadline is not None:
        yield f"The deadline is {request.terms.in_words}."
    for work in () if request.force else works:
        before = store.judged_otherwise(work.exercise.slug, work.kit)
        again = [before[digest] for digest in work.digests if digest in before and digest != EMPTY]
        changes = dict.fromkeys(change for kit in again for change in work.kit.changes_since(kit))
        if again:
            yield f"{work.exercise.slug}: {counted(len(again), 'file')} again, for a change of {', '.join(changes)}."


def _waiting(works: Sequence[Work]) -> int:
    """How many files wait for a verdict; the empty one is nobody's."""
    return sum(len(set(work.digests) - {EMPTY}) for work in works)


def _judge(
    catalog: Catalog, store: Store, works: Sequence[Work], request: Request, new_progress: NewProgress
) -> None:
    root = "" if str(catalog.root) == PACKAGE_ROOT else str(catalog.root)
    with new_progress(_waiting(works)) as shown:
        run = Run(store, lambda: _new_crew(request), root=root, level=request.level, tell=shown.advance)
        run.grade(works)


def _new_crew(request: Request) -> AbstractContextManager[Crew]:
    return processes(request.jobs) if request.cluster is None else cluster(request.cluster)


def _record(
    store: Store, everybody: Intake, intake: Intake, overrides: Overrides, request: Request
) -> ClassRecord:
    columns = [_found(store, intake, exercise) for exercise in request.exercises]
    keys = [
        *(one.student.key for one in everybody.submissions),
        *(student.key for student in everybody.missing),
    ]
    sentences = unknown(overrides, keys, [column.info for column in columns])
    problems = [*_timeless(intake, request), *(Problem(str(request.overrides), text) for text in sentences)]
    return class_record(intake, columns, request.terms, overrides, problems)


def _found(store: Store, intake: Intake, exercise: Exercise) -> Found:
    kit = kit_of(exercise)
    digests = {EMPTY, *(file.digest for file in _files(intake, exercise))}
    return found(exercise, {digest: store.verdict(exercise.slug, kit, digest) for digest in digests})


def _timeless(intake: Intake, request: Request) -> Iterator[Problem]:
    """What a deadline cannot be held against."""
    files = [file for exercise in request.exercises for file in _files(intake, exercise)]
    timeless = sum(file.submitted is None and not file.is_marked_late for file in files)
    if request.terms.deadline is not None and timeless:
        text = f"Nothing tells when {timeless} of {counted(len(files), 'file')} came. They count as in time."
        yield Problem(str(request.submissions), text)


def _write(record: ClassRecord, compared: Similarity | None, request: Request) -> None:
    try:
        write_outputs(record, request.out, similarity=compared)
    except OSError as error:
        file = error.filename2 or error.filename or request.out
        raise CannotGrade(
            f"{file} cannot be written: {error.strerror}. Is it open in another program? Mend that, and give the "
            "same command again: no file is judged twice."
        ) from error
