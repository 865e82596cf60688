"""A wave that went through the whole pipeline: its tables, pages and what the terminal shows."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
EXPORTS = REPOSITORY.parent / "shared" / "exports"
FRONT = "---\ntitle: {survey}\nlang: {language}\ntoc: false\norder: 0\n---\n\n{cards}\n"
CARDS = "{{< include _made/waves.md >}}"


@dataclass(frozen=True)
class Wave:
    """A wave that went through every stage, in a folder of its own."""

    root: Path
    survey: str
    wave: str

    @property
    def processed(self) -> Path:
        return self.root / "data" / "processed" / self.survey / self.wave

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(self.processed / "wave.duckdb"), read_only=True) as database:
            return database.execute(sql).fetchall()

    def counts(self, variable: str, item: str = "") -> dict[str, int]:
        """Category -> number of answers."""
        return {
            category: count
            for found, of_item, category, count in self.query(
                "select variable, item, category, count(*) from answers "
                "join questions using (question) join categories using (variable, code) "
                "where state in ('answered', 'missing') group by all"
            )
            if (found, of_item) == (variable, item)
        }

    def estimates(self, figure: str, **where: str) -> list[dict[str, Any]]:
        estimates = pl.read_parquet(self.processed / "estimates.parquet")
        return list(estimates.filter(figure=figure, **where).iter_rows(named=True))

    def shares(self, figure: str, **where: str) -> dict[str, float]:
        """Category -> share."""
        return {row["category"]: row["estimate"] for row in self.estimates(figure, **where)}

    def test(self, figure: str, **where: str) -> dict[str, Any]:
        tests = pl.read_parquet(self.processed / "tests.parquet").filter(figure=figure, **where)
        assert tests.height == 1
        return tests.row(0, named=True)

    def page(self, name: str = "index.html") -> str:
        site = self.root / "reports" / "_site"
        return (site / self.survey / self.wave / name).read_text(encoding="utf-8")

    def figure(self, anchor: str) -> str:
        """The HTML of one figure on the page."""
        found = re.search(rf'<figure class="finding" id="{anchor}">.*?</figure>', self.page(), re.S)
        assert found, f"there is no {anchor}"
        return found[0]

    def table(self, anchor: str) -> list[list[str]]:
        """The rows of a figure's table, the head first."""
        return rows_of(self.figure(anchor))

    def printed(self, question: str, by: str) -> str:
        """What `python -m pipeline table` prints, in one line."""
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "pipeline",
                "table",
                self.survey,
                self.wave,
                question,
                "--by",
                by,
            ],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": str(REPOSITORY), "COLUMNS": "160"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return " ".join(done.stdout.split())


class _Rows(HTMLParser):
    """The texts of the table cells of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.inside = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def rows_of(html: str) -> list[list[str]]:
    """The table rows of a piece of HTML, a text a cell."""
    parser = _Rows()
    parser.feed(html)
    return parser.rows


def lay_out(root: Path, survey: str, wave: str, language: str) -> None:
    """The folders of a project with one survey in one language, without its export."""
    described = Path(__file__).parent / survey
    raw, reports = root / "data" / "raw" / survey / wave, root / "reports"
    (reports / survey).mkdir(parents=True)
    raw.mkdir(parents=True)
    (root / ".venv").mkdir()
    (root / ".venv" / "renderer").write_text("pandoc\n", encoding="utf-8")
    for name in ("codebook.yml", "wave.yml"):
        shutil.copyfile(described / name, raw / name)
    shutil.copyfile(described / "figures.yml", reports / survey / "figures.yml")
    for name in ("page.html", "style.css", "search.js", "claims.js"):
        shutil.copyfile(REPOSITORY / "reports" / name, reports / name)
    settings = yaml.safe_load((REPOSITORY / "reports" / "_quarto.yml").read_text(encoding="utf-8"))
    settings |= {"lang": language, "publication": {"title": survey}}
    (reports / "_quarto.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    front = FRONT.format(survey=survey, language=language, cards=CARDS)
    (reports / "index.qmd").write_text(front, encoding="utf-8")
