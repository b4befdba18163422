"""Likely copies among the submissions for an exercise. Whether one is a copy is for a person to say.

The method is that of MOSS (Schleimer, Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting",
SIGMOD 2003). A file becomes a sequence of normalised tokens: comments, docstrings, layout, imports, parentheses,
commas, the names that an author chooses and the values of literals are out, so that changing them changes nothing.
What two files share are runs of `RUN` tokens that stand in both, wherever they stand, so that the order of functions
does not matter either. Runs of the stub are nobody's own, and neither are those that many files have: the common
idioms. The paper keeps a selection of the runs (winnowing), which saves space that files of this size do not need.

Short answers to a small exercise look alike by nature, so files with less than `MIN_OWN` runs of their own are not
compared. `MIN_SHARE` was chosen with the kit's own correct solutions: of 250 pairs for one exercise, one has more in
common than that, 0.79, and it was written by changing three lines of the other; the next has 0.53.

Only tokens are looked at; nothing is parsed or run, so a file of any content, on any Python, takes the same steps.
"""

from __future__ import annotations

import keyword
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, islice

import msgspec

RUN = 8  # tokens, one after the other
MIN_OWN = 25  # runs of a file that are neither the stub's nor common
MIN_SHARE = 0.6  # of one file's own runs, also in the other
COMMON_FILES = 10  # a run in more different files than this, and in more than COMMON_SHARE of them, is common
COMMON_SHARE = 0.05
COMMON_AT_MOST = 50  # files; what more have is common in any class, which bounds the work
MAX_TOKENS = 2_000  # of a file: several times the longest of the kit's own solutions
MAX_PAIRS = 300  # that are told; the others are counted
MAX_SHOWN = 64_000  # characters of a source that stands beside another

NOTE = (
    "These files have more in common than independent answers of this length usually have. Comments, layout, names "
    "and values were left out of the comparison, and so was what the stub gives to everybody and what many students "
    "write. This is no proof of copying: two people can find the same answer, work together where that is allowed, "
    "or learn from the same source. Read both files, and talk to the students, before you decide anything."
)


class File(msgspec.Struct, frozen=True):
    """What one student has handed in for one exercise."""

    student: str  # the key of a classroom.Student
    slug: str
    digest: str  # of `source`: files of one digest are looked at once
    source: bytes
    path: str = ""  # as the submissions name it


class Side(msgspec.Struct, frozen=True):
    """One of the two files of a pair."""

    key: str  # the student's
    path: str
    share: float  # 0.0 to 1.0: how many of its own runs stand in the other file too
    source: str  # its text: at most MAX_SHOWN characters
    also: tuple[str, ...] = ()  # keys of further students whose code is the same as this, once normalised


class Passage(msgspec.Struct, frozen=True):
    """Lines that stand in both files: first and last in each, counted from 1."""

    first: tuple[int, int]
    second: tuple[int, int]


class Pair(msgspec.Struct, frozen=True):
    """Two files that have much in common."""

    slug: str
    first: Side
    second: Side
    runs: int  # that stand in both: how much evidence there is
    is_same: bool  # all of their code is the same, once normalised
    matches: tuple[Passage, ...]  # by their place in `first`


class NotCompared(msgspec.Struct, frozen=True):
    """A file of which nothing, or not all, can be said."""

    key: str  # the student's
    slug: str
    why: str


class Similarity(msgspec.Struct, frozen=True):
    """What files have in common, the most alike first."""

    note: str  # what to make of it, in words for the instructor
    pairs: tuple[Pair, ...]
    more_pairs: int  # that were found, and are not among `pairs`
    not_compared: tuple[NotCompared, ...]
    too_short: int  # files with too little of their own to tell, stubs included


@dataclass(frozen=True)
class _Code:
    """What some files are, once normalised."""

    tokens: str  # one character each
    own: frozenset[str]  # its runs, without those of the stub and the common ones
    files: tuple[File, ...]  # at least one


def find_similar(files: Iterable[File], stubs: Mapping[str, bytes]) -> Similarity:
    """The files that have much in common with another for the same exercise.

    `stubs` are what students were given, by slug. The result does not depend on the order of `files`.
    """
    ordered = sorted(files, key=lambda file: (file.slug, file.student))
    tokens = {file.digest: _normalised(file.source) for file in ordered}
    pairs: list[_Found] = []
    too_short = 0
    for slug, group in groupby(ordered, key=lambda file: file.slug):
        codes = _codes(group, tokens, stub=_normalised(stubs.get(slug, b"")))
        comparable = [code for code in codes if len(code.own) >= MIN_OWN]
        pairs += _pairs(comparable)
        too_short += sum(len(code.files) for code in codes if len(code.own) < MIN_OWN)
    pairs.sort(key=_most_alike_first)
    told = [_told(found) for found in pairs[:MAX_PAIRS]]
    return Similarity(
        note=NOTE,
        pairs=tuple(told),
        more_pairs=len(pairs) - len(told),
        not_compared=tuple(_not_compared(ordered, tokens)),
        too_short=too_short,
    )


def _not_compared(files: Iterable[File], tokens: Mapping[str, str]) -> Iterator[NotCompared]:
    for file in files:
        if b"\0" in file.source:
            yield NotCompared(file.student, file.slug, "This is no Python source.")
        elif len(tokens[file.digest]) == MAX_TOKENS:
            why = f"It is very long: only its first {MAX_TOKENS} tokens were compared."
            yield NotCompared(file.student, file.slug, why)


# --- codes: files as they are compared


def _codes(files: Iterable[File], tokens: Mapping[str, str], stub: str) -> list[_Code]:
    """The different codes among `files`, with the runs that are their own."""
    alike: dict[str, list[File]] = defaultdict(list)
    for file in files:
        alike[tokens[file.digest]].append(file)
    runs = {code: frozenset(_runs(code)) for code in alike}
    nobodys = frozenset(_runs(stub)) | _common(runs.values())
    return [_Code(code, runs[code] - nobodys, tuple(group)) for code, group in alike.items()]


def _common(codes: Collection[frozenset[str]]) -> frozenset[str]:
    """The runs of so many codes that they tell nothing."""
    many = min(max(COMMON_FILES, COMMON_SHARE * len(codes)), COMMON_AT_MOST)
    counts = Counter(run for code in codes for run in code)
    return frozenset(run for run, count in counts.items() if count > many)


def _runs(tokens: str) -> Iterator[str]:
    """All runs of a code, in its order."""
    return (tokens[place : place + RUN] for place in range(len(tokens) - RUN + 1))


# --- pairs


@dataclass(frozen=True)
class _Found:
    """Two files, and the runs that are in both. The same file twice: `one` and the others with its very code."""

    one: _Code
    other: _Code
    common: int

    @property
    def is_same(self) -> bool:
        return self.one is self.other

    @property
    def shares(self) -> tuple[float, float]:
        return self.common / len(self.one.own), self.common / len(self.other.own)


def _pairs(codes: Sequence[_Code]) -> Iterator[_Found]:
    """Those that have enough in common. An index from runs to codes: codes that share nothing never meet."""
    index: dict[str, list[int]] = defaultdict(list)
    for number, code in enumerate(codes):
        for run in code.own:
            index[run].append(number)
        if len(code.files) > 1:
            yield _Found(code, code, len(code.own))
    shared = Counter(pair for numbers in index.values() for pair in combinations(numbers, 2))
    for (one, other), count in shared.items():
        found = _Found(codes[one], codes[other], count)
        if max(found.shares) >= MIN_SHARE and count >= MIN_OWN:
            yield found


def _most_alike_first(found: _Found) -> tuple[object, ...]:
    one, other = found.one.files[0], found.other.files[-1]
    return -max(found.shares), -found.common, one.slug, one.student, other.student


def _told(found: _Found) -> Pair:
    one, *same = found.one.files
    other, *rest = same if found.is_same else found.other.files
    return Pair(
        slug=one.slug,
        first=_side(one, found.shares[0], () if found.is_same else same),
        second=_side(other, found.shares[1], rest),
        runs=found.common,
        is_same=found.is_same,
        matches=_passages(found, one, other),
    )


def _side(file: File, share: float, same: Iterable[File]) -> Side:
    also = tuple(file.student for file in same)
    return Side(file.student, file.path, round(share, 4), _text(file.source)[:MAX_SHOWN], also)


def _passages(found: _Found, one: File, other: File) -> tuple[Passage, ...]:
    """The longest stretches of runs that are in both, each with its first place in `other`."""
    common = found.one.own & found.other.own
    theirs = list(_runs(found.other.tokens))
    first = {run: place for place, run in reversed(list(enumerate(theirs)))}
    stretches: list[tuple[int, int, int]] = []  # (place in one, place in other, length in runs)
    for place, run in enumerate(_runs(found.one.tokens)):
        if run not in common:
            continue
        mine, their, length = stretches[-1] if stretches else (0, 0, 0)
        if length and mine + length == place and theirs[their + length : their + length + 1] == [run]:
            stretches[-1] = (mine, their, length + 1)
        else:
            stretches.append((place, first[run], 1))
    line, their_line = _lines(one.source), _lines(other.source)
    return tuple(
        Passage(
            (line[mine], line[mine + length + RUN - 2]),
            (their_line[their], their_line[their + length + RUN - 2]),
        )
        for mine, their, length in stretches
    )


# --- normalised tokens

# Possessive repeats (*+) take no memory for a way back: a file is as long as its author likes.
_TOKEN = re.compile(
    r"""
      (?P<space> [^\S\n]++ | \\\n | \#[^\n]*+ )
    | (?P<newline> \n )
    | (?P<string> [A-Za-z]{0,2} (?:
          \"{3} (?: [^"\\] | \\. | "(?!"") )*+ (?: \"{3} )?
        | '{3} (?: [^'\\] | \\. | '(?!'') )*+ (?: '{3} )?
        | " (?: [^"\\\n] | \\. )*+ "?
        | ' (?: [^'\\\n] | \\. )*+ '?
      ))
    | (?P<name> [^\W\d]\w*+ )
    | (?P<number> \.?\d[\w.]*+ )
    | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME, _STRING, _NUMBER = "n", "s", "0"
_KEYWORDS = {word: chr(0xE000 + number) for number, word in enumerate(sorted(keyword.kwlist))}
_OPTIONAL = "(),"  # where these may stand or not, formatters decide
_IMPORTS = (_KEYWORDS["import"], _KEYWORDS["from"])


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The normalised tokens, and where each begins. Imports and docstrings are left out."""
    statement: list[tuple[str, int]] = []
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, place = match.lastgroup, match.start()
        if kind == "newline" and depth == 0:
            yield from _unless_it_imports_or_tells(statement)
            statement = []
        elif kind == "name":
            statement.append((_KEYWORDS.get(match[0], _NAME), place))
        elif kind == "string":
            statement.append((_STRING, place))
        elif kind == "number":
            statement.append((_NUMBER, place))
        elif kind == "sign":
            depth = max(0, depth + (match[0] in "([{") - (match[0] in ")]}"))
            if match[0] not in _OPTIONAL:
                statement.append((match[0], place))
        if len(statement) > MAX_TOKENS:
            break
    yield from _unless_it_imports_or_tells(statement)


def _unless_it_imports_or_tells(statement: list[tuple[str, int]]) -> list[tuple[str, int]]:
    if statement and (statement[0][0] in _IMPORTS or all(token == _STRING for token, _ in statement)):
        return []
    return statement


def _bounded(source: bytes) -> Iterator[tuple[str, int]]:
    """At most MAX_TOKENS of them; none of what is no text."""
    return islice(_tokens("" if b"\0" in source else _text(source)), MAX_TOKENS)


def _normalised(source: bytes) -> str:
    return "".join(token for token, _ in _bounded(source))


def _lines(source: bytes) -> list[int]:
    """The line on which each token begins, counted from 1."""
    ends = [match.start() for match in re.finditer("\n", _text(source))]
    return [bisect_left(ends, place) + 1 for _, place in _bounded(source)]


def _text(source: bytes) -> str:
    return source.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
