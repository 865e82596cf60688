"""deploy/run: every status that a scheduler sees, and the record of the runs."""

import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from project import REPOSITORY, Make, environment, made, served, taken_over

Run = subprocess.CompletedProcess[str]


@pytest.fixture
def scheduled(built: Path) -> Path:
    """A project after its first run, by hand, with what a scheduler calls."""
    shutil.copytree(REPOSITORY / "deploy", built / "deploy")
    return built


def deploy(project: Path, *variables: str) -> Run:
    """Call deploy/run from another folder, as a scheduler does."""
    return subprocess.run(
        [project / "deploy" / "run", *variables],
        cwd="/",
        env={key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def record(project: Path) -> list[dict[str, object]]:
    lines = (project / "data/processed/runs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def first_line(run: Run) -> str:
    return run.stdout.splitlines()[0]


def load_again(project: Path) -> None:
    """Let the next run begin with the first stage."""
    (project / "data/processed/tiny/2024/load.made").unlink()


def remove_a_respondent(project: Path) -> None:
    export = project / "data/raw/tiny/2025/export.csv"
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:2] + lines[3:]), encoding="utf-8")


def test_nothing_to_do_then_published_then_what_changed(scheduled: Path) -> None:
    first = deploy(scheduled)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "Survey findings: nothing to do (status 0)\n"
    (scheduled / "data/processed/render.made").unlink()
    again = deploy(scheduled)
    assert (again.returncode, first_line(again)) == (0, "Survey findings: published (status 0)")
    assert "Changed since" not in again.stdout
    remove_a_respondent(scheduled)
    third = deploy(scheduled)
    assert third.returncode == 0
    assert "  input tiny/2025/export.csv: changed\n" in third.stdout
    assert "  estimates of tiny/2025/fig_01: changed\n" in third.stdout
    assert "tiny/2024/" not in third.stdout.split("Stages:")[0]
    outcomes = [one["outcome"] for one in record(scheduled)]
    assert outcomes == ["nothing to do", "published", "published"]
    rows = record(scheduled)[1]["state"]["rows"]["tiny/2024"]  # type: ignore[index]
    assert (rows["received"], rows["accepted"], rows["rejected"]) == (15, 11, 4)


def test_a_run_publishes_to_the_folder_of_a_web_server_and_a_person_rolls_back(
    scheduled: Path, make: Make
) -> None:
    server = scheduled / "server"
    for wave in ("2024", "2025"):
        assert make("release", "SURVEY=tiny", f"WAVE={wave}").returncode == 0
    run = deploy(scheduled, f"TO={server}")
    assert (run.returncode, first_line(run)) == (0, "Survey findings: published (status 0)")
    first = (server / "current/index.html").read_bytes()
    assert deploy(scheduled, f"TO={server}").stdout.startswith("Survey findings: nothing to do")
    with (scheduled / "reports/index.qmd").open("a", encoding="utf-8") as file:
        file.write("\nMere.\n")
    assert deploy(scheduled, f"TO={server}").returncode == 0
    assert "Mere." in (server / "current/index.html").read_text(encoding="utf-8")
    back = make("rollback", f"TO={server}")
    assert (back.returncode, back.stdout) == (0, f"{server}/current is now version 1\n")
    assert (server / "current/index.html").read_bytes() == first
    assert "which was rolled back" in deploy(scheduled, f"TO={server}").stdout
    assert (server / "current/index.html").read_bytes() == first
    assert "Where? Write: make rollback TO=..." in make("rollback").stdout


def test_data_that_need_a_decision_end_with_3(scheduled: Path) -> None:
    good = served(made(scheduled))
    export = scheduled / "data/raw/tiny/2024/export.csv"
    export.write_text(export.read_text(encoding="utf-8").replace("q6", "q7", 1), encoding="utf-8")
    run = deploy(scheduled)
    assert (run.returncode, first_line(run)) == (
        3,
        "Survey findings: data need a decision (status 3)",
    )
    assert 'column "q6" is missing' in run.stdout
    assert "The site that readers see stays as it was." in run.stdout
    assert served(made(scheduled)) == good
    assert record(scheduled)[-1]["status"] == 3


def test_an_export_that_is_not_named_ends_with_3(scheduled: Path) -> None:
    settings = scheduled / "data/raw/tiny/2024/wave.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("export: {format: csv, files: [export.csv]}", ""))
    run = deploy(scheduled)
    assert run.returncode == 3
    assert "data/raw/tiny/2024/wave.yml names no export" in run.stdout


def test_claims_that_no_longer_hold_end_with_4_unless_they_are_to_be_marked(
    scheduled: Path,
) -> None:
    page = taken_over(scheduled, "index.qmd")
    with page.open("a", encoding="utf-8") as file:
        file.write('\n[2 ud af 10]{.claim of="tried.club.yes"}\n')
    run = deploy(scheduled)
    assert run.returncode == 4
    assert '"2 ud af 10" does not hold' in run.stdout
    run = deploy(scheduled, "CLAIMS=marked")
    assert run.returncode == 0, run.stdout


def test_a_site_that_cannot_be_made_ends_with_5(scheduled: Path) -> None:
    with (scheduled / "reports/index.qmd").open("a", encoding="utf-8") as file:
        file.write("\n[her](ingen-steder.html)\n")
    run = deploy(scheduled)
    assert run.returncode == 5
    assert "the link ingen-steder.html leads nowhere" in run.stdout


def test_a_page_that_vanishes_ends_with_5_until_a_person_says_that_it_may(
    scheduled: Path,
) -> None:
    good = served(made(scheduled))
    shutil.rmtree(scheduled / "data/raw/tiny/2025")
    shutil.rmtree(scheduled / "reports/tiny/2025")
    run = deploy(scheduled)
    assert run.returncode == 5
    assert "site: tiny/2025/methods.html stands on the last site and not on this one" in run.stdout
    assert served(made(scheduled)) == good
    assert deploy(scheduled, "PAGES=free").returncode == 0
    assert not (scheduled / "reports/_site/tiny/2025").exists()


def test_no_renderer_is_chosen_without_a_person(scheduled: Path) -> None:
    (scheduled / ".venv/renderer").unlink()
    run = deploy(scheduled)
    assert run.returncode == 5
    assert "run make report once, by hand" in run.stdout
    assert not (scheduled / ".venv/renderer").exists()


def test_another_run_ends_with_7_and_leaves_no_line_in_the_record(scheduled: Path) -> None:
    folder = os.open(scheduled / "data", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        run = deploy(scheduled)
    finally:
        os.close(folder)
    assert (run.returncode, first_line(run)) == (
        7,
        "Survey findings: another run is active (status 7)",
    )
    assert not (scheduled / "data/processed/runs.jsonl").exists()


def test_a_stage_that_meets_a_run_by_hand_ends_with_7(scheduled: Path) -> None:
    load_again(scheduled)
    folder = os.open(scheduled / "data/processed/tiny/2024", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        assert deploy(scheduled).returncode == 7
    finally:
        os.close(folder)


def test_the_lock_outlives_a_run_that_is_killed_as_long_as_its_stages_do(scheduled: Path) -> None:
    load_again(scheduled)
    (scheduled / "go").write_text("")
    waiting = '[ "$3" = load ] && touch stage && while [ -e go ]; do sleep 0.05; done'
    environment(scheduled, waiting)
    with subprocess.Popen([scheduled / "deploy/run"], stdout=subprocess.DEVNULL) as process:
        while not (scheduled / "stage").exists() and process.poll() is None:
            pass
        process.kill()
    try:
        assert deploy(scheduled).returncode == 7
    finally:
        (scheduled / "go").unlink()
    while True:
        status = deploy(scheduled).returncode
        if status != 7:
            break
    assert status == 0


def test_anything_else_ends_with_1(scheduled: Path) -> None:
    load_again(scheduled)
    environment(scheduled, '[ "$3" = load ] && exit 9')
    assert deploy(scheduled).returncode == 1
    (scheduled / ".venv/bin/python").unlink()
    run = deploy(scheduled)
    assert run.returncode == 1
    assert "run make report there once, by hand" in run.stdout
