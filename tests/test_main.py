"""The stages as commands: what they print, and the status that each kind of failure ends with."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from waves import REPOSITORY, tiny

from pipeline.__main__ import main
from pipeline.database import existing_database
from pipeline.loading.pseudonyms import KEY_VARIABLE
from pipeline.paths import Places

WAVE = ("tiny", "2024")


@pytest.fixture
def received(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The tiny wave as received, in the current folder."""
    tiny(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Places(*WAVE)


@pytest.fixture
def tabulated(tiny_copy: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The tiny wave with its results, in the current folder."""
    monkeypatch.chdir(tiny_copy.root)
    return Places(*WAVE)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def outcome(capsys: pytest.CaptureFixture[str], *command: str) -> tuple[int, str]:
    """The exit status of a command that fails, and what it says; nothing goes to the output."""
    status = main(command)
    printed = capsys.readouterr()
    assert printed.out == ""
    return status, printed.err


def without_chance(text: str) -> str:
    """The lines without what depends on the machine, or on how many drawings a figure has."""
    once = re.sub(r"\d+ files", "_ files", re.sub(" +", " ", text))
    return re.sub(r"[\d.]+ s$", "_ s", once, flags=re.MULTILINE)


STAGES = (
    ("load", *WAVE),
    ("plan", "tiny"),
    *((stage, *WAVE) for stage in ("tabulate", "fragments", "claims")),
)


def test_each_stage_prints_one_line(received: Places, capsys: pytest.CaptureFixture[str]) -> None:
    for stage in STAGES:
        assert main([*stage]) == 0
    printed = capsys.readouterr()
    assert without_chance(printed.out).splitlines() == [
        "load tiny 2024 15 rows received, 11 accepted, 4 rejected, 6 values rejected, _ s",
        "plan tiny 1 wave, 5 figures, _ s",
        "tabulate tiny 2024 44 cells, 35 estimates, 2 tests, _ s",
        "fragments tiny 2024 _ files, _ s",
        "claims tiny 2024 0 claims hold, _ s",
    ]
    assert printed.err == ""


def test_each_stage_lists_what_it_made(received: Places) -> None:
    for stage, *of in STAGES:
        main([stage, *of])
        folder = received.processed if stage != "plan" else received.processed.parent
        listed = (folder / f"{stage}.made").read_text(encoding="utf-8").splitlines()
        assert listed
        assert all(Path(name).is_file() for name in listed)


def test_a_project_becomes_a_site(tabulated: Places, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("_quarto.yml", "page.html", "style.css", "search.js", "claims.js"):
        shutil.copy(REPOSITORY / "reports" / name, tabulated.reports)
    front = "---\ntitle: Forside\n---\n\n{{< include _made/waves.md >}}\n"
    (tabulated.reports / "index.qmd").write_text(front, encoding="utf-8")
    tabulated.renderer.parent.mkdir()
    tabulated.renderer.write_text("pandoc\n")
    assert [main([stage, *WAVE]) for stage in ("fragments", "claims")] == [0, 0]
    assert [main([stage]) for stage in ("site", "render")] == [0, 0]
    assert "16 pages by pandoc" in capsys.readouterr().out
    pages = {path.relative_to(tabulated.site).as_posix() for path in tabulated.site.rglob("*.html")}
    shared = {"index.html", "en/index.html", "archive.html", "en/archive.html", "search.html"}
    assert pages == {*shared, "en/search.html"} | {
        f"tiny/2024/{folder}{name}.html" for name in PAGES for folder in ("", "en/")
    }
    assert "83" in (tabulated.site / "tiny/2024/index.html").read_text(encoding="utf-8")


PAGES = ("index", "methods", "quality", "downloads", "provenance")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda wave: (wave.raw / "export.csv").write_text(""), "empty export"),
        (lambda wave: (wave.raw / "export.csv").unlink(), "no export of a known format"),
        (lambda wave: edit(wave.raw / "export.csv", "q6", "q7"), 'column "q6" is missing'),
        (lambda wave: edit(wave.codebook, "survey: tiny", "surve: tiny"), "unknown key"),
        (lambda wave: edit(wave.codebook, "code: 2", "code: 1"), "is also the code of"),
        (lambda wave: wave.codebook.unlink(), "codebook.yml does not exist"),
        (lambda wave: edit(wave.wave_settings, "club: 12", "clubs: 12"), "is no category of kind"),
    ],
)
def test_what_was_received_or_described_badly_ends_with_3(
    damage: object, said: str, received: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(received)  # type: ignore[operator]
    status, message = outcome(capsys, "load", *WAVE)
    assert status == 3
    assert said in message
    assert all(line.startswith("error: ") for line in message.splitlines())
    assert not received.processed.exists()


def test_every_error_of_a_file_is_printed(
    received: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(received.plan, "groups: kind", "groups: knid")
    edit(received.plan, "show: [yes]", "show: [yse]")
    status, message = outcome(capsys, "plan", "tiny")
    assert (status, message.splitlines()) == (
        3,
        [
            "error: reports/tiny/figures.yml, line 4, figures.table_1.groups: there is no variable "
            '"knid"; did you mean "kind"?',
            "error: reports/tiny/figures.yml, line 5, figures.fig_01.show: "
            '"yse" is no category or net of tried; did you mean "yes"?',
        ],
    )


def test_a_claim_that_does_not_hold_ends_with_4(
    tabulated: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    tabulated.pages.mkdir()
    page = tabulated.pages / "index.qmd"
    page.write_text("Det er [9 ud af 10]{.claim of=fig_01.club.yes}.\n", encoding="utf-8")
    assert outcome(capsys, "claims", *WAVE) == (
        4,
        'error: reports/tiny/2024/index.qmd, line 1: "9 ud af 10" does not hold: '
        "tiny.w2024.fig_01.club.yes is 83.3 % (N = 6); correct the sentence\n",
    )
    assert not (tabulated.processed / "claims.made").exists()


def test_claims_that_do_not_hold_are_published_when_asked_to(
    tabulated: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    tabulated.pages.mkdir()
    page = tabulated.pages / "index.qmd"
    page.write_text("Det er [9 ud af 10]{.claim of=fig_01.club.yes}.\n", encoding="utf-8")
    assert main(["claims", *WAVE, "--marked"]) == 0
    printed = capsys.readouterr().out
    assert "0 claims hold, 1 do not and are marked" in printed
    assert (tabulated.processed / "claims.made").read_text().splitlines() == [
        "data/processed/tiny/2024/claims.parquet",
        "data/processed/tiny/2024/claims.csv",
        "reports/_made/claims/tiny.2024.json",
    ]


def test_every_claim_is_listed_with_its_verdict(
    tabulated: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    tabulated.pages.mkdir()
    for path, words in ((tabulated.pages, "9 ud af 10"), (tabulated.reports, "8 ud af 10")):
        text = f"---\nlang: da\n---\n[{words}]{{.claim of=tiny.w2024.fig_01.club.yes}}\n"
        (path / "index.qmd").write_text(text, encoding="utf-8")
    shutil.copy(REPOSITORY / "reports" / "_quarto.yml", tabulated.reports)
    assert main(["list-claims"]) == 0
    everything = capsys.readouterr().out
    assert everything.startswith("2 claims: 1 hold, 1 do not\n")
    assert re.search(r"line 4 +9 ud af 10 +83.3 % .* 6 +does not hold: tiny.w2024", everything)
    assert re.search(r"line 4 +8 ud af 10 +83.3 % .* 6 +holds", everything)
    assert main(["list-claims", *WAVE]) == 0
    assert capsys.readouterr().out.startswith("1 claims: 0 hold, 1 do not\n")


def test_a_site_that_cannot_be_rendered_ends_with_5(
    tabulated: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    tabulated.renderer.parent.mkdir()
    tabulated.renderer.write_text("pandoc\n")
    status, message = outcome(capsys, "render")
    assert status == 5
    assert "reports/_quarto.yml does not exist" in message


@pytest.mark.parametrize("stage", ["tabulate", "fragments", "claims"])
def test_a_stage_before_its_time_says_what_is_missing(
    stage: str, received: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    status, message = outcome(capsys, stage, *WAVE)
    assert status == 1
    assert message.startswith("error: ")
    assert re.search(r"data/processed/tiny/2024/\w+\.(duckdb|parquet)", message)


@pytest.mark.parametrize("command", [[], ["lod", *WAVE], ["load"], ["load", *WAVE, "more"]])
def test_a_command_that_there_is_not_ends_with_2(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "usage: python -m pipeline" in capsys.readouterr().err


def test_open_answers_to_be_coded(tabulated: Places, capsys: pytest.CaptureFixture[str]) -> None:
    status, message = outcome(capsys, "codes", *WAVE)
    assert status == 0
    assert "data/raw/tiny/2024/codebook.yml has no themes of open answers" in message
    with tabulated.codebook.open("a", encoding="utf-8") as codebook:
        codebook.write(
            "  themes:\n    type: themes\n    of: remark\n    coders: [anna]\n"
            "    label: {da: Temaer}\n"
            "    themes: {praise: {label: {da: Ros}, key_words: {da: [godt]}}}\n"
        )
    status, message = outcome(capsys, "codes", *WAVE)
    assert status == 0
    assert without_chance(message).split(": ")[1].startswith("2 answers added, 1 of them with a")


def test_one_table_on_the_terminal(tabulated: Places, capsys: pytest.CaptureFixture[str]) -> None:
    before = tabulated.estimates.read_bytes()
    assert main(["table", *WAVE, "views.faster", "--by", "kind"]) == 0
    printed = capsys.readouterr().out
    assert "Den lille undersøgelse 2024" in printed
    for words in ("Meget enig", "Ved ikke", "Forening", "Hus", "N = 9"):
        assert words in printed
    assert tabulated.estimates.read_bytes() == before


@pytest.mark.parametrize(
    ("question", "by", "said"),
    [
        ("veiws", "kind", 'there is no variable "veiws"; did you mean "views"?'),
        ("views.fast", "kind", '"fast" is no item of views; did you mean "faster"?'),
        ("views", "knid", 'there is no variable "knid"; did you mean "kind"?'),
        ("remark", "kind", '"remark" holds text, which has no table'),
    ],
)
def test_a_table_of_what_there_is_not(
    question: str, by: str, said: str, tabulated: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    status, message = outcome(capsys, "table", *WAVE, question, "--by", by)
    assert status == 3
    assert message.rstrip().endswith(said)


def test_the_key_is_made_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, str(tmp_path / "a.key"))
    assert main(["key"]) == 0
    assert str(tmp_path / "a.key") in capsys.readouterr().err
    assert (tmp_path / "a.key").is_file()


def run_in_trouble(trouble: str, stage: str) -> subprocess.CompletedProcess[str]:
    """A stage in a process of its own, after something was done to that process."""
    modules = "load, pipeline.tabulate, pipeline.fragments, pipeline.charts"
    program = (
        f"import os, resource, signal, sys, pipeline.{modules}, pipeline.__main__ as program\n"
        f"{trouble}\nsys.exit(program.main([{stage!r}, 'tiny', '2024']))"
    )
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True
    )


def full_at(size: int) -> str:
    """No file can grow beyond a size: what a program sees of a disk that is full."""
    return f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))"


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit on files here")
@pytest.mark.parametrize(
    ("stage", "size", "place"),
    [
        ("load", 300_000, "data/processed/tiny/2024/wave.duckdb"),
        ("tabulate", 3000, "data/processed/tiny/2024/"),
        ("fragments", 1000, "reports/tiny/2024/_made/"),
    ],
)
def test_a_full_disk_leaves_the_last_good_output(
    stage: str, size: int, place: str, tabulated: Places
) -> None:
    main(["fragments", *WAVE])
    edit(tabulated.wave_settings, "Den lille", "Den anden lille")
    folders = (tabulated.processed, tabulated.made)
    before = {path: path.read_bytes() for folder in folders for path in files_below(folder)}
    ended = run_in_trouble(full_at(size), stage)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith(f"error: {place}")
    assert "Traceback" not in ended.stderr
    assert {path: path.read_bytes() for folder in folders for path in files_below(folder)} == before
    assert main([stage, *WAVE]) == 0


def test_a_kill_leaves_the_last_good_output_and_the_next_run_completes(tabulated: Places) -> None:
    before = tabulated.database.read_bytes()
    kill = "pipeline.load.check = lambda *_: os.kill(os.getpid(), signal.SIGKILL)"
    assert run_in_trouble(kill, "load").returncode == -signal.SIGKILL
    assert tabulated.database.read_bytes() == before
    assert main(["load", *WAVE]) == 0
    with existing_database(tabulated.database) as again:
        assert again.count("respondents") == 11
    assert not [path for path in tabulated.processed.iterdir() if path.name.startswith(".")]
