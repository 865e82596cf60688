"""A twentieth wave beside nineteen that are built, against the same wave alone; render left out.

The questionnaire is that of the tiny wave; the answers are drawn from its rows, so all of this is
invented. A third of the organisations of a wave answered in the wave before, too.
"""

import random
import resource
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.project import TINY, set_up

WAVES, RESPONDENTS = 20, 5000
FIRST = 2001
SEED = 20_201
MADE = "data/processed/site.made"
"""The target of the last stage before render."""
REPEATS = 3
EXPORT = (TINY / "data" / "raw" / "tiny" / "2024" / "export.csv").read_text(encoding="utf-8")
NAMES = [str(FIRST + number) for number in range(WAVES)]


@dataclass(frozen=True)
class Growth:
    """Seconds of a processor for a new wave: for one alone, and for the last of `WAVES`; and for
    a run with nothing to do beside all of them. `stages` are those that the last one started."""

    alone: float
    last: float
    unchanged: float
    stages: int


def waves_speed(root: Path) -> Growth:
    """Build the history once, then let the last wave arrive in copies of it."""
    history, single = root / "history", root / "single"
    for project, waves in ((history, NAMES[:-1]), (single, [])):
        set_up(project)
        for path in (project / "data" / "raw" / "tiny").iterdir():
            shutil.rmtree(path)
        for wave in waves:
            _arrive(project, wave)
    _make(history)
    alone, last, unchanged = [], [], []
    for number in range(REPEATS):
        for project, seconds in ((single, alone), (history, last)):
            copy = root / f"{project.name}-{number}"
            shutil.copytree(project, copy, symlinks=True)
            _arrive(copy, NAMES[-1])
            (copy / "started").unlink(missing_ok=True)
            seconds.append(_make(copy))
        stages = len((copy / "started").read_text(encoding="utf-8").splitlines())
        unchanged.append(_make(copy))
    return Growth(*map(statistics.median, (alone, last, unchanged)), stages)


def _make(project: Path) -> float:
    """The work of all processes, which other work on the machine disturbs least."""
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(["make", MADE], cwd=project, check=True, stdout=subprocess.DEVNULL)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - begun.ru_utime - begun.ru_stime


def _arrive(project: Path, wave: str) -> None:
    """A wave with its questionnaire, in which a question is worded anew, its answers, and what a
    person decides and says about it."""
    folder = project / "data" / "raw" / "tiny" / wave
    folder.mkdir()
    for name in ("codebook.yml", "wave.yml"):
        text = (TINY / "data" / "raw" / "tiny" / "2024" / name).read_text(encoding="utf-8")
        text = text.replace("2024", wave).replace(
            "{club: 12, house: 8}", "{club: 9999, house: 7777}"
        )
        (folder / name).write_text(text.replace("Hvem med?", f"Hvem i {wave}?"), encoding="utf-8")
    with (folder / "wave.yml").open("a", encoding="utf-8") as file:
        file.write("export: {format: csv, files: [export.csv]}\n")
    (folder / "export.csv").write_text(_answers(NAMES.index(wave)), encoding="utf-8")
    known = sorted(path.parent.name for path in folder.parent.glob("*/wave.yml"))
    decided = "".join(f'  "{one}": {{partners: {{is: comparable}}}}\n' for one in known[1:])
    if decided:
        text = f"survey: tiny\nsince_last_wave:\n{decided}"
        (folder.parent / "series.yml").write_text(text, encoding="utf-8")
    headline = ", ".join(f'"{one}": {{da: Det sker, en: It happens}}' for one in known)
    plan = (TINY / "reports" / "tiny" / "figures.yml").read_text(encoding="utf-8")
    said = plan.replace("chart: paired", f"chart: paired, headline: {{{headline}}}")
    (project / "reports" / "tiny" / "figures.yml").write_text(said, encoding="utf-8")


def _answers(number: int) -> str:
    """The export of a wave: a third of its organisations answered in the one before, too."""
    chance = random.Random(SEED + number)
    header, *rows = EXPORT.splitlines()
    rows = [row for row in rows if ",done," in row]
    first = number * (2 * RESPONDENTS // 3)
    lines = [header]
    for respondent in range(first, first + RESPONDENTS):
        _, _, answers = chance.choice(rows).split(",", 2)
        lines.append(f"o{respondent},o{respondent}@example.org,{answers}")
    return "\n".join(lines) + "\n"
