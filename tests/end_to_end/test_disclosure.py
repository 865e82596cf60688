"""The whole site of a wave with planted secrets: nothing of them is in any file that is served."""

import csv
import io
import re
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

import polars as pl
import pytest
from project import made, run_make, served, set_up

from pipeline.paths import Places

WAVE = "tiny", "2024"
LATER = partial(Places, "tiny", "2025")
PLAN = """survey: tiny
figures:
  fig_01: {variable: views, groups: kind, chart: diverging}
  fig_02: {variable: tried, groups: kind, show: [yes], chart: paired}
banners:
  all: {by: [kind], questions: [views, tried]}
"""
HEAD = "id,email,status,q1,q2,q3,q4_1,q4_2,q4_3,q5_1,q5_2,q6"
EMAIL = rb"[\w.+-]+@[\w-]+\.[a-z]+"
OPEN = "Vores nabo hedder Rosenkrantz {}"


def rows() -> Iterator[str]:
    """A hundred and twenty respondents; two clubs and a house disagree with the first view."""
    views = [1, 2, 3, 9]
    for number, (kind, answer) in enumerate(product((1, 2), range(60)), start=1):
        first = 4 if (kind, answer) in ((1, 0), (1, 1), (2, 0)) else views[answer % 4]
        second = views[answer % 3]
        yield ",".join(
            (
                f"respondent-{number:04d}-planted",
                f"planted-{number:04d}@example.org",
                "done",
                f"{kind},{answer % 20},{1 + answer % 2},{1 - answer % 2},0,0,{first},{second}",
                OPEN.format(number),
            )
        )


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A built project whose waves 2024 and 2025 have secrets and a sensitive question."""
    places = Places(*WAVE, tmp_path_factory.mktemp("planted"))
    set_up(places.root)
    for wave, number in ((places, 120), (LATER(places.root), 100)):
        answered = [HEAD, *list(rows())[:number], ""]
        (wave.raw / "export.csv").write_text("\n".join(answered), encoding="utf-8")
        text = wave.codebook.read_text(encoding="utf-8")
        wave.codebook.write_text(
            text.replace("  views:\n", "  views:\n    sensitive: true\n"), encoding="utf-8"
        )
        settings = wave.wave_settings.read_text(encoding="utf-8")
        larger = settings.replace("{club: 12, house: 8}", "{club: 120, house: 80}")
        wave.wave_settings.write_text(larger, encoding="utf-8")
    places.plan.write_text(PLAN, encoding="utf-8")
    run = run_make(places.root, "report")
    assert run.returncode == 0, run.stderr
    return places


def test_nothing_planted_is_in_the_site(planted: Places) -> None:
    files = served(made(planted.root))
    assert {Path(name).suffix for name in files} >= {".html", ".svg", ".csv", ".png", ".js"}
    everything = b"\n".join(content for _, content in sorted(files.items()))
    for secret in (b"-planted", b"planted-", b"Rosenkrantz"):
        assert secret not in everything
    contact = (planted.reports / "_quarto.yml").read_bytes()
    assert set(re.findall(EMAIL, everything)) <= set(re.findall(EMAIL, contact))
    log = pl.read_parquet(planted.disclosure_log)
    assert log.height > 5
    for reason in log["reason"].unique():
        assert reason.encode() not in everything
    later = LATER(planted.root)
    tables = [
        pl.read_parquet(path)
        for path in (
            *(planted.estimates, planted.banner("all")[0], planted.tests),
            *(later.estimates, later.banner("all")[0], later.processed / "changes.parquet"),
        )
    ]
    assert tables[-1].filter(variable="views").height > 0
    secret = [table.filter(variable="views").select(pl.selectors.float()) for table in tables]
    numbers = {str(one)[:8] for table in secret for one in table.unpivot()["value"].drop_nulls()}
    precise = [one for one in numbers if len(one.partition(".")[2]) > 4]
    assert len(precise) > 20
    assert not [one for one in precise if one.encode() in everything]
    # So that the search can fail: what is private is found by it.
    private = b"\n".join(path.read_bytes() for path in planted.processed.glob("*.csv"))
    assert all(reason.encode() in private for reason in log["reason"])


def test_changes_of_what_is_not_sensitive_can_be_taken_away(planted: Places) -> None:
    files = served(made(planted.root))
    text = files["tiny/2025/_made/data/changes.csv"].decode()
    assert {row["variable"] for row in csv.DictReader(io.StringIO(text))} == {"tried"}
    assert "tiny/2024/_made/data/changes.csv" not in files
    page = files["tiny/2025/downloads.html"].decode()
    assert "Ændringer siden tidligere målinger" in page


def test_hidden_numbers_are_empty_in_downloads_and_a_sign_in_tables(planted: Places) -> None:
    files = served(made(planted.root))
    log = pl.read_parquet(planted.disclosure_log)
    names = ["figure", "item", "group", "category"]
    hidden = set(log.filter(banner="").select(names).iter_rows())
    text = files["tiny/2024/_made/data/estimates.csv"].decode()
    told = {tuple(row[name] for name in names): row for row in csv.DictReader(io.StringIO(text))}
    assert hidden <= told.keys()
    for key, row in told.items():
        numbers = [row[name] for name in ("estimate", "ci_low", "ci_high", "margin")]
        assert (numbers == [""] * 4) == (key in hidden), key
    (page,) = (
        text
        for name, text in files.items()
        if name.startswith("tiny/2024/")
        and name.endswith(".html")
        and name.count("/") == 2
        and b'<figure class="finding" id="fig-01"' in text
    )
    block = page.decode()[page.decode().index('id="fig-01"') :]
    block = block[: block.index("</figure>")]
    assert block.count("·</span>") == len(hidden)
    assert "kunne røbe, hvad enkelte har svaret" in block
