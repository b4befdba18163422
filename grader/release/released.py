"""A check in a released repository: with the hidden tests where the key is there, else with the public ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from grader.bulk.manifest import KIT, NAME, Manifest, read_manifest
from grader.catalog import Catalog
from grader.judge.workers import Workers
from grader.release.archive import unpack
from grader.release.handed_in import in_repository, put_together
from grader.release.sealed import SealError, read_key, unseal
from grader.release.writing import SEALED

ONLY_PUBLIC = "Only the public tests were run: the others run when your work is handed in."
WITH_HIDDEN = "All tests were run, the hidden ones included."


@contextmanager
def with_its_tests(
    catalog: Catalog, workers: Workers, key_file: Path | None, environment: Mapping[str, str]
) -> Iterator[tuple[Catalog, tuple[str, ...]]]:
    """The catalog to check with, and sentences that say which tests run. Outside of a release, `catalog` itself.

    Raises NoManifest; and SealError: with a key, nobody takes public points for the whole mark.
    """
    manifest = _manifest_of(catalog.root)
    if manifest is None:
        if key_file is not None:
            raise SealError(
                f"{catalog.root}: --key is for a released repository, and this is none. Leave it out."
            )
        yield catalog, ()
        return
    key = read_key(key_file, environment) if manifest.tests == "sealed" else None
    if key is None:
        yield catalog, (ONLY_PUBLIC,)
        return
    try:
        kit = unpack((catalog.root / KIT).read_bytes())
        sealed, belongs_to = kit[SEALED], kit[NAME]
    except (OSError, KeyError, ValueError) as error:
        raise SealError(
            f"{KIT}: the sealed tests are not there: {error}. README.md says how to restore it."
        ) from None
    tests = open_sealed(sealed, key, belongs_to, workers)
    submitted, notes = in_repository(catalog.exercises, catalog.root)
    with put_together(catalog.exercises, submitted, tests) as whole:
        yield whole, (*notes, WITH_HIDDEN)


def open_sealed(sealed: bytes, key: bytes, belongs_to: bytes, workers: Workers) -> dict[str, bytes]:
    """The hidden tests, by path. Raises SealError, also where a submission could read them."""
    if workers.isolation.level == 0:
        raise SealError(
            "The sealed tests stay closed: on this machine a submission could read them (isolation level 0). "
            "`python -m grader doctor` says why. Grade on Linux with Landlock, or check without the key."
        )
    return unpack(unseal(sealed, key, belongs_to))


def _manifest_of(root: Path) -> Manifest | None:
    file = root / NAME
    return read_manifest(file) if file.is_file() else None
