"""Pages of a wave against its estimates: what does not hold is found where it stands.

In the tiny wave 5 of 6 clubs tried something new (83 percent), and 2 of 4 houses.
"""

import json
import shutil
from pathlib import Path

import polars as pl
import pytest

from pipeline.claims.page_checks import language_of
from pipeline.claims.records import from_records
from pipeline.errors import ClaimError
from pipeline.paths import Places
from pipeline.prose import check_wave

HOLDS = '[godt 8 ud af 10]{.claim of="fig_01.club.yes"}'
WRONG = '[9 ud af 10]{.claim of="fig_01.club.yes"}'
DOES_NOT_HOLD = (
    '"9 ud af 10" does not hold: tiny.w2024.fig_01.club.yes is 83.3 % (N = 6); correct the sentence'
)


@pytest.fixture
def places(tiny_copy: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The wave seen from its root, so that messages name files as a person sees them."""
    monkeypatch.chdir(tiny_copy.root)
    here = Places(tiny_copy.survey, tiny_copy.wave)
    here.made.mkdir(parents=True)
    return here


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def figures(places: Places) -> tuple[str, str]:
    """The plan up to its last figure, and what stands below."""
    text, below, rest = places.plan.read_text(encoding="utf-8").partition("disclosure:")
    return text, below + rest


def complaints(places: Places) -> list[str]:
    with pytest.raises(ClaimError) as raised:
        check_wave(places)
    return list(raised.value.messages)


def test_claims_that_hold_are_counted(places: Places) -> None:
    write(places.pages / "index.qmd", "---", "title: Fund", "---", "", HOLDS, "", f"Og {HOLDS}.")
    write(places.pages / "more.qmd", "Nok en: [5 ud af 6]{.claim of=tried.club.yes}")
    assert check_wave(places).claims == 3


def test_a_wave_without_pages_has_no_claims(places: Places) -> None:
    assert check_wave(places).claims == 0


def test_a_claim_on_a_page(places: Places) -> None:
    write(places.pages / "index.qmd", "---", "title: Fund", "---", "", f"Det er {WRONG} klubber.")
    assert complaints(places) == [f"reports/tiny/2024/index.qmd, line 5: {DOES_NOT_HOLD}"]


def test_pages_in_another_language_are_checked_with_its_words(places: Places) -> None:
    english = places.pages / "en"
    english.mkdir()
    write(english / "index.qmd", '[just over 8 out of 10]{.claim of="fig_01.club.yes"} clubs')
    assert check_wave(places).claims == 1
    write(english / "index.qmd", '[9 out of 10]{.claim of="fig_01.club.yes"} clubs')
    assert complaints(places) == [
        'reports/tiny/2024/en/index.qmd, line 1: "9 out of 10" does not hold: '
        "tiny.w2024.fig_01.club.yes is 83.3 % (N = 6); correct the sentence"
    ]


def test_a_claim_over_the_end_of_a_line_stands_where_it_begins(places: Places) -> None:
    write(places.pages / "index.qmd", "Det er", "hele [9 ud", 'af 10]{.claim of="club.yes"} ja.')
    assert complaints(places) == [f"reports/tiny/2024/index.qmd, line 2: {DOES_NOT_HOLD}"]


@pytest.mark.parametrize("fragment", ["_made/fig-01.md", "_shared.md", "/_shared/all.md"])
def test_a_claim_in_an_included_fragment_stands_in_the_fragment(
    fragment: str, places: Places
) -> None:
    base = places.reports if fragment.startswith("/") else places.pages
    path = base / fragment.lstrip("/")
    path.parent.mkdir(exist_ok=True)
    write(path, "", "", f"Ifølge dette {WRONG}.")
    write(places.pages / "index.qmd", "", f"{{{{< include {fragment} >}}}}", "", HOLDS)
    assert complaints(places) == [f"{path}, line 3: {DOES_NOT_HOLD}"]


def test_a_claim_in_the_headline_of_the_plan(places: Places) -> None:
    text, last = figures(places)
    write(
        places.plan,
        text + "  fig_05:",
        "    variable: tried",
        "    groups: kind",
        "    headline:",
        "      '2023':",
        f"        da: '{WRONG}'",
        "      '2024':",
        f"        da: '{WRONG}'",
        f"        en: '{WRONG.replace('9 ud af 10', '8 in 10')}'",
        last,
    )
    line = len(text.splitlines()) + 8
    assert complaints(places) == [
        f"reports/tiny/figures.yml, line {line}, figures.fig_05.headline.2024.da: {DOES_NOT_HOLD}"
    ]


def test_a_key_that_does_not_exist(places: Places) -> None:
    write(
        places.pages / "index.qmd",
        '[7 ud af 10]{.claim of="fig_01.clubs.yes"}',
        "",
        "{{< var tiny.w2024.fig_01.huse.yes >}}",
    )
    assert complaints(places) == [
        'reports/tiny/2024/index.qmd, line 1: "7 ud af 10": there is no estimate '
        '"fig_01.clubs.yes"; did you mean "fig_01.club.yes"?',
        'reports/tiny/2024/index.qmd, line 3: there is no estimate "tiny.w2024.fig_01.huse.yes"; '
        'did you mean "fig_01.house.yes"?',
    ]


BEYOND = (
    "is of another survey or of a later wave: pages of a wave state numbers of that wave and of "
    "earlier ones of its survey; state it on a page of {}, or on one that belongs to no wave"
)


def test_a_page_states_numbers_of_earlier_waves_but_not_of_later_ones(places: Places) -> None:
    for wave in ("2022", "2026"):
        other = Places("tiny", wave)
        shutil.copytree(places.raw, other.raw)
        shutil.copytree(places.processed, other.processed)
        for path in (other.codebook, other.wave_settings):
            path.write_text(path.read_text(encoding="utf-8").replace("2024", wave))
        for path in other.processed.glob("*estimates.parquet"):
            pl.read_parquet(path).with_columns(wave=pl.lit(wave)).write_parquet(path)
    write(places.pages / "index.qmd", HOLDS.replace("fig_01", "tiny.w2022.fig_01"))
    assert check_wave(places).claims == 1
    write(
        places.pages / "index.qmd",
        HOLDS.replace("fig_01", "w2026.fig_01"),
        "{{< var tiny.w2026.fig_01.club.yes >}} {{< var tiny.w2026.fig_01.figure_n >}}",
        "[ikke påvist]{.claim test=tiny.w2026.fig_01}",
        HOLDS.replace("fig_01.club.yes", "w2022.fig_01.club.yes"),
    )
    page, beyond = "reports/tiny/2024/index.qmd, line ", BEYOND.format("tiny 2026")
    assert complaints(places) == [
        f'{page}1: "godt 8 ud af 10": "w2026.fig_01.club.yes" {beyond}',
        f'{page}3: "ikke påvist": "tiny.w2026.fig_01" {beyond}',
        f'{page}2: "tiny.w2026.fig_01.club.yes" {beyond}',
        f'{page}2: "tiny.w2026.fig_01." {beyond}',
    ]
    # What is of no wave by its name is of this one, and of no other.
    estimates = pl.read_parquet(places.estimates).filter(pl.col("figure") != "fig_01")
    for name in ("estimates", "published_estimates"):
        estimates.write_parquet(places.processed / f"{name}.parquet")
    write(places.pages / "index.qmd", HOLDS)
    assert complaints(places)[0].startswith(
        f'{page}1: "godt 8 ud af 10": there is no estimate "fig_01.club.yes"'
    )


def test_a_variable_in_a_fragment_stands_in_the_fragment(places: Places) -> None:
    write(places.pages / "_shared.md", "", "{{< var tiny.w2024.fig_01.clbu.yes >}}")
    write(places.pages / "index.qmd", "{{< include _shared.md >}}")
    (message,) = complaints(places)
    assert message.startswith(
        'reports/tiny/2024/_shared.md, line 2: there is no estimate "tiny.w2024.fig_01.clbu.yes"'
    )


def test_what_is_shown_as_code_is_not_checked(places: Places) -> None:
    write(
        places.pages / "index.qmd",
        f"`{WRONG}` og `{{{{< var a.b >}}}}`",
        "",
        "```",
        WRONG,
        "{{< var a.b >}}",
        "```",
    )
    assert check_wave(places).claims == 0


def test_all_that_is_wrong_comes_in_one_go(places: Places) -> None:
    write(places.pages / "a.qmd", WRONG, "", "[mange]{.claim of=club.yes}", "", WRONG)
    write(places.pages / "b.qmd", "[10 pct.]{.claim}", "", "{{< var fig_01.club.yes >}}")
    assert [one.split(": ")[0] for one in complaints(places)] == [
        "reports/tiny/2024/a.qmd, line 1",
        "reports/tiny/2024/a.qmd, line 3",
        "reports/tiny/2024/a.qmd, line 5",
        "reports/tiny/2024/b.qmd, line 1",
        "reports/tiny/2024/b.qmd, line 3",
    ]


def test_a_number_that_is_neither_claim_nor_variable(places: Places) -> None:
    write(places.pages / "index.qmd", f"Det er {HOLDS}, altså 5 klubber.")
    text, last = figures(places)
    write(
        places.plan,
        f"{text}  fig_05:",
        "    {variable: tried, groups: kind, headline: {'2024': {da: Halvdelen}}}",
        last,
    )
    line = len(text.splitlines()) + 2
    assert [one.split(" stands")[0] for one in complaints(places)] == [
        'reports/tiny/2024/index.qmd, line 1: "5"',
        f'reports/tiny/figures.yml, line {line}, figures.fig_05.headline.2024.da: "Halvdelen"',
    ]


def test_what_does_not_hold_is_no_reason_to_stop_when_it_is_marked(places: Places) -> None:
    write(places.pages / "index.qmd", f"{WRONG} og {HOLDS}")
    complaints(places)
    result = check_wave(places, marked=True)
    assert (result.claims, result.unsupported) == (2, 1)
    write(places.pages / "index.qmd", "12 klubber og {{< var tiny.w2024.fig_01.clbu.yes >}}")
    with pytest.raises(ClaimError) as raised:
        check_wave(places, marked=True)
    assert len(raised.value.messages) == 2


def test_claims_are_written_down_also_when_they_do_not_hold(places: Places) -> None:
    write(places.pages / "index.qmd", f"{WRONG} og {HOLDS}")
    complaints(places)
    table = pl.read_parquet(places.claim_tables[0])
    assert table.select("page", "words", "holds").rows() == [
        ("reports/tiny/2024/index.qmd", "9 ud af 10", False),
        ("reports/tiny/2024/index.qmd", "godt 8 ud af 10", True),
    ]
    notes = from_records(json.loads(places.claim_notes.read_text(encoding="utf-8")))
    wrong, right = notes["tiny/2024/index.qmd"].values()
    assert wrong.text == right.text != ""
    assert (wrong.unsupported != "", right.unsupported) == (True, "")


def test_a_claim_leads_to_the_page_that_shows_its_figure(places: Places) -> None:
    write(places.pages / "index.qmd", HOLDS)
    write(places.pages / "more.qmd", "{{< include _made/fig-01.md >}}")
    write(places.made / "fig-01.md", "```{=html}", '<figure class="finding" id="fig-01">', "```")
    check_wave(places)
    notes = from_records(json.loads(places.claim_notes.read_text(encoding="utf-8")))
    (note,) = notes["tiny/2024/index.qmd"].values()
    assert (note.href, note.figure) == ("more.html#fig-01", "Figur 1")


def test_a_claim_may_compare_with_another_wave(places: Places) -> None:
    other = Places("tiny", "2023")
    shutil.copytree(places.raw, other.raw)
    for path in (other.codebook, other.wave_settings):
        text = path.read_text(encoding="utf-8").replace("2024", "2023")
        path.write_text(text, encoding="utf-8")
    other.processed.mkdir()
    published = (places.published("estimates"), places.published("tests"))
    for path in (places.estimates, places.tests, *published):
        earlier = pl.read_parquet(path).with_columns(wave=pl.lit("2023"))
        earlier.write_parquet(other.processed / path.name)
    than = 'of="fig_01.club.yes" than="tiny.w2023.fig_01.club.yes"'
    write(places.pages / "index.qmd", f"[ingen påviselig ændring]{{.claim {than}}}")
    assert check_wave(places).claims == 1
    write(places.pages / "index.qmd", f"[en stigning]{{.claim {than}}}")
    assert "samples of two waves, taken as independent" in complaints(places)[0]


def test_a_page_is_read_in_its_own_language(places: Places) -> None:
    english = '[just over 8 in 10]{.claim of="club.yes"}'
    write(places.pages / "index.qmd", "---", "title: Findings", "lang: en", "---", english)
    assert check_wave(places).claims == 1
    write(places.pages / "index.qmd", "---", "title: Findings", "---", english)
    assert len(complaints(places)) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("---\ntitle: A\nlang: en\n---\n", "en"),
        ('---\nlang: "nb"\n---\n', "nb"),
        ("---\nlang: en-GB\n---\n", "en"),
        ("---\ntitle: A\n---\nlang: en\n", "da"),
        ("lang: en\n", "da"),
        ("", "da"),
    ],
)
def test_the_language_of_a_page(text: str, language: str, tmp_path: Path) -> None:
    page = tmp_path / "page.qmd"
    page.write_text(text, encoding="utf-8")
    assert language_of(page, "da") == language


def test_the_claims_of_another_wave_are_not_this_ones(places: Places) -> None:
    other = Places("tiny", "2025").pages
    other.mkdir()
    shutil.copy(write(places.pages / "index.qmd", HOLDS), other / "index.qmd")
    write(other / "wrong.qmd", WRONG)
    assert check_wave(places).claims == 1
