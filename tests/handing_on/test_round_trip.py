"""Answers handed on to SPSS, and drafted from that file as a survey of its own: the same estimates.

Nobody decides anything about the draft but what is said here.
"""

import polars as pl
import pytest
import yaml
from waves import loaded, tabulated

from pipeline.drafting.new_survey import new_survey
from pipeline.handing_on.writing import hand_on
from pipeline.loading.pseudonyms import make_key
from pipeline.paths import Places

ITEMS = {"kommunen": "town", "en_virksomhed": "firm", "andre": "other"}
FIGURES = {
    "tried": {"variable": "tried", "groups": "kind", "show": ["ja"]},
    "partners": {"variable": "partners", "show": ["ja"]},
    "views": {"variable": "views", "show": ["meget_enig", "enig"]},
}


@pytest.fixture
def again(tiny_copy: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The tiny wave as a survey that is drafted from its .sav, loaded and tabulated."""
    key = tiny_copy.root / "pseudonym.key"
    monkeypatch.setenv("SURVEY_PSEUDONYM_KEY_FILE", str(key))
    make_key()
    sav = hand_on(tiny_copy, "sav").files[0]
    drafted = new_survey("again", "2025", sav, tiny_copy.root)
    assert drafted.recognised.startswith("SPSS: ")
    places = Places("again", "2025", tiny_copy.root)
    plan = {"survey": "again", "small_numbers": "off", "disclosure": "off", "figures": FIGURES}
    places.plan.write_text(yaml.safe_dump(plan, sort_keys=False), encoding="utf-8")
    loaded(places)
    tabulated(places)
    return places


def shares(places: Places, figure: str, *by: str, **where: str) -> list[tuple[object, ...]]:
    rows = pl.read_parquet(places.estimates).filter(figure=figure, statistic="share", **where)
    return rows.select(*by, "estimate", "base_n").rows()


def test_shares_by_groups_are_those_of_the_wave(tiny_copy: Places, again: Places) -> None:
    before, after = shares(tiny_copy, "fig_01"), shares(again, "tried")
    assert len(before) == len(after) == 3
    for one, other in zip(before, after, strict=True):
        assert other == pytest.approx(one)


def test_shares_of_options_are_those_of_the_wave(tiny_copy: Places, again: Places) -> None:
    before = {item: row for item, *row in shares(tiny_copy, "fig_03", "item")}
    after = {ITEMS[str(item)]: row for item, *row in shares(again, "partners", "item")}
    assert before.keys() == after.keys() == set(ITEMS.values())
    for item, row in before.items():
        assert after[item] == pytest.approx(row)


def test_missing_values_are_missing_again(again: Places) -> None:
    codebook = yaml.safe_load(again.codebook.read_text(encoding="utf-8"))
    categories = codebook["variables"]["views"]["categories"].values()
    assert [one["label"]["da"] for one in categories if one.get("missing")] == [
        *("Ved ikke", "Ubesvaret", "Ikke stillet", "Ikke nået", "Ugyldigt svar"),
    ]
    # Of the eleven a5 and a6 broke off, a4 and b4 don't know, and what b3 answered is no label.
    braver = shares(again, "views", item="vi_er_modigere")
    assert {base for _, base in braver} == {6}
