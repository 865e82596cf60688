"""The workbook of a wave's banners: nothing in it that is not published."""

import fastexcel
import polars as pl
import pytest
from waves import tabulated

from pipeline.figures.banner_book import banner_book, book_name, chapters
from pipeline.paths import Places
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs

BANNER = "banners: {by_kind: {by: [kind, size], questions: [tried, staff, views]}}\n"


@pytest.fixture
def places(tiny_copy: Places) -> Places:
    """The tiny wave with a banner, and the usual rules for small numbers."""
    text = tiny_copy.plan.read_text(encoding="utf-8").replace("small_numbers: off\n", "")
    tiny_copy.plan.write_text(BANNER + text.replace("disclosure: off", ""), encoding="utf-8")
    tabulated(tiny_copy)
    return tiny_copy


def published(places: Places) -> tuple[pl.DataFrame, pl.DataFrame]:
    estimates, tests = (
        pl.read_parquet(places.published(kind, "by_kind")) for kind in ("estimates", "tests")
    )
    return estimates, tests


def cells(book: bytes) -> list[object]:
    reader = fastexcel.read_excel(book)
    return [
        cell
        for name in reader.sheet_names[1:]
        for row in reader.load_sheet(name, header_row=None, dtypes="string").to_polars().rows()
        for cell in row[1:]
        if cell
    ]


def test_every_number_is_a_published_one_and_hidden_ones_are_signs(places: Places) -> None:
    codebook, wave = read_inputs(places)
    estimates, tests = published(places)
    of = chapters(read_plan(places.plan, codebook), codebook, {"by_kind": (estimates, tests)})
    found = cells(banner_book(of.values(), wave, "da"))
    assert estimates["suppressed"].any()
    assert "·" in found
    shown = estimates.filter(~pl.col("suppressed"))["estimate"].drop_nulls().round(4).to_list()
    bases = {*estimates["base_n"], *estimates["effective_n"].fill_null(0).round(0)}
    known = {float(one) for one in (*shown, *bases)}
    numbers = {float(str(one)) for one in found if str(one).replace(".", "").isdigit()}
    assert numbers
    assert numbers <= known


def test_who_made_it_when_and_that_the_numbers_are_made_up(places: Places) -> None:
    codebook, wave = read_inputs(places)
    of = chapters(read_plan(places.plan, codebook), codebook, {"by_kind": published(places)})
    book = fastexcel.read_excel(banner_book(of.values(), wave, "en"))
    about = book.load_sheet(0, header_row=None).to_polars().to_series(0)
    assert [one.replace("\u00a0", " ") for one in about[:3]] == [
        "The tiny survey 2024",
        "The tiny survey 2024. 1–8 March 2024.",
        "The numbers are made up.",
    ]
    assert book_name("nb") == "tables-nb.xlsx"
