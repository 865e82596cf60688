"""Correction notes as they are written."""

from pathlib import Path

import pytest

from pipeline.errors import CorrectionError
from pipeline.releases.corrections import read_corrections, words_of

NOTE = """corrections:
  - date: 2024-05-02
    what: {da: Et svar kom
      sent., en: An answer came late.}
    why: {da: Posten, en: The mail}
"""


def test_a_note_has_a_date_and_words_in_every_language(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    assert read_corrections(path, ("da", "en")) == ()
    path.write_text(NOTE, encoding="utf-8")
    (note,) = read_corrections(path, ("da", "en"))
    assert str(note.date) == "2024-05-02"
    assert words_of(note.what, "da") == "Et svar kom sent."
    with pytest.raises(CorrectionError) as problem:
        read_corrections(path, ("da", "nb"))
    assert problem.value.messages == (
        f"{path}, line 3, corrections.0.what: no words in nb; add them",
        f"{path}, line 5, corrections.0.why: no words in nb; add them",
    )


def test_what_is_missing_or_unknown_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    path.write_text("corrections:\n  - what: {da: A}\n    wy: {da: B}\n", encoding="utf-8")
    with pytest.raises(CorrectionError) as problem:
        read_corrections(path, ("da",))
    said = "\n".join(problem.value.messages)
    assert '"date" is missing' in said
    assert 'line 3, corrections.0.wy: unknown key; did you mean "why"?' in said
    assert problem.value.status == 3


def test_a_date_names_one_note(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yml"
    path.write_text(NOTE + NOTE.removeprefix("corrections:\n"), encoding="utf-8")
    with pytest.raises(CorrectionError, match=r"two notes of 2024-05-02; write one of both"):
        read_corrections(path, ("da", "en"))
