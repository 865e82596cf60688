"""Figures of other surveys: read, checked against our estimates, shown apart from them."""

import re
from html import unescape
from pathlib import Path

import polars as pl
import pytest

from pipeline.blocks.benchmark_blocks import WORDS, benchmarks_html
from pipeline.blocks.benchmarks import Benchmark, Beside, Source, read_benchmarks
from pipeline.errors import BenchmarkError
from pipeline.keys import Estimate, Keys, keys
from pipeline.paths import Places

ENTRY = """\
benchmarks:
  elsewhere:
    title: {en: Who tried}
    ours: fig_01.yes
    ours_of: {en: of the clubs and houses tried.}
    survey: {en: The Other Survey}
    value: 86
    value_of: {en: "of all schools tried. N = 120."}
    period: 2013–2014
    source: {author: Some Centre, title: A <Book>, year: 2015, address: "https://example.org/b?a=1&b=2"}
    sure: secondary
    differs: {en: Schools are no clubs.}
"""


@pytest.fixture
def known(tiny_wave: Places) -> Keys:
    return keys(pl.read_parquet(tiny_wave.estimates))


def read(text: str, folder: Path, known: Keys) -> tuple[Beside, ...]:
    path = folder / "benchmarks.yml"
    path.write_text(text, encoding="utf-8")
    return read_benchmarks(path, known, "tiny", "2024")


def complaints(text: str, folder: Path, known: Keys) -> list[str]:
    with pytest.raises(BenchmarkError) as caught:
        read(text, folder, known)
    return [message.replace(str(folder), "") for message in caught.value.messages]


def words_of(html: str) -> str:
    text = unescape(re.sub(r"<[^>]*>", " ", html)).replace("\u00a0", " ")
    return " ".join(text.split())


def test_a_figure_stands_beside_an_estimate(tmp_path: Path, known: Keys) -> None:
    (pair,) = read(ENTRY, tmp_path, known)
    assert pair.benchmark.value == 86
    assert pair.estimate == known.find("tiny.w2024.fig_01.yes")


def test_a_survey_without_the_file_has_none(tmp_path: Path, known: Keys) -> None:
    assert read_benchmarks(tmp_path / "benchmarks.yml", known, "tiny", "2024") == ()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("ours: fig_01.yes", "ours: fig_01.yess", "line 4, benchmarks.elsewhere.ours: there is no"),
        ("ours: fig_01.yes", "ours: fig_04.mean", "fig_04.mean is no share that is published"),
        (
            "value: 86",
            "value: 860",
            "line 7, benchmarks.elsewhere.value: input should be less than",
        ),
        ("sure: secondary", "sure: quite", "benchmarks.elsewhere.sure: input should be 'primary'"),
        ("sure: secondary", "surely: secondary", "surely: unknown key"),
        ("    differs: {en: Schools are no clubs.}\n", "", '"differs" is missing; add it'),
        ("https://example", "example", "source.address: string should match pattern"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    before: str, after: str, message: str, tmp_path: Path, known: Keys
) -> None:
    found = complaints(ENTRY.replace(before, after), tmp_path, known)
    assert any(message in one for one in found), found


def test_everything_wrong_is_told_in_one_go(tmp_path: Path, known: Keys) -> None:
    broken = ENTRY.replace("value: 86", "value: -1").replace("year: 2015", "year: soon")
    assert len(complaints(broken, tmp_path, known)) == 2


def test_a_block_tells_both_numbers_the_source_and_why_they_differ(
    tmp_path: Path, known: Keys
) -> None:
    html = benchmarks_html(read(ENTRY, tmp_path, known), "Tiny 2024", "en")
    assert words_of(html) == (
        "Who tried Tiny 2024 70 per cent of the clubs and houses tried. "
        "The margin of error runs from 35 per cent to 93 per cent, N = 10. "
        "The Other Survey, 2013–2014 86 per cent of all schools tried. N = 120. "
        "Cannot be compared directly. Schools are no clubs. "
        "Source. Some Centre (2015): A <Book> . "
        "The figure was read elsewhere than at the publisher, and not checked there."
    )
    assert '<a href="https://example.org/b?a=1&amp;b=2">A &lt;Book&gt;</a>' in html


@pytest.mark.parametrize("language", sorted(WORDS))
@pytest.mark.parametrize("sure", ["primary", "computed", "secondary", "unverified"])
def test_how_sure_a_figure_is_stands_in_every_language(language: str, sure: str) -> None:
    labels = {"en": "x"}
    benchmark = Benchmark(
        title=labels,
        ours="fig_01.yes",
        ours_of=labels,
        survey=labels,
        value=50,
        value_of=labels,
        period="2013",
        source=Source(author="A", title="B", year=2015),
        sure=sure,
        differs=labels,
    )
    estimate = Estimate("a.w1.fig_01.yes", "share", 0.5, None, 10, 10, suppressed=False)
    html = benchmarks_html([Beside(benchmark, estimate)], "Ours", language)
    assert WORDS[language][sure] in html
    assert "<a " not in html
