"""The Makefile: what runs, when, and what comes back."""

import os
import re
import shutil
from pathlib import Path

import pytest
from project import (
    LONG_AGO,
    REPOSITORY,
    SAID,
    Make,
    environment,
    made,
    run_make,
    served,
    started,
    taken_over,
)

WAVE_STAGES = ("load", "tabulate", "change", "fragments", "claims")
WAVES = ("2024", "2025")
PLAN = ["plan tiny"]
SITE = ["site", "render"]


def of_wave(wave: str, *stages: str) -> list[str]:
    return [f"{stage} tiny {wave}" for stage in stages]


def everything() -> list[str]:
    return sorted([one for wave in WAVES for one in of_wave(wave, *WAVE_STAGES)] + PLAN + SITE)


def test_the_first_run_makes_everything_and_tells_where_the_site_is(first_run: Path) -> None:
    # Its stages ran side by side: make was called with -j4.
    said = (first_run / SAID).read_text(encoding="utf-8").splitlines()
    assert said[-1] == "The site: reports/_site/index.html"
    assert sorted(started(first_run)) == everything()
    for page in ("index.html", "tiny/2024/index.html", "tiny/2025/quality.html"):
        assert (first_run / "reports" / "_site" / page).is_file()


def test_the_same_inputs_give_the_same_bytes_with_one_thread(
    project: Path, make: Make, first_run: Path
) -> None:
    alone = "taskset -p -c 0 $$ >/dev/null 2>&1; export POLARS_MAX_THREADS=1 OMP_NUM_THREADS=1"
    environment(project, alone)
    run = make("-j1")
    assert run.returncode == 0, run.stderr
    assert made(project) == made(first_run)


def test_every_file_that_is_made_stands_in_a_list(built: Path) -> None:
    lists = (built / "data" / "processed").rglob("*.made")
    listed = {line for path in lists for line in path.read_text(encoding="utf-8").splitlines()}
    names = ("_quarto.yml", "page.html", "style.css", "search.js", "claims.js")
    written = {f"reports/{name}" for name in (*names, "index.qmd", "tiny/figures.yml")}
    written.add("data/processed/claims.switch")
    databases = {f"data/processed/tiny/{wave}/wave.duckdb" for wave in WAVES}
    # Pages that are kept for the next run are rendered again when they are gone.
    kept = {path for path in made(built) if path.startswith("reports/_made/rendered/")}
    assert listed == made(built).keys() - written - kept | databases


def test_a_run_without_news_says_so_and_starts_no_python(built: Path, make: Make) -> None:
    run = make()
    assert run.stdout.splitlines() == [
        "Nothing has changed since the last run.",
        "The site: reports/_site/index.html",
    ]
    assert started(built) == []


def test_a_new_title_runs_the_late_stages_only(built: Path, make: Make) -> None:
    plan = built / "reports" / "tiny" / "figures.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("da: Svar", "da: Svarene"), encoding="utf-8")
    assert plan.read_text(encoding="utf-8") != text
    make()
    expected = [one for wave in WAVES for one in of_wave(wave, "fragments", "claims")]
    assert sorted(started(built)) == sorted(expected + PLAN + SITE)


def test_another_way_of_counting_counts_again(built: Path, make: Make) -> None:
    plan = built / "reports" / "tiny" / "figures.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("survey: tiny", "survey: tiny\nlevel: 0.9"), encoding="utf-8")
    make()
    stages = ("tabulate", "change", "fragments", "claims")
    expected = [one for wave in WAVES for one in of_wave(wave, *stages)]
    assert sorted(started(built)) == sorted(expected + PLAN + SITE)


def test_an_older_export_runs_its_wave_and_not_the_one_before(built: Path, make: Make) -> None:
    export = built / "data" / "raw" / "tiny" / "2025" / "export.csv"
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    os.utime(export, (LONG_AGO - 1000, LONG_AGO - 1000))
    make()
    assert sorted(started(built)) == sorted(of_wave("2025", *WAVE_STAGES) + SITE)


def test_a_correction_of_an_earlier_wave_is_seen_by_those_after_it(built: Path, make: Make) -> None:
    export = built / "data" / "raw" / "tiny" / "2024" / "export.csv"
    lines = export.read_text(encoding="utf-8").splitlines(keepends=True)
    export.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    make()
    later = of_wave("2025", "change", "fragments", "claims")
    assert sorted(started(built)) == sorted(of_wave("2024", *WAVE_STAGES) + later + SITE)


def test_a_new_wave_leaves_the_stages_of_the_others_alone(built: Path, make: Make) -> None:
    before = made(built)
    raw = built / "data" / "raw" / "tiny"
    shutil.copytree(raw / "2025", raw / "2026")
    for name, old in (("codebook.yml", "Hvem med?"), ("wave.yml", "2025")):
        path = raw / "2026" / name
        text = path.read_text(encoding="utf-8").replace("2025", "2026")
        path.write_text(text.replace(old, "Med hvem?"), encoding="utf-8")
    (raw / "series.yml").write_text(
        'survey: tiny\nsince_last_wave: {"2026": {partners: {is: comparable}}}\n'
        'also_compared: {"2026": ["2024"]}\n',
        encoding="utf-8",
    )
    plan = built / "reports" / "tiny" / "figures.yml"
    text = plan.read_text(encoding="utf-8")
    said = 'chart: paired, headline: {"2026": {da: Klubber prøver nyt, en: Clubs try}}'
    plan.write_text("# Also of 2026\n" + text.replace("chart: paired", said), encoding="utf-8")
    run = make("-j2")
    assert run.returncode == 0, run.stderr
    assert sorted(started(built)) == sorted(of_wave("2026", *WAVE_STAGES) + PLAN + SITE)
    # What was there is what a clean build makes of all three: nothing of it had to be made again.
    after = made(built)
    assert {path for path in before if "tiny/202" in path and "_site" not in path} <= after.keys()
    make("clean")
    assert make("-j2").returncode == 0
    assert made(built) == after
    make()
    assert started(built) == []


def test_a_changed_page_is_checked_and_rendered(built: Path, make: Make) -> None:
    page = built / "reports" / "tiny" / "2024" / "index.qmd"
    page.write_text("---\ntitle: Fund\n---\n\nMere.\n", encoding="utf-8")
    make()
    assert sorted(started(built)) == sorted(of_wave("2024", "claims") + SITE)
    site = built / "reports" / "_site" / "tiny" / "2024" / "index.html"
    assert "Mere." in site.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "lost",
    [
        "data/processed/tiny/2024/wave.duckdb",
        "data/processed/tiny/2024/counted.json",
        "data/processed/tiny/2025/planned.json",
        "data/processed/tiny/2024/estimates.csv",
        "reports/tiny/2024/_made/fig-01-narrow-dark.svg",
        "reports/_variables.yml",
        "reports/_site/tiny/2024/index.html",
    ],
)
def test_a_made_file_that_is_deleted_comes_back(built: Path, make: Make, lost: str) -> None:
    before = made(built)
    (built / lost).unlink()
    run = make()
    assert run.returncode == 0, run.stderr
    assert (built / lost).is_file()
    assert made(built) == before
    make()
    assert started(built) == []


def test_a_wave_that_is_taken_away_is_no_longer_listed_and_goes_with_its_pages(
    built: Path, make: Make
) -> None:
    shutil.rmtree(built / "data" / "raw" / "tiny" / "2025")
    run = make()
    assert run.returncode == 0, run.stderr
    waves = (built / "reports" / "_made" / "waves.md").read_text(encoding="utf-8")
    assert "tiny/2024/index.html" in waves
    assert "tiny/2025/index.html" not in waves
    shutil.rmtree(built / "reports" / "tiny" / "2025")
    assert make().returncode == 0
    assert {path.split("/")[0] for path in served(made(built))} == {
        "archive.html",
        "en",
        "index.html",
        "search.html",
        "search.js",
        "search-index.js",
        "style.css",
        "tiny",
    }
    assert not [path for path in served(made(built)) if "2025" in path]


def test_a_stage_that_fails_ends_the_run_with_its_message(built: Path, make: Make) -> None:
    page = built / "reports" / "tiny" / "2024" / "index.qmd"
    good = made(built)
    page.write_text(
        '---\ntitle: Fund\n---\n\n[2 ud af 10]{.claim of="tried.club.yes"}\n', encoding="utf-8"
    )
    run = make()
    assert run.returncode == 2
    assert '"2 ud af 10" does not hold: tiny.w2024.fig_01.club.yes is 83.3 %' in run.stderr
    site = {path: content for path, content in made(built).items() if "_site" in path}
    assert site == {path: content for path, content in good.items() if "_site" in path}


def test_help_lists_every_target_for_people(project: Path, make: Make) -> None:
    rules = (project / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in rules.splitlines() if line.startswith(".PHONY"))
    targets = set(phony.split()[1:]) - {"FORCE"}
    listed = {line.split()[1] for line in make("help").stdout.splitlines()}
    assert listed == targets


def test_clean_removes_what_is_made_and_nothing_else(built: Path, make: Make) -> None:
    def theirs() -> dict[str, bytes]:
        return {
            path.relative_to(built).as_posix(): path.read_bytes()
            for folder in ("data/raw", "reports")
            for path in sorted((built / folder).rglob("*"))
            if path.is_file()
        }

    pages = {name: text for name, text in theirs().items() if "/_" not in f"/{name}"}
    quarto = (built / "reports" / "_quarto.yml").read_bytes()
    assert make("clean").returncode == 0
    assert theirs() == pages | {"reports/_quarto.yml": quarto}
    assert list((built / "data" / "processed").iterdir()) == []


def test_the_makefile_keeps_to_gnu_make_3_81_and_a_plain_shell() -> None:
    rules = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    newer = (
        r"&:",
        r"\.ONESHELL",
        r"\$\(file ",
        r"^\S+\s*!=",
        r"\[\[",
        r"<\(",
        r"\.SHELLFLAGS",
        r"\[ [^]]* == ",
    )
    assert [pattern for pattern in newer if re.search(pattern, rules, re.MULTILINE)] == []


def test_open_answers_are_written_down_for_a_wave_that_is_named(built: Path, make: Make) -> None:
    run = make("codes")
    assert run.returncode == 2
    assert "Which wave? Write: make codes SURVEY=... WAVE=..." in run.stdout
    codebook = built / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
    for wave in WAVES:
        with codebook.parents[1].joinpath(wave, codebook.name).open("a", encoding="utf-8") as file:
            file.write(
                "  themes:\n    type: themes\n    of: remark\n    coders: [anna]\n"
                "    label: {da: Temaer}\n    themes: {praise: {label: {da: Ros}}}\n"
            )
    run = make("codes", "SURVEY=tiny", "WAVE=2024")
    assert run.returncode == 0, run.stderr
    assert started(built) == ["load tiny 2024", "codes tiny 2024"]
    codes = codebook.with_name("remark_codes.csv")
    assert codes.read_bytes().decode("utf-8-sig").splitlines()[1:] == [
        "a1;;;;;Godt",
        "b3;;;;;Ja, og mere",
    ]
    # What a person writes there runs the wave again.
    codes.write_text("respondent,coder,themes,released\na1,anna,Ros,yes\n", encoding="utf-8")
    os.utime(codes, (LONG_AGO, LONG_AGO))
    assert make().returncode == 0
    assert "load tiny 2024" in started(built)


def test_claims_that_do_not_hold_are_published_only_while_asked_for(
    built: Path, make: Make
) -> None:
    with taken_over(built, "index.qmd").open("a", encoding="utf-8") as end:
        end.write("\n[9 ud af 10]{.claim of=fig_01.club.yes}\n")
    shown = built / "reports" / "_site" / "tiny" / "2024" / "index.html"
    assert run_make(built).returncode == 2
    assert "9 ud af 10" not in shown.read_text(encoding="utf-8")
    assert run_make(built, "CLAIMS=marked").returncode == 0
    assert 'class="claim-warning"' in shown.read_text(encoding="utf-8")
    assert run_make(built).returncode == 2
    wrong = run_make(built, "CLAIMS=mark")
    assert wrong.returncode == 2
    assert "write CLAIMS=checked or CLAIMS=marked" in wrong.stderr
