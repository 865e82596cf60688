"""From a draft to a release, a late answer, and its correction."""

import os
from pathlib import Path

import pytest
from project import LONG_AGO, Make, started

from pipeline.__main__ import main

WAVE = ("SURVEY=tiny", "WAVE=2024")
DRAFT = "Kladde: "
NOTE = """corrections:
  - date: 2024-05-02
    what: {da: En forenings svar kom for sent med., en: The answer of a club came late.}
    why: {da: Det kom med posten., en: It came by mail.}
"""


def page(project: Path, wave: str = "2024", name: str = "index") -> str:
    path = project / "reports" / "_site" / "tiny" / wave / f"{name}.html"
    text = path.read_text(encoding="utf-8")
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def released(project: Path) -> dict[str, str]:
    folder = project / "reports" / "tiny" / "2024" / "released"
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def late_answer(project: Path) -> None:
    """A club that did not try arrives after the release."""
    export = project / "data" / "raw" / "tiny" / "2024" / "export.csv"
    with export.open("a", encoding="utf-8") as end:
        end.write("a9,a9@example.org,done,1,8,2,,,,2,2,\n")
    os.utime(export, (LONG_AGO, LONG_AGO))


def test_a_wave_is_a_draft_until_it_is_released(built: Path, make: Make) -> None:
    drafts = built / "data" / "processed" / "drafts.txt"
    assert drafts.read_text(encoding="utf-8") == "tiny/2025\ntiny/2024\n"
    assert DRAFT in page(built) and DRAFT in page(built, name="quality")
    front = built / "reports" / "_site" / "index.html"
    assert front.read_text(encoding="utf-8").count(DRAFT) == 2
    run = make("release", *WAVE)
    assert run.returncode == 0, run.stderr
    assert DRAFT not in page(built) and DRAFT in page(built, "2025")
    assert drafts.read_text(encoding="utf-8") == "tiny/2025\n"
    files = released(built)
    assert "from: 2024-03-01" in files["released.yml"]
    assert "export.csv: " in files["released.yml"] and "codebook.yml: " in files["released.yml"]
    assert "tiny,2024,fig_01,tried" in files["estimates.csv"]
    assert make().stdout.startswith("Nothing has changed")
    assert make("clean").returncode == 0
    assert released(built) == files
    # The same inputs give the same release.
    assert make("release", *WAVE).returncode == 0
    assert released(built) == files


def test_a_released_number_changes_only_with_a_correction_note(
    built: Path, make: Make, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert make("release", *WAVE).returncode == 0
    before, files = page(built), released(built)
    late_answer(built)
    run = make()
    assert run.returncode == 2
    assert "tiny.w2024.fig_01.club.yes: estimate 0.8333 -> 0.7143" in run.stderr
    assert "base_n 6 -> 7" in run.stderr
    assert "Error 6" in run.stderr
    assert page(built) == before
    assert make("release", *WAVE).returncode == 2
    assert released(built) == files
    monkeypatch.chdir(built)
    assert main(["release", "tiny", "2024"]) == 6
    assert "corrections.yml" in capfd.readouterr().err

    (built / "reports" / "tiny" / "2024" / "corrections.yml").write_text(NOTE, encoding="utf-8")
    run = make()
    assert run.returncode == 0, run.stderr
    corrected = "Rettet 2. maj 2024: En forenings svar kom for sent med."
    assert corrected in page(built, name="quality")
    assert f"{corrected} Det kom med posten." in page(built)
    assert "<td>83 pct.</td><td>71 pct.</td>" in page(built)
    assert released(built) == files
    shown = page(built)

    assert make("release", *WAVE).returncode == 0
    assert page(built) == shown
    frozen = released(built)
    assert "- 2024-05-02" in frozen["released.yml"]
    assert "2024-05-02,estimates,tiny.w2024.fig_01.club.yes,share,estimate,0.8333,0.7143" in (
        frozen["replaced.csv"].splitlines()
    )
    # A note lets the numbers through that it was written for, and no later ones.
    export = built / "data" / "raw" / "tiny" / "2024" / "export.csv"
    text = export.read_text(encoding="utf-8")
    export.write_text(text.replace("a9,a9@example.org,done,1,8,2", "a9,,done,1,8,1"), "utf-8")
    assert make().returncode == 2
    assert released(built) == frozen


def test_an_automatic_wave_is_released_by_a_run_whose_claims_hold(built: Path, make: Make) -> None:
    settings = built / "data" / "raw" / "tiny" / "2024" / "wave.yml"
    with settings.open("a", encoding="utf-8") as end:
        end.write("release: automatic\n")
    written = built / "reports" / "tiny" / "2024" / "index.qmd"
    wrong = '---\ntitle: Fund\n---\n\n[2 ud af 10]{.claim of="fig_01.club.yes"}\n'
    written.write_text(wrong, encoding="utf-8")
    assert make().returncode == 2
    assert not (built / "reports" / "tiny" / "2024" / "released").exists()
    written.unlink()
    assert make().returncode == 0
    assert DRAFT not in page(built)
    assert "estimates.csv" in released(built)
    assert make().stdout.startswith("Nothing has changed")
    assert started(built) == []
    late_answer(built)
    assert "Error 6" in make().stderr


def test_a_note_without_a_release_has_nothing_to_correct(built: Path, make: Make) -> None:
    (built / "reports" / "tiny" / "2024" / "corrections.yml").write_text(NOTE, encoding="utf-8")
    run = make()
    assert "Error 3" in run.stderr
    assert "was never released" in run.stderr


def test_drafts_are_left_out_of_what_is_published(built: Path, make: Make) -> None:
    server = built / "server"
    run = make("publish", f"TO={server}")
    assert run.returncode == 2
    assert "every wave is a draft, and drafts are not published" in run.stderr
    assert not server.exists()
    assert make("release", *WAVE).returncode == 0
    assert make("publish", f"TO={server}").returncode == 0
    shown = server / "current"
    names = {path.relative_to(shown).as_posix() for path in shown.rglob("*") if path.is_file()}
    assert "tiny/2024/index.html" in names
    assert not [name for name in names if "2025" in name]
    for name in names:
        assert b"2025" not in (shown / name).read_bytes(), name
    # The whole site still has it, for those who work on it.
    assert (built / "reports" / "_site" / "tiny" / "2025" / "index.html").is_file()
    assert make("release", "SURVEY=tiny", "WAVE=2025").returncode == 0
    assert make("publish", f"TO={server}").returncode == 0
    assert (shown / "tiny" / "2025" / "index.html").is_file()


def test_a_released_page_that_states_a_number_of_a_draft_is_not_published(
    built: Path, make: Make
) -> None:
    written = built / "reports" / "tiny" / "2025" / "index.qmd"
    stated = "{{< var tiny.w2024.fig_01.club.yes >}}"
    written.write_text(f"---\ntitle: Fund\n---\n\n{stated}\n", encoding="utf-8")
    assert make("release", "SURVEY=tiny", "WAVE=2025").returncode == 0
    run = make("publish", f"TO={built / 'server'}")
    assert run.returncode == 2
    assert "w2024" in run.stderr
    assert not (built / "server").exists()
