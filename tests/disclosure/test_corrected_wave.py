"""A late answer to a released wave: what the old numbers and the new ones tell together."""

from pathlib import Path

import polars as pl
import pytest
from waves import loaded, tabulated

from pipeline.disclosure.earlier_release import CHANGED
from pipeline.errors import ReleaseError
from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.releases.files import freeze, standing

NOTE = """corrections:
  - date: 2024-05-02
    what: {da: Et svar kom for sent., en: An answer came late.}
    why: {da: Det kom med posten., en: It came by mail.}
"""
LATE = "a9,a9@example.org,done,1,8,2,,,,2,2,\n"
LENIENT = "disclosure: {smallest_base: 1, smallest_count: 1, width: 1}"


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def released(tiny_copy: Places) -> Places:
    """The tiny wave with a sensitive question, released, and a late answer to all questions."""
    edited(tiny_copy.plan, "disclosure: off", LENIENT)
    edited(tiny_copy.codebook, "  views:\n", "  views:\n    sensitive: true\n")
    counted(tiny_copy)
    freeze(tiny_copy, *read_inputs(tiny_copy))
    with (tiny_copy.raw / "export.csv").open("a", encoding="utf-8") as end:
        end.write(LATE)
    counted(tiny_copy)
    return tiny_copy


def counted(places: Places) -> None:
    loaded(places)
    tabulated(places)


def published(places: Places) -> pl.DataFrame:
    return pl.read_parquet(places.published("estimates"))


def test_a_sensitive_question_is_no_longer_shown_and_others_are_corrected(released: Places) -> None:
    frozen = pl.read_csv(released.released / "estimates.csv")
    before = frozen.filter(variable="views")
    assert not before["suppressed"].all()
    now = published(released)
    secret = now.filter(variable="views")
    assert secret["suppressed"].all()
    assert secret["estimate"].null_count() == secret.height
    assert not now.filter(variable="tried")["suppressed"].any()
    log = pl.read_parquet(released.disclosure_log)
    assert CHANGED in set(log.filter(variable="views")["reason"])


def test_the_list_of_what_a_correction_replaced_has_no_sensitive_number(released: Places) -> None:
    inputs = read_inputs(released)
    with pytest.raises(ReleaseError, match=r"fig_02\.faster"):
        standing(released, *inputs)
    released.corrections.write_text(NOTE, encoding="utf-8")
    keys = standing(released, *inputs).replaced["key"]
    assert keys.str.contains("fig_01").any()
    assert not keys.str.contains("fig_02").any()
    freeze(released, *inputs)
    assert "fig_02" not in (released.released / "replaced.csv").read_text(encoding="utf-8")


def test_it_stays_hidden_when_the_correction_is_released_and_when_it_is_undone(
    released: Places,
) -> None:
    released.corrections.write_text(NOTE, encoding="utf-8")
    freeze(released, *read_inputs(released))
    tabulated(released)
    assert published(released).filter(variable="views")["suppressed"].all()
    edited(released.raw / "export.csv", LATE, "")
    counted(released)
    assert published(released).filter(variable="views")["suppressed"].all()


def test_a_release_changes_nothing_of_what_is_published(tiny_copy: Places) -> None:
    edited(tiny_copy.plan, "disclosure: off", LENIENT)
    edited(tiny_copy.codebook, "  views:\n", "  views:\n    sensitive: true\n")
    counted(tiny_copy)
    before = published(tiny_copy)
    freeze(tiny_copy, *read_inputs(tiny_copy))
    tabulated(tiny_copy)
    assert published(tiny_copy).equals(before)
    assert standing(tiny_copy, *read_inputs(tiny_copy)).replaced.is_empty()
