"""What is published of results: rounded, without what rests on too few, and a private log."""

import re

import polars as pl
import pytest
from waves import tabulated

from pipeline.disclosure import sensitive as sensitive_counts
from pipeline.errors import PlanError
from pipeline.fragments import make_fragments
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import known_results, read_inputs

ON = {"disclosure: off": "disclosure: {smallest_base: 2}"}


def written(places: Places, changes: dict[str, str]) -> Places:
    """The tiny wave with some words of its plan changed, tabulated."""
    text = places.plan.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    places.plan.write_text(text, encoding="utf-8")
    tabulated(places)
    return places


def table(places: Places, name: str) -> pl.DataFrame:
    return pl.read_parquet(places.processed / f"{name}.parquet")


def test_switched_off_the_results_are_published_as_they_are(tiny_copy: Places) -> None:
    tabulated(tiny_copy)
    for kind in ("estimates", "tests"):
        assert table(tiny_copy, f"published_{kind}").equals(table(tiny_copy, kind))
    assert table(tiny_copy, "disclosure").is_empty()


def test_switched_on_nothing_is_more_precise_than_a_page(tiny_copy: Places) -> None:
    places = written(tiny_copy, ON)
    exact, published = table(places, "estimates"), table(places, "published_estimates")
    shares = published.filter(statistic="share")
    for name in ("estimate", "ci_low", "ci_high", "margin"):
        known = shares[name].drop_nulls() * 100
        assert (known - known.round(0)).abs().max() == pytest.approx(0, abs=1e-9)
    means = published.filter(statistic="mean")["estimate"].drop_nulls()
    assert (means * 10 - (means * 10).round(0)).abs().max() == pytest.approx(0, abs=1e-9)
    for name in ("std_error", "df", "weighted_n"):
        assert exact[name].null_count() < exact.height == published[name].null_count()
    tests = table(places, "published_tests")
    assert tests.select("statistic", "df1", "df2").null_count().sum_horizontal()[0] == (
        3 * tests.height
    )
    assert tests["significant"].equals(table(places, "tests")["significant"])


def test_what_rests_on_too_few_is_hidden_and_logged(tiny_copy: Places) -> None:
    places = written(tiny_copy, {"disclosure: off": "disclosure: {smallest_base: 4}"})
    published, log = table(places, "published_estimates"), table(places, "disclosure")
    few = published.filter((pl.col("base_n") < 4) & (pl.col("variable") != "response"))
    assert few["suppressed"].all() and few["estimate"].null_count() == few.height > 0
    assert set(few["note"]) == {""}
    assert set(log["reason"]) == {"fewer than 4 respondents"}
    assert log.height == published["suppressed"].sum()
    assert log["estimate"].null_count() < log.height
    assert (places.disclosure_log.stat().st_mode & 0o077) == 0


def test_a_figure_may_have_a_smallest_base_of_its_own(tiny_copy: Places) -> None:
    changed = {"show: [yes]}": "show: [yes], smallest_base: 100}"}
    places = written(tiny_copy, ON | changed)
    assert set(table(places, "disclosure")["figure"]) == {"fig_03"}


def test_who_responded_is_counted_however_few(tiny_copy: Places) -> None:
    places = written(tiny_copy, {"disclosure: off": "disclosure: {smallest_base: 1000}"})
    published = table(places, "published_estimates")
    assert not published.filter(variable="response")["suppressed"].any()
    assert published.filter(pl.col("variable") != "response")["suppressed"].all()


def test_no_page_can_state_what_is_hidden(tiny_copy: Places) -> None:
    places = written(tiny_copy, {"disclosure: off": "disclosure: {smallest_base: 1000}"})
    known = known_results([places]).keys
    estimate = known.find("fig_01.club.yes")
    assert estimate.suppressed and estimate.value is not None


def test_why_a_test_is_not_shown_cannot_be_told_from_the_tables(tiny_copy: Places) -> None:
    """One is withheld, the other was never made: there are too few answers."""
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    sensitive = text.replace("  tried:\n", "  tried:\n    sensitive: true\n")
    tiny_copy.codebook.write_text(sensitive, encoding="utf-8")
    few = {"disclosure: off": "disclosure: {smallest_base: 2, smallest_count: 2, width: 1}"}
    groups = {"{variable: views, show:": "{variable: views, groups: kind, show:"}
    rules = {"small_numbers: off": "small_numbers: {smallest_tested: 50}"}
    places = written(tiny_copy, few | groups)
    exact, tests = table(places, "tests"), table(places, "published_tests")
    withheld = tests.filter(variable="tried").row(0, named=True)
    assert exact.filter(variable="tried")["p_value"].null_count() == 0
    assert tests.filter(variable="views")["p_value"].null_count() == 0
    untested = written(tiny_copy, rules)
    other = table(untested, "published_tests").filter(variable="views").row(0, named=True)
    assert str(table(untested, "tests").filter(variable="views")["warning"][0]).startswith("not")
    where = ("figure", "variable", "item")
    assert [value for name, value in withheld.items() if name not in where] == [
        value for name, value in other.items() if name not in where
    ]


def test_shares_of_who_skipped_a_sensitive_question_are_not_told(tiny_copy: Places) -> None:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    sensitive = text.replace("  partners:\n", "  partners:\n    sensitive: true\n")
    tiny_copy.codebook.write_text(sensitive, encoding="utf-8")
    places = written(tiny_copy, ON)
    codebook, wave = read_inputs(places)
    make_fragments(places, read_plan(places.plan, codebook), codebook, wave)
    told = (places.made / "item-nonresponse.md").read_text(encoding="utf-8")
    assert "Prøvet nyt" in told
    assert "Partnere" not in told


def test_a_note_tells_no_count_of_what_is_left_out(tiny_copy: Places) -> None:
    leaving_out = {"chart: stacked}": "chart: stacked, items: [faster], leave_out: [dont_know]}"}
    shows = {"disagree, dont_know]": "disagree]"}
    notes = []
    for changes in (leaving_out | shows, ON):
        places = written(tiny_copy, changes)
        codebook, wave = read_inputs(places)
        make_fragments(places, read_plan(places.plan, codebook), codebook, wave)
        block = (places.made / "fig-02.md").read_text(encoding="utf-8")
        notes.append(re.findall(r"[^.]*Ved ikke[^.]*", block)[-1])
    assert [bool(re.search(r"\d", note)) for note in notes] == [True, False]


def test_more_counts_than_can_be_protected_stop_the_run(
    tiny_copy: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    sensitive = text.replace("  tried:\n", "  tried:\n    sensitive: true\n")
    tiny_copy.codebook.write_text(sensitive, encoding="utf-8")
    # Two answers by two groups and those of no group.
    monkeypatch.setattr(sensitive_counts, "LARGEST", 6)
    written(tiny_copy, ON)
    monkeypatch.setattr(sensitive_counts, "LARGEST", 5)
    with pytest.raises(PlanError, match=r'"tried" is .* divided by kind into 6 counts in fig_01;'):
        written(tiny_copy, {})
