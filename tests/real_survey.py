"""A real export as `make new` drafts it and the stages tabulate it, and the same counted here.

What is counted here needs the csv module, a Counter and the labels of the draft, and no code of the
pipeline.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from pipeline.__main__ import main
from pipeline.database import existing_database
from pipeline.drafting.new_survey import new_survey
from pipeline.paths import Places

EXPORTS = Path(__file__).parents[2] / "shared" / "exports"
Row = Mapping[str, str]
NUMBERS = ("estimate", "published", "base_n")
ROUNDED = 0.0051
"""Readers see whole per cent."""
EVERYTHING = 'disclosure: "off"\nsmall_numbers: "off"\n'
"""Of files with a handful of rows nothing would be published."""


@dataclass(frozen=True)
class Answers:
    """Answer -> how many gave it, of `base` who answered."""

    counts: Mapping[str, int]
    base: int

    @property
    def shares(self) -> dict[str, Any]:
        """Answer -> its share."""
        return {answer: count / self.base for answer, count in self.counts.items()}


@dataclass(frozen=True)
class Published:
    """What a survey publishes of a wave, by the columns of its export."""

    codebook: Mapping[str, Any]
    figures: Mapping[str, Any]
    estimates: pl.DataFrame
    """With `published`, the estimate as readers see it."""

    def answers(self, column: str) -> pl.DataFrame:
        """The shares of a question or of one of its items: label, estimate, published, base_n."""
        name, item = self._question(column)
        found = self._of(name, "share")
        if item:
            found = found.filter(pl.col("item") == item)
        labels = self._labels(name, "categories")
        label = pl.col("category").replace(labels).alias("label")
        return found.filter(pl.col("estimate") > 0).select(label, *NUMBERS)

    def ticks(self, column: str) -> pl.DataFrame:
        """The shares that ticked the options of answers joined in one cell."""
        name, _ = self._question(column)
        label = pl.col("item").replace(self._labels(name, "items")).alias("label")
        found = self._of(name, "share").filter(category="yes")
        return found.select(label, *NUMBERS)

    def mean(self, column: str) -> tuple[float, int]:
        """The mean of a number, and its base."""
        ((mean, base),) = (
            self._of(self._question(column)[0], "mean").select("estimate", "base_n").rows()
        )
        return mean, base

    def _question(self, column: str) -> tuple[str, str]:
        """The variable and the item of a column."""
        for name, variable in self.codebook["variables"].items():
            if variable.get("column") == column:
                return name, ""
            for item, one in variable.get("items", {}).items():
                if one.get("column") == column:
                    return name, item
        raise AssertionError(f"no question has the column {column}")

    def _of(self, name: str, statistic: str) -> pl.DataFrame:
        figure = next(figure for figure, one in self.figures.items() if one["variable"] == name)
        # Every question is shown by background, too.
        return self.estimates.filter(figure=figure, statistic=statistic, group="all")

    def _labels(self, name: str, of: str) -> dict[str, str]:
        entries = self.codebook["variables"][name].get(of, {})
        return {one: next(iter(entry["label"].values())) for one, entry in entries.items()}


def drafted(path: str, wave: str = "", *, everything: bool = False) -> Published:
    """Draft, load and tabulate a real export in the project that is the current folder.

    wave: its name, where the export does not tell it. everything: publish small numbers, too.
    """
    assert new_survey("real", wave, EXPORTS / path).written
    wave = wave or next(Path("data/raw/real").iterdir()).name
    places = Places("real", wave)
    if everything:
        with places.plan.open("a", encoding="utf-8") as plan:
            plan.write(EVERYTHING)
    for stage in (["load", "real", wave], ["plan", "real"], ["tabulate", "real", wave]):
        assert main(stage) == 0
    return published(places)


def published(places: Places) -> Published:
    """What was tabulated of a wave."""
    exact = pl.read_parquet(places.estimates)
    shown = pl.read_parquet(places.published("estimates"))
    assert exact.height == shown.height
    estimates = exact.with_columns(shown["estimate"].alias("published"))
    return Published(read_yaml(places.codebook), read_yaml(places.plan)["figures"], estimates)


def read_yaml(path: Path) -> Any:
    """A document whose values are all texts."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def stored_texts(places: Places, variable: str) -> list[str]:
    """The open answers that the stage load keeps."""
    with existing_database(places.database) as database:
        return sorted(database.table("open_answers").filter(variable=variable)["text"])


def stored(places: Places, table: str) -> list[dict[str, Any]]:
    """The rows of a table as the stage load keeps them."""
    with existing_database(places.database) as database:
        return database.table(table).to_dicts()


def csv_rows(path: str, separator: str, encoding: str) -> list[Row]:
    """The rows of a real export as the csv module reads them; columns by their names."""
    with (EXPORTS / path).open(newline="", encoding=encoding) as file:
        header, *rows = csv.reader(file, delimiter=separator)
    return [dict(zip(header, row, strict=True)) for row in rows]


def answers_in(
    rows: Iterable[Row],
    column: str,
    labels: Mapping[str, str] | None = None,
) -> Answers:
    """The answers of a column; labels: text of the file -> label."""
    texts = [row[column].strip() for row in rows]
    counts = Counter((labels or {}).get(text, text) for text in texts if text)
    return Answers(counts, sum(counts.values()))


def option_in(rows: Sequence[Row], column: str, ticked: str, not_ticked: str) -> Answers:
    """How many ticked an option, of those who saw it: who said something from there on.

    A column with a bracket or a number at its end that holds nothing else is an option, too.
    """
    header = list(rows[0])
    options = {
        name
        for name in header
        if ("[" in name or "_" in name) and {row[name] for row in rows} <= {ticked, not_ticked, ""}
    }
    question = re.split(r"\[|_[0-9]+$", column)[0]
    first = next(number for number, name in enumerate(header) if name.startswith(question))

    def says(row: Row, name: str) -> bool:
        return bool(row[name].strip()) and not (name in options and row[name] == not_ticked)

    saw = [row for row in rows if row[column] and any(says(row, name) for name in header[first:])]
    return Answers({"yes": sum(row[column] == ticked for row in saw)}, len(saw))


def ticks_in(rows: Iterable[Row], column: str, options: Iterable[str], by: str = ", ") -> Answers:
    """How many cells hold each option, between separators or ends."""
    cells = [f"{by}{' '.join(row[column].split())}{by}" for row in rows if row[column].strip()]
    counts = {one: sum(f"{by}{one}{by}" in cell for cell in cells) for one in options}
    return Answers(counts, len(cells))


def assert_same(found: pl.DataFrame, counted: Answers) -> None:
    """Whether shares, counts and base of what is published are what was counted here."""
    assert dict(found.select("label", "estimate").iter_rows()) == pytest.approx(counted.shares)
    # A share that is too uncertain is published as none.
    shown = dict(found.drop_nulls("published").select("label", "published").iter_rows())
    assert shown == pytest.approx({one: counted.shares[one] for one in shown}, abs=ROUNDED)
    counts = (pl.col("estimate") * pl.col("base_n")).round().cast(pl.Int64)
    assert dict(found.select("label", counts).iter_rows()) == counted.counts
    assert set(found["base_n"]) <= {counted.base}
