"""Numbers that pages fill in."""

from pathlib import Path

import polars as pl
import pytest

from pipeline.keys import Keys, UnknownKey, keys
from pipeline.pages.variables import Use, conflicts, nested, uses, value
from pipeline.paths import Places

PAGE, PROJECT = Path("reports/tiny/2024/index.qmd"), Path("reports")


@pytest.fixture
def known(tiny_wave: Places) -> Keys:
    return keys(pl.read_parquet(tiny_wave.estimates))


@pytest.mark.parametrize(
    ("key", "danish", "english"),
    [
        ("fig_01.club.yes", "83 pct.", "83 per cent"),
        ("tried.club.yes", "83 pct.", "83 per cent"),
        ("fig_01.club.yes_n", "6", "6"),
        ("fig_01.club.yes_margin", "32 procentpoint", "32 percentage points"),
        ("fig_01.figure_n", "10", "10"),
        ("fig_04.club.mean", "7,8", "7.8"),
        ("fig_04.club.mean_margin", "3,5", "3.5"),
        ("fig_04.club.mean_n", "6", "6"),
        ("table_1.invited", "20", "20"),
        ("table_1.club.responded_rate", "58 pct.", "58 per cent"),
    ],
)
def test_a_number_reads_as_the_language_writes_it(
    key: str, danish: str, english: str, known: Keys
) -> None:
    # 5 of 6 clubs are 83.3 percent, the mean of their staff is 47 / 6, and 7 of 12 responded.
    # No line ends between a number and its unit.
    assert value(f"tiny.w2024.{key}", known, "da").replace("\N{NO-BREAK SPACE}", " ") == danish
    assert value(f"tiny.w2024.{key}", known, "en").replace("\N{NO-BREAK SPACE}", " ") == english


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (
            "tiny.w2024.fig_01.clubs.yes",
            'there is no estimate "tiny.w2024.fig_01.clubs.yes"; did you mean "fig_01.club.yes"?',
        ),
        (
            "fig_01.club.yes",
            '"fig_01.club.yes" is not the whole name; a variable needs it, from the survey on',
        ),
        ("tiny.w2024.fig_09.figure_n", 'there is no figure "tiny.w2024.fig_09"'),
        (
            "tiny.w2024.table_1.invited_margin",
            '"tiny.w2024.table_1.invited" has no margin of error',
        ),
    ],
)
def test_a_key_that_gives_no_number(key: str, message: str, known: Keys) -> None:
    with pytest.raises(UnknownKey) as raised:
        value(key, known, "da")
    assert str(raised.value) == message


def test_what_is_suppressed_is_not_filled_in(tiny_wave: Places) -> None:
    hidden = pl.read_parquet(tiny_wave.estimates).with_columns(suppressed=pl.lit(True))
    with pytest.raises(UnknownKey, match="is not published; leave it out"):
        value("tiny.w2024.fig_01.club.yes", keys(hidden), "da")


def test_variables_are_found_where_they_stand_also_in_what_a_page_includes() -> None:
    files = {
        PAGE: "Af {{< var a.b >}} og {{<var a.c>}}\n\n{{< include _shared.md >}}\n",
        PAGE.parent / "_shared.md": "\n{{< var a.d >}}\n",
    }
    assert uses(PAGE, PROJECT, files.get) == (
        Use("reports/tiny/2024/index.qmd, line 1", "a.b"),
        Use("reports/tiny/2024/index.qmd, line 1", "a.c"),
        Use("reports/tiny/2024/_shared.md, line 2", "a.d"),
    )


@pytest.mark.parametrize(
    "text", ["`{{< var a.b >}}`", "{{{< var a.b >}}}", "```\n{{< var a.b >}}\n```", "var a.b"]
)
def test_a_variable_that_is_only_shown_is_none(text: str) -> None:
    assert uses(PAGE, PROJECT, {PAGE: text}.get) == ()


def test_quartos_file_nests_the_parts_of_a_name() -> None:
    assert nested([("a.b.yes", "70 pct."), ("a.b.no", "30 pct."), ("a.c", "5")]) == {
        "a": {"b": {"yes": "70 pct.", "no": "30 pct."}, "c": "5"}
    }


def test_what_quartos_file_cannot_hold() -> None:
    assert conflicts({"a.b": {"da": "5", "en": "5"}}) == []
    assert conflicts({"a.b": {"da": "5 pct.", "en": "5 per cent"}}) == [
        "a.b is used on pages in da and en; write the number as a claim on one of them"
    ]
    assert conflicts({"a.yes": {"da": "5"}, "a.yes.no": {"da": "6"}, "a.yes_n": {"da": "7"}}) == [
        "a.yes and a.yes.no are both used; write one of the numbers as a claim"
    ]
