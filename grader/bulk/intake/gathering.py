"""All files of one bundle: those of a folder, those of an archive, or the one that it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from grader.bulk.intake.archive import MAX_INNER_DIRECTORY, Archive
from grader.bulk.intake.layouts import Bundle
from grader.bulk.intake.names import shown_path
from grader.bulk.intake.tree import CannotRead, Entry, Parts, Tree, has_suffix, walk

MAX_ARCHIVES = 50  # of one student


@dataclass(frozen=True)
class Found:
    """One file of a student."""

    parts: Parts  # below the student's own folder, without what a system has added to the name
    shown: str  # within the submissions, for people
    tree: Tree
    entry: Entry
    bundle: Bundle
    outer: Entry  # the entry in the delivered tree: the file, or the archive that it is in


@contextmanager
def gathered(bundle: Bundle) -> Iterator[tuple[list[Found], list[str]]]:
    """The files of a bundle, by their parts, and sentences about what was left out. Archives are open until the end."""
    found: list[Found] = []
    problems: list[str] = []
    opened: list[Archive] = []
    try:
        for entry, parts in _entries(bundle, problems):
            if not has_suffix(entry, ".zip") or entry.problem:
                found.append(
                    Found(parts, _shown(bundle.tree, entry.parts), bundle.tree, entry, bundle, entry)
                )
            elif len(opened) == MAX_ARCHIVES:
                problems.append(
                    f"{_shown(bundle.tree, entry.parts)} is one archive too many, and was not read."
                )
            else:
                found += _unpacked(bundle, entry, parts, problems, opened)
        found.sort(key=lambda file: (file.parts, file.shown))
        yield found, problems
    finally:
        for archive in opened:
            archive.close()


def _entries(bundle: Bundle, problems: list[str]) -> list[tuple[Entry, Parts]]:
    if not bundle.entry.is_folder:
        return [(bundle.entry, (bundle.name or bundle.entry.name,))]
    top = bundle.entry.parts
    entries, left_out = walk(bundle.tree, top)
    problems += [f"{_shown(bundle.tree, parts)} {why}" for parts, why in left_out]
    if not entries and not left_out:
        problems.append(f"{_shown(bundle.tree, top) or 'The folder'} has nothing in it that could be graded.")
    return [(entry, entry.parts[len(top) :]) for entry in entries]


def _unpacked(
    bundle: Bundle, entry: Entry, parts: Parts, problems: list[str], opened: list[Archive]
) -> list[Found]:
    prefix = (*bundle.tree.prefix, *entry.parts)
    try:
        archive = Archive(bundle.tree.open(entry), prefix, max_directory=MAX_INNER_DIRECTORY)
    except CannotRead as error:
        problems.append(f"{shown_path(prefix)} {error}")
        return []
    opened.append(archive)
    entries, left_out = walk(archive, ())
    problems += [f"{shown_path((*prefix, name))} {why}" for name, why in archive.rejected]
    problems += [f"{_shown(archive, inner)} {why}" for inner, why in left_out]
    return [
        Found((*parts[:-1], *inner.parts), _shown(archive, inner.parts), archive, inner, bundle, entry)
        for inner in entries
    ]


def _shown(tree: Tree, parts: Parts) -> str:
    return shown_path((*tree.prefix, *parts))
