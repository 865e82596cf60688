"""The table of coverage on the methods page says what the simulation found."""

from pathlib import Path

import polars as pl

from pipeline.wording.numbers import percent

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "reports" / "innovation" / "2020" / "metode.qmd"


def test_the_methods_page_shows_the_simulated_coverage() -> None:
    cells = pl.read_csv(REPOSITORY / "docs" / "coverage.csv")
    by_base = cells.group_by("effective_n", maintain_order=True).agg(
        pl.col("recommended", "wald").mean(), worst=pl.col("wald").min()
    )
    expected = [
        [str(base), *(percent(share, "da", 1) for share in shares)]
        for base, *shares in by_base.iter_rows()
    ]
    page = PAGE.read_text(encoding="utf-8")
    rows = [line.strip("| ") for line in page.splitlines() if line.startswith("| ")]
    found = [[cell.strip() for cell in row.split("|")] for row in rows if row[0].isdigit()]
    assert [[cell.replace(" ", "\u00a0") for cell in row] for row in found] == expected
    assert str(cells["seed"][0]) in page
