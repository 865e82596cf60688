"""Every location the pipeline reads or writes."""

from dataclasses import dataclass
from pathlib import Path

SQL = Path(__file__).resolve().parent.parent / "sql"


@dataclass(frozen=True)
class Places:
    """The locations of one wave below the folder that holds `data/` and `reports/`."""

    survey: str
    wave: str
    root: Path = Path()

    @property
    def raw(self) -> Path:
        """What was received: the export, codebook.yml and wave.yml. Never written to."""
        return self.root / "data" / "raw" / self.survey / self.wave

    @property
    def codebook(self) -> Path:
        return self.raw / "codebook.yml"

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
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def plan(self) -> Path:
        return self.reports / self.survey / "figures.yml"

    @property
    def pages(self) -> Path:
        """The pages of the wave, as authors write them."""
        return self.reports / self.survey / self.wave

    @property
    def made(self) -> Path:
        """What the pipeline made for the pages to include."""
        return self.pages / "_made"

    @property
    def site(self) -> Path:
        return self.reports / "_site"
