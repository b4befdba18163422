"""A sealed bundle: nobody reads it or makes another one without the key."""

from __future__ import annotations

import stat

import pytest

from grader.release.sealed import SealError, new_key, read_key, seal, unseal, write_key

pytestmark = pytest.mark.once

KEY, OTHER = bytes(32), bytes(31) + b"1"


def test_what_was_sealed_comes_out_as_it_was():
    assert unseal(seal(b"the hidden tests", KEY, b"manifest"), KEY, b"manifest") == b"the hidden tests"


def test_nothing_of_the_content_can_be_read():
    assert b"hidden" not in seal(b"the hidden tests" * 100, KEY, b"manifest")


def test_the_same_content_is_never_sealed_alike():
    assert seal(b"tests", KEY, b"manifest") != seal(b"tests", KEY, b"manifest")


@pytest.mark.parametrize(
    ("key", "belongs_to"),
    [(OTHER, b"manifest"), (KEY, b"another manifest")],
    ids=["another key", "another release"],
)
def test_it_opens_with_its_key_and_for_its_release_only(key, belongs_to):
    with pytest.raises(SealError, match="cannot be opened"):
        unseal(seal(b"tests", KEY, b"manifest"), key, belongs_to)


def test_no_byte_of_it_can_be_changed():
    sealed = seal(b"tests", KEY, b"manifest")
    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(SealError):
            unseal(bytes(changed), KEY, b"manifest")


@pytest.mark.parametrize("length", range(40))
def test_a_part_of_it_does_not_open(length):
    with pytest.raises(SealError):
        unseal(seal(b"tests", KEY, b"manifest")[:length], KEY, b"manifest")


def test_a_key_is_read_from_a_file_before_the_environment(tmp_path):
    mine, theirs = new_key(), new_key()
    (tmp_path / "key").write_text(f"{mine}\n")

    assert read_key(tmp_path / "key", {"OVERLAP_KEY": theirs}) == read_key(None, {"OVERLAP_KEY": mine})


@pytest.mark.parametrize("environment", [{}, {"OVERLAP_KEY": ""}, {"OVERLAP_KEY": " \n"}])
def test_an_empty_variable_is_no_key(environment):
    assert read_key(None, environment) is None


@pytest.mark.parametrize("text", ["abc", "A" * 44, "A" * 42 + "==", "é" * 44, "A" * 87 + "="])
def test_what_is_no_key_is_refused_without_showing_it(text):
    with pytest.raises(SealError, match="this is no key") as refused:
        read_key(None, {"OVERLAP_KEY": text})
    assert text not in str(refused.value)


def test_a_missing_key_file_is_named(tmp_path):
    with pytest.raises(SealError, match=r"absent.*cannot be read"):
        read_key(tmp_path / "absent", {})


def test_a_new_key_is_for_its_owner_only_and_replaces_nothing(tmp_path):
    key = write_key(tmp_path / "key")

    assert read_key(tmp_path / "key", {}) == key
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    with pytest.raises(SealError, match="cannot be written"):
        write_key(tmp_path / "key")
