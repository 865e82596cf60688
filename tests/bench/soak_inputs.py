"""What arrives between scheduled runs: respondents, sentences, and whole waves with decisions."""

import os
import random
import re
import shutil
import threading
import time
from pathlib import Path

LONG_AGO = 1_600_000_000
FIRST_NEW = 2026
PAIRED = "chart: paired"
WITHOUT_FAULT = re.compile("[ab][1-4].*,done,(?!2,40|2,7,|2,2000)")
"""Rows of which every answer is taken: a wave may not have too many others."""


def raw_of(project: Path) -> Path:
    return project / "data" / "raw" / "tiny"


def waves_of(project: Path) -> list[str]:
    return sorted(path.parent.name for path in raw_of(project).glob("*/wave.yml"))


def rows_of(export: Path) -> int:
    """The rows below the header; no answer of these exports runs over a line."""
    return len(export.read_text(encoding="utf-8").splitlines()) - 1


def a_change(project: Path, number: int, chance: random.Random) -> None:
    """Another respondent of the newest wave, who answers as one of 2024, or another sentence."""
    if chance.random() < 0.7:
        rows = (raw_of(project) / "2024" / "export.csv").read_text(encoding="utf-8").splitlines()
        row = chance.choice([one for one in rows if WITHOUT_FAULT.match(one)])
        _, _, answers = row.split(",", 2)
        newest = raw_of(project) / waves_of(project)[-1]
        with (newest / "export.csv").open("a", encoding="utf-8") as file:
            file.write(f"n{number},n{number}@example.org,{answers}\n")
    else:
        with (project / "reports" / "index.qmd").open("a", encoding="utf-8") as file:
            file.write("\nMere.\n")


def new_wave(project: Path) -> Path:
    """The folder of a wave in which a question is worded anew; its export is not there yet."""
    wave = str(FIRST_NEW + sum(int(one) >= FIRST_NEW for one in waves_of(project)))
    beside = raw_of(project) / f".{wave}"
    beside.mkdir()
    for name in ("codebook.yml", "wave.yml"):
        text = (raw_of(project) / "2025" / name).read_text(encoding="utf-8")
        text = text.replace("2025", wave).replace("Hvem med?", f"Hvem med i {wave}?")
        (beside / name).write_text(text, encoding="utf-8")
    return beside.rename(raw_of(project) / wave)


def export_of(project: Path) -> str:
    """What a new wave answers: as 2024 did, half of it by the same organisations."""
    header, *rows = (raw_of(project) / "2024" / "export.csv").read_text("utf-8").splitlines()
    others = [f"x{row}" if number % 2 else row for number, row in enumerate(rows)]
    return "\n".join((header, *others)) + "\n"


def arrives(folder: Path, text: str) -> None:
    """An export that is there as a whole since long."""
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))


def arrives_slowly(folder: Path, text: str) -> threading.Thread:
    """An export that is being copied for some seconds, line by line."""
    lines = text.splitlines(keepends=True)

    def copy() -> None:
        with (folder / "export.csv").open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(line)
                file.flush()
                time.sleep(0.5)

    copying = threading.Thread(target=copy)
    copying.start()
    return copying


def decide(project: Path) -> None:
    """What a person writes about the new waves: decisions, and a headline each."""
    new = [wave for wave in waves_of(project) if int(wave) >= FIRST_NEW]
    decided = "".join(f'  "{wave}": {{partners: {{is: comparable}}}}\n' for wave in new)
    text = f"survey: tiny\nsince_last_wave:\n{decided}"
    (raw_of(project) / "series.yml").write_text(text, encoding="utf-8")
    plan = project / "reports" / "tiny" / "figures.yml"
    words = ", ".join(f'"{wave}": {{da: Det sker, en: It happens}}' for wave in new)
    lines = plan.read_text(encoding="utf-8").splitlines()
    said = [
        f"{line.partition(PAIRED)[0]}{PAIRED}, headline: {{{words}}}}}" if PAIRED in line else line
        for line in lines
    ]
    plan.write_text("\n".join(said) + "\n", encoding="utf-8")


def copy_inputs(project: Path, clean: Path) -> None:
    """All that was received and written, and nothing that was made."""
    shutil.rmtree(clean / "data" / "raw")
    shutil.copytree(project / "data" / "raw", clean / "data" / "raw")
    for name in ("reports/index.qmd", "reports/tiny/figures.yml"):
        shutil.copy2(project / name, clean / name)
