"""A wave whose answers are erased keeps its report, through a clean build and a scheduled run."""

import shutil
import subprocess
from pathlib import Path

from project import REPOSITORY, Make, made, served, started

WAVE = ("SURVEY=tiny", "WAVE=2024")
SURE = "SURE=yes"


def without_search(site: dict[str, bytes]) -> dict[str, bytes]:
    """The site but for what searches the archive page, and that page."""
    return {
        path: content
        for path, content in site.items()
        if not path.endswith("archive.html") and not path.endswith("search-index.js")
    }


def test_the_answers_go_and_the_report_stays(built: Path, make: Make) -> None:
    raw = built / "data" / "raw" / "tiny" / "2024"
    assert make("release", *WAVE).returncode == 0

    said = make("erase", *WAVE)
    assert said.returncode == 0, said.stderr
    assert "data/raw/tiny/2024/export.csv" in said.stdout
    assert "make erase SURVEY=tiny WAVE=2024 SURE=yes" in said.stderr
    refused = make("erase", *WAVE, SURE)
    assert refused.returncode == 2
    assert "tiny 2025 is a draft and compared with tiny 2024" in refused.stderr
    assert (raw / "export.csv").is_file()

    assert make("release", "SURVEY=tiny", "WAVE=2025").returncode == 0
    before = served(made(built))
    erased = make("erase", *WAVE, SURE)
    assert erased.returncode == 0, erased.stderr
    assert sorted(path.name for path in raw.iterdir()) == ["codebook.yml", "wave.yml"]
    assert not list((built / "data" / "processed" / "tiny" / "2024").glob("*.duckdb"))
    after = served(made(built))
    assert without_search(after) == without_search(before)
    assert "Svarene er slettet" in after["archive.html"].decode()

    again = make()
    assert again.stdout.startswith("Nothing has changed")
    assert started(built) == []
    assert make("clean").returncode == 0
    assert make().returncode == 0
    assert served(made(built)) == after


def test_a_scheduled_run_takes_a_wave_without_answers_as_it_is(built: Path, make: Make) -> None:
    for wave in ("2024", "2025"):
        assert make("release", "SURVEY=tiny", f"WAVE={wave}").returncode == 0
    assert make("erase", *WAVE, SURE).returncode == 0
    shutil.copytree(REPOSITORY / "deploy", built / "deploy")
    with (built / "reports" / "index.qmd").open("a", encoding="utf-8") as page:
        page.write("\nMere.\n")
    run = subprocess.run(
        [built / "deploy" / "run"], capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
