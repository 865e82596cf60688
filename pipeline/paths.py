"""Every location the pipeline reads or writes."""

from dataclasses import dataclass
from pathlib import Path

SQL = Path(__file__).resolve().parent.parent / "sql"


QUALITY = (
    "item_nonresponse",
    "rejects_by_reason",
    "response",
    "coding_progress",
    "double_codes",
)
"""The tables of the data-quality page that queries give."""
MARGINS = ("margin_counts", "margin_tests")
"""The sample beside the frame, on the same page."""


@dataclass(frozen=True)
class Places:
    """The locations of one wave below the folder that holds `data/` and `reports/`.

    Without a wave they are those that the waves of a survey share.
    """

    survey: str
    wave: str
    root: Path = Path()

    @property
    def name(self) -> str:
        """How messages call the wave."""
        return f"{self.survey} {self.wave}"

    @property
    def raw(self) -> Path:
        """What was received: the export, codebook.yml and wave.yml. Never written to, but for the
        files of codes, to which `make codes` adds rows."""
        return self.root / "data" / "raw" / self.survey / self.wave

    @property
    def codebook(self) -> Path:
        return self.raw / "codebook.yml"

    @property
    def series(self) -> Path:
        """What was decided about questions that changed between the waves of the survey."""
        return self.raw.parent / "series.yml"

    @property
    def wave_settings(self) -> Path:
        return self.raw / "wave.yml"

    @property
    def processed(self) -> Path:
        """What the pipeline made of it; can be deleted."""
        return self.root / "data" / "processed" / self.survey / self.wave

    @property
    def database(self) -> Path:
        return self.processed / "wave.duckdb"

    @property
    def counted_plan(self) -> Path:
        """The part of the figure plan that decides what is counted."""
        return self.processed / "counted.json"

    @property
    def planned(self) -> Path:
        """All that the figure plan says of this wave."""
        return self.processed / "planned.json"

    @property
    def compared(self) -> Path:
        """The earlier waves, and what was decided about the changes up to this wave."""
        return self.processed / "compared.json"

    @property
    def estimates(self) -> Path:
        return self.processed / "estimates.parquet"

    @property
    def tests(self) -> Path:
        return self.processed / "tests.parquet"

    @property
    def cells(self) -> Path:
        return self.processed / "cells.parquet"

    def banner(self, name: str) -> tuple[Path, ...]:
        """The estimates and tests of a banner, and those published: Parquet and CSV of each."""
        return tuple(
            self.processed / f"{first}banner_{name}_{kind}.{end}"
            for first in ("", "published_")
            for kind in ("estimates", "tests")
            for end in ("parquet", "csv")
        )

    def published(self, kind: str, banner: str = "") -> Path:
        """The `estimates` or `tests` of the figures or of a banner as they may be published.

        Pages, pictures and downloads are made of these; those above hold what is private.
        """
        return self.processed / f"published_{f'banner_{banner}_' if banner else ''}{kind}.parquet"

    @property
    def change_tables(self) -> tuple[Path, ...]:
        """What the stage change writes: changes, exact and as published, and what is comparable."""
        return tuple(
            self.processed / f"{name}.{end}"
            for name in ("changes", "published_changes", "comparability")
            for end in ("parquet", "csv")
        )

    @property
    def comparability(self) -> Path:
        """Which questions can be compared with earlier waves, and what broke the others."""
        return self.processed / "comparability.parquet"

    @property
    def disclosure_log(self) -> Path:
        """Which numbers are hidden, and why: for the analyst alone."""
        return self.processed / "disclosure.parquet"

    @property
    def released_answers(self) -> Path:
        """Open answers that a person released for publication, with their themes."""
        return self.processed / "released_answers.parquet"

    @property
    def handed_on(self) -> Path:
        """Answers of single respondents as files for other programs."""
        return self.processed / "export"

    @property
    def results(self) -> tuple[Path, ...]:
        """What tabulate writes."""
        names = (
            *("estimates", "tests", "published_estimates", "published_tests", "disclosure"),
            *("sample", "quality", *MARGINS, *QUALITY),
        )
        both = (self.processed / f"{name}.{end}" for name in names for end in ("parquet", "csv"))
        return (self.cells, self.released_answers, *both)

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def plan(self) -> Path:
        return self.reports / self.survey / "figures.yml"

    @property
    def benchmarks(self) -> Path:
        """Published figures of other surveys."""
        return self.reports / self.survey / "benchmarks.yml"

    @property
    def pages(self) -> Path:
        """The pages of the wave, as authors write them."""
        return self.reports / self.survey / self.wave

    @property
    def released(self) -> Path:
        """The numbers that were published, as they were: tracked by git, never made again."""
        return self.pages / "released"

    @property
    def release_record(self) -> Path:
        """What the released numbers are and of which inputs; where it is, the wave is released."""
        return self.released / "released.yml"

    @property
    def kept_report(self) -> Path:
        """What the pages of a wave include, kept when its answers are erased."""
        return self.released / "report"

    @property
    def corrections(self) -> Path:
        """What was corrected in released numbers, as readers are told."""
        return self.pages / "corrections.yml"

    @property
    def made(self) -> Path:
        """What the pipeline made for the pages to include."""
        return self.pages / "_made"

    @property
    def made_pages(self) -> Path:
        """The pages that the pipeline made, for those that nobody wrote."""
        return self.made / "pages"

    @property
    def site(self) -> Path:
        return self.reports / "_site"

    @property
    def variables(self) -> Path:
        """The numbers that pages fill in, in Quarto's own file."""
        return self.reports / "_variables.yml"

    @property
    def run_record(self) -> Path:
        """One line for each run without a person at hand."""
        return self.root / "data" / "processed" / "runs.jsonl"

    @property
    def drafts(self) -> Path:
        """The waves that are not released, one `survey/wave` a line."""
        return self.root / "data" / "processed" / "drafts.txt"

    @property
    def renderer(self) -> Path:
        """Which program renders, as set-up recorded it."""
        return self.root / ".venv" / "renderer"

    @property
    def claim_tables(self) -> tuple[Path, Path]:
        """Every claim with its number and verdict; without a wave those of no wave's pages."""
        return self.processed / "claims.parquet", self.processed / "claims.csv"

    @property
    def claim_notes(self) -> Path:
        """What the pages of the wave, or those of no wave, show of each claim."""
        name = f"{self.survey}.{self.wave}" if self.wave else "site"
        return self.reports / "_made" / "claims" / f"{name}.json"

    def made_by(self, stage: str) -> Path:
        """The list of the files that a stage made: the stage's target in the Makefile."""
        return self.processed / f"{stage}.made"
