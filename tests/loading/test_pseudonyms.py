"""Respondent ids become pseudonyms that only the key explains."""

import hashlib
import hmac
from pathlib import Path

import polars as pl
import pytest

from pipeline.errors import ExportError
from pipeline.loading.pseudonyms import (
    DEMONSTRATION_KEY,
    KEY_VARIABLE,
    key_file,
    make_key,
    pseudonym_key,
    pseudonyms,
)


@pytest.fixture
def key_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "keys" / "pseudonym.key"
    monkeypatch.setenv(KEY_VARIABLE, str(path))
    return path


def test_a_pseudonym_is_a_keyed_hash() -> None:
    expected = hmac.new(b"key", b"ann@example.org", hashlib.sha256).hexdigest()[:16]
    assert pseudonyms(pl.Series(["ann@example.org"]), b"key").to_list() == [expected]


def test_the_same_respondent_has_the_same_pseudonym_and_another_key_another() -> None:
    ids = pl.Series(["ann", "bo", "ann", None, "Åse"])
    first, second = pseudonyms(ids, b"one key"), pseudonyms(ids, b"another key")
    assert first[0] == first[2] != first[1]
    assert first[3] is None
    assert not set(first.drop_nulls()) & set(second.drop_nulls())


def test_a_key_is_made_once_for_its_owner_only(key_path: Path) -> None:
    assert make_key() == key_path
    key = key_path.read_bytes()
    assert len(key) == 64
    assert key_path.stat().st_mode & 0o077 == 0
    assert key_path.parent.stat().st_mode & 0o077 == 0
    assert make_key() == key_path
    assert key_path.read_bytes() == key
    assert pseudonym_key(demonstration=False) == key


def test_a_demonstration_needs_no_key(key_path: Path) -> None:
    assert pseudonym_key(demonstration=True) == DEMONSTRATION_KEY


@pytest.mark.parametrize("content", [None, b"", b"short\n"])
def test_without_a_key_nobody_gets_a_pseudonym(content: bytes | None, key_path: Path) -> None:
    if content is not None:
        key_path.parent.mkdir()
        key_path.write_bytes(content)
    with pytest.raises(ExportError) as raised:
        pseudonym_key(demonstration=False)
    assert f"there is no key in {key_path}. Make one once with `make key`" in str(raised.value)
    assert KEY_VARIABLE in str(raised.value)


def test_the_key_lies_outside_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert key_file() == tmp_path / ".config" / "survey-findings" / "pseudonym.key"
