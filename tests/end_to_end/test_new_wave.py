"""Add a wave as README.md says: a copy of a file, one command, and the decisions it lists."""

import os
from pathlib import Path

from project import LONG_AGO, Make

ADDED = ["q3b_again", "q5_wiser"]


def newer_export(built: Path) -> Path:
    """What a survey tool gives of 2026: a column renamed, one gone, two new, an answer new."""
    lines = (built / "data/raw/tiny/2025/export.csv").read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines if line.count(",") == lines[0].count(",")]
    header, *answers = [[*row[:11], *added] for row, added in zip(rows, extra(rows), strict=True)]
    header[header.index("q2")] = "q2_staff"
    # Who had said no may say something new: nobody who was asked more because of a yes.
    for row in answers:
        row[header.index("q3")] = row[header.index("q3")].replace("2", "3")
    path = built / "downloads" / "answers.csv"
    path.parent.mkdir()
    text = "".join(",".join(row) + "\n" for row in (header, *answers))
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))
    return path


def extra(rows: list[list[str]]) -> list[list[str]]:
    """The columns that take the place of `q6`."""
    return [
        ADDED,
        *(["Ja" if row % 2 else "Nej", "12349"[row % 5]] for row in range(len(rows) - 1)),
    ]


def decide(path: Path, open_one: str, decided: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert open_one in text
    path.write_text(text.replace(open_one, decided, 1), encoding="utf-8")


def test_a_third_wave_takes_one_command_and_the_decisions_it_lists(built: Path, make: Make) -> None:
    export = newer_export(built)
    asked = make("wave", "SURVEY=tiny", "WAVE=2026")
    assert asked.returncode == 2
    assert "Write: make wave SURVEY=... WAVE=... EXPORT=<file or folder>" in asked.stdout

    run = make("wave", "SURVEY=tiny", "WAVE=2026", f"EXPORT={export}")
    assert run.returncode == 0, run.stderr
    raw = built / "data" / "raw" / "tiny"
    assert (raw / "2026" / "answers.csv").read_bytes() == export.read_bytes()
    for told in (
        '2026/codebook.yml, line 43: tried: the answer "3" is new (code 3)',
        "does it lead to partners (asked_if)?",
        'again is new, column "q3b_again"',
        'views.wiser is new, column "q5_wiser"',
        "2025/codebook.yml, line 69: remark is gone",
        "wave.yml, line 4: write fieldwork",
        "frame: write the counts of 2026",
        "series.yml, line 6: tried is not as in 2025",
        "figures.yml, line 10: figures of new questions: fig_05; put them",
    ):
        assert told in run.stdout, run.stdout

    # Each of what is open stops the run by itself.
    settings, series = raw / "2026" / "wave.yml", raw / "series.yml"
    stopped = make("report")
    assert stopped.returncode == 2
    assert '"fieldwork" is missing' in stopped.stderr
    decide(settings, "# fieldwork: {from: 2025-03-01, to: 2025-03-08}",
           "fieldwork: {from: 2026-03-02, to: 2026-03-09}")  # fmt: skip
    assert 'the count of "club" is missing' in make("report").stderr
    decide(settings, "counts: {}", "counts: {club: 13, house: 9}")
    # The tiny wave is made up, and so is this one.
    decide(settings, "# demonstration", "demonstration")
    assert "tried is not as in 2025" in make("report").stderr
    decide(series, "# tried: {is: comparable}", "tried: {is: comparable}")
    decide(series, "# mood: {is: comparable}", "mood: {is: comparable}")

    report = make("report")
    assert report.returncode == 0, report.stderr
    site = built / "reports" / "_site"
    assert "tiny/2026/index.html" in (site / "index.html").read_text(encoding="utf-8")
    assert "2026" in (site / "tiny" / "2026" / "changes.html").read_text(encoding="utf-8")

    again = make("wave", "SURVEY=tiny", "WAVE=2026", f"EXPORT={export}")
    assert again.returncode == 2
    assert "wave.yml is there already, and is not what would be drafted" in again.stderr
    assert make("report").stdout.startswith("Nothing has changed since the last run.")
