"""What was received or written badly: a message with the place, a failing status, nothing lost."""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest
from project import LONG_AGO, Make, taken_over

from pipeline.__main__ import main
from pipeline.database import existing_database

WAVE = ("tiny", "2024")
RAW = "data/raw/tiny/2024"
EXPORT = f"{RAW}/export.csv"
CODEBOOK = f"{RAW}/codebook.yml"
SETTINGS = f"{RAW}/wave.yml"
PLAN = "reports/tiny/figures.yml"
PAGE = "reports/tiny/2024/index.qmd"

Spoil = Callable[[str], str | bytes]


class Bad(NamedTuple):
    """A file, how it is spoiled, the stage that finds it, its status and what it says."""

    path: str
    spoil: Spoil
    stage: tuple[str, ...]
    status: int
    said: tuple[str, ...]


def export(spoil: Spoil, *said: str) -> Bad:
    return Bad(EXPORT, spoil, ("load", *WAVE), 3, said)


def written(path: str, old: str, new: str, *said: str) -> Bad:
    """Words in what a person wrote about the wave."""
    stage = ("plan", "tiny") if path == PLAN else ("load", *WAVE)
    return Bad(path, replaced(old, new), stage, 3, said)


def page(text: str, stage: str, status: int, *said: str) -> Bad:
    """A line at the end of a page, which is its line 29."""
    command = ("render",) if stage == "render" else (stage, *WAVE)
    return Bad(PAGE, lambda before: f"{before}\n{text}\n", command, status, said)


def replaced(*pairs: str) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        return text

    return spoil


def without_column(text: str) -> str:
    """The export without q3."""
    rows = [line.split(",") for line in text.splitlines() if "mere" not in line]
    return "".join(",".join(row[:5] + row[6:]) + "\n" for row in rows)


def header(text: str) -> str:
    return text.splitlines(keepends=True)[0]


BAD = {
    "an empty export": export(
        lambda _: "", f"{EXPORT}: empty export: the file holds nothing. Export or copy it again."
    ),
    "a header only": export(
        header,
        f"{EXPORT}: empty export: there is no row below the header. Export the answers again.",
    ),
    "a truncated last row": export(
        lambda text: text[: text.rindex(",1,1,2,")],
        f"{EXPORT}, row 16: the last row has 8 fields instead of 12. The file was cut while "
        "copying; copy it again.",
    ),
    "a truncated last row in quotes": export(
        lambda text: text[: text.index("og mere")],
        f"{EXPORT}, row 10: a quotation mark is opened and never closed. The file was cut while "
        "copying, or the mark is stray; copy or export it again.",
    ),
    "a missing column": export(
        without_column,
        f'{EXPORT}: column "q3" is missing, which codebook.yml or wave.yml names; export it '
        "again, or correct the file",
    ),
    "an extra column": export(
        lambda text: text.replace("\n", ",1\n").replace("q6,1", "q6,q7"),
        f'{EXPORT}: column "q7" is not in codebook.yml; describe it there as a question, or list '
        'it under "columns": "personal" (never stored) or "unused"',
    ),
    "a renamed column": export(
        replaced("q5_1", "q5-1"),
        f'{EXPORT}: column "q5_1" is missing, which codebook.yml or wave.yml names; export it '
        'again, or correct the file; did you mean "q5-1"?',
        f'{EXPORT}: column "q5-1" is not in codebook.yml; describe it there as a question, or '
        'list it under "columns": "personal" (never stored) or "unused"',
    ),
    "many unknown labels": export(
        replaced("1,2,Godt", "Megt enig,2,Godt", ",2,2,\n", ",Megt enig,2,\n", "4,9,", "Nix,9,"),
        f'{EXPORT}, row 2, column "q5_1": "Megt enig" is no label of views: 3 of 10 answers have '
        "an unknown label (allowed: 20%); add it to codebook.yml, or correct the export; did you "
        'mean "Meget enig"?',
    ),
    "a byte that is no letter": export(
        lambda text: text.replace("Godt", "G\x81dt").encode("latin-1"),
        f"{EXPORT}, line 2, character 41: byte 93 of the file, 0x81, is not UTF-8, UTF-16 or "
        "Windows-1252. Export the file again as CSV in UTF-8.",
    ),
    "two encodings": export(
        lambda text: text.replace("Godt", "Gødt").encode() + "æ,\n".encode("cp1252"),
        f"{EXPORT}, line 17, character 1: byte 617 of the file, 0xE6, is not UTF-8, but the letter "
        'at line 2, character 41 is: the file mixes two encodings ("ø" is "Ã¸" in Windows-1252). '
        "Export the file again as CSV in UTF-8.",
    ),
    "an encoding that nobody exports": export(
        lambda text: text.encode("utf-32-le"),
        f"{EXPORT}, line 1, character 2: a NUL byte. The file is damaged or no text; export it "
        "again as CSV in UTF-8.",
    ),
    "an unknown key of the codebook": written(
        CODEBOOK,
        "    maximum: 2",
        "    maximun: 2",
        f'{CODEBOOK}, line 55, variables.partners.maximun: unknown key; did you mean "maximum"?',
    ),
    "a doubled code": written(
        CODEBOOK,
        "neither: {code: 3",
        "neither: {code: 2",
        f"{CODEBOOK}, line 16, scales.agreement.categories.neither: code 2 is also the code of "
        '"agree_somewhat"',
    ),
    "a net of a category that does not exist": written(
        CODEBOOK,
        "of: [agree_strongly, agree_somewhat]",
        "of: [agree_strongly, agree_somwhat]",
        f'{CODEBOOK}, line 20, scales.agreement.nets.agree: "agree_somwhat" is no category; did '
        'you mean "agree_somewhat"?',
    ),
    "a frame of what there is not": written(
        SETTINGS,
        "{club: 12, house: 8}",
        "{clubs: 12, house: 8}",
        f'{SETTINGS}, line 7, frame.counts: "clubs" is no category of kind; did you mean "club"?',
        f'{SETTINGS}, line 7, frame.counts: the count of "club" is missing',
    ),
    "a figure of a variable that does not exist": written(
        PLAN,
        "variable: tried",
        "variable: tryed",
        f'{PLAN}, line 5, figures.fig_01.variable: there is no variable "tryed"; did you mean '
        '"tried"?',
    ),
    "a figure that names no variable": written(
        PLAN,
        "variable: tried, ",
        "",
        f'{PLAN}, line 5, figures.fig_01: "variable" is missing; add it',
    ),
    "a claim that does not hold": page(
        '[2 ud af 10]{.claim of="tried.club.yes"}',
        "claims",
        4,
        f'{PAGE}, line 29: "2 ud af 10" does not hold: tiny.w2024.fig_01.club.yes is 83.3 % '
        "(N = 6); correct the sentence",
    ),
    "a claim about what there is not": page(
        '[8 ud af 10]{.claim of="tried.clubb.yes"}',
        "claims",
        4,
        f'{PAGE}, line 29: "8 ud af 10": there is no estimate "tried.clubb.yes"; did you mean '
        '"tried.club.yes"?',
    ),
    "a claim about nothing": page(
        "[8 ud af 10]{.claim}",
        "claims",
        4,
        f'{PAGE}, line 29: "8 ud af 10": no estimate is named; write of="..."',
    ),
    "a number that there is not": page(
        "{{< var tiny.w2024.fig_01.clubb.yes >}}",
        "claims",
        4,
        f'{PAGE}, line 29: there is no estimate "tiny.w2024.fig_01.clubb.yes"; did you mean '
        '"fig_01.club.yes"?',
    ),
    "a figure that is not planned": page(
        "{{< include _made/fig-99.md >}}",
        "render",
        5,
        f"{PAGE}, line 29: the included file reports/tiny/2024/_made/fig-99.md does not exist; "
        "correct the name, or let the pipeline make it (a figure comes from figures.yml)",
    ),
}


@pytest.fixture
def here(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project after its first run, as the current folder."""
    monkeypatch.chdir(built)
    return built


def everything(project: Path) -> dict[str, bytes]:
    """All files of a project, received, written and made, also those with hidden names.

    But for what tells of claims: it tells of those that do not hold.
    """
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for folder in ("data", "reports")
        for path in sorted((project / folder).rglob("*"))
        if path.is_file() and "claims" not in (path.stem, path.parent.name)
    }


def put(path: Path, content: str | bytes) -> None:
    """Write a file, dated long ago so that nobody waits for its end."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(path, (LONG_AGO, LONG_AGO))


def respondents(project: Path) -> int:
    with existing_database(project / "data/processed/tiny/2024/wave.duckdb") as database:
        return database.count("respondents")


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_bad_input_is_told_and_nothing_is_lost(
    bad: Bad, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = here / bad.path
    if bad.path == PAGE:
        taken_over(here, "index.qmd")
    good = path.read_bytes()
    put(path, bad.spoil(good.decode()))
    before = everything(here)
    assert main(bad.stage) == bad.status
    printed = capsys.readouterr()
    assert printed.err == "".join(f"error: {message}\n" for message in bad.said)
    assert printed.out == ""
    assert everything(here) == before
    put(path, good)
    assert main(bad.stage) == 0


def test_a_few_unknown_labels_are_invalid_and_their_rows_stay(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # One more of ten answers: 2 are no more than the fifth that wave.yml allows.
    text = (here / EXPORT).read_text(encoding="utf-8")
    put(here / EXPORT, replaced("1,2,Godt", "Megt enig,2,Godt")(text))
    assert main(("load", *WAVE)) == 0
    assert "11 accepted, 4 rejected, 7 values rejected" in capsys.readouterr().out
    with existing_database(here / "data/processed/tiny/2024/wave.duckdb") as database:
        rejected = database.table("rejected_values").filter(column_name="q5_1")
        states = database.table("answers")["state"].cast(pl.String).value_counts()
    assert rejected.select("row", "value", "reason").rows() == [(2, "Megt enig", "unknown label")]
    assert dict(states.iter_rows())["invalid"] > 1


def test_a_respondent_that_is_there_twice_counts_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (here / EXPORT).read_text(encoding="utf-8")
    put(here / EXPORT, f"{text}a2,a2@example.org,done,1,13,1,1,1,0,2,2,\n")
    assert main(("load", *WAVE)) == 0
    assert "16 rows received, 11 accepted, 5 rejected" in capsys.readouterr().out
    assert respondents(here) == 11
    with existing_database(here / "data/processed/tiny/2024/wave.duckdb") as database:
        rows = dict(database.table("rejected_rows").select("row", "reason").iter_rows())
    assert rows[3] == "double submission"


def test_an_export_that_is_still_being_copied(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = (here / EXPORT).read_bytes()
    made = {name: file for name, file in everything(here).items() if name != EXPORT}
    begun, stop = threading.Event(), threading.Event()

    def copy() -> None:
        with (here / EXPORT).open("ab") as file:
            while not stop.wait(0.01):
                file.write(b"a9,a9@example.org,done,1,8,1,1,0,1,1,2,\n")
                file.flush()
                begun.set()

    copying = threading.Thread(target=copy)
    copying.start()
    begun.wait()
    try:
        status = main(("load", *WAVE))
    finally:
        stop.set()
        copying.join()
    assert status == 3
    assert capsys.readouterr().err == (
        f"error: {EXPORT}: is still being written. Run again when copying is done.\n"
    )
    assert {name: file for name, file in everything(here).items() if name != EXPORT} == made
    put(here / EXPORT, good)
    assert main(("load", *WAVE)) == 0


def test_make_stops_at_bad_input_keeps_the_site_and_completes_when_it_is_mended(
    built: Path, make: Make
) -> None:
    def served() -> dict[str, bytes]:
        return {name: file for name, file in everything(built).items() if "/_site/" in name}

    site = served()
    good = (built / EXPORT).read_bytes()
    put(built / EXPORT, good[: good.rindex(b"1,1,2,")])
    for _ in range(2):
        run = make()
        assert run.returncode == 2
        assert "The file was cut while copying; copy it again." in run.stderr
        assert "Traceback" not in run.stderr
        assert served() == site
    put(built / EXPORT, good)
    assert make().returncode == 0
    assert served() == site
