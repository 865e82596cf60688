"""The demonstration's whole site with a sensitive question in 2022: nothing private is in a file.

Searched are the site as its makers see it, and the copy for readers, which leaves the draft out.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl
import pytest
from sites import build, copy_report

from pipeline.database import existing_database
from pipeline.deployment.publishing import publish
from pipeline.deployment.released_site import released_site
from pipeline.paths import Places

SENSITIVE = "factor_role"
WAVES = ("2020", "2022")
EMAIL = rb"[\w.+-]+@[\w-]+\.[a-z]+"
NAMES = ("figure", "item", "group", "category")
PLAIN = re.compile(r"[A-Za-z ,]{15,}")
"""A part of an answer that every format writes as it is."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built demonstration."""
    folder: Path = tmp_path_factory.mktemp("report")
    copy_report(folder)
    path = of("2022", folder).codebook
    text = path.read_text(encoding="utf-8")
    assert f"  {SENSITIVE}:\n" in text
    path.write_text(
        text.replace(f"  {SENSITIVE}:\n", f"  {SENSITIVE}:\n    sensitive: true\n"), "utf-8"
    )
    build(folder)
    renderer = of("2022", folder).renderer
    renderer.parent.mkdir()
    renderer.write_text("pandoc\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["site", "copy for readers"])
def files(
    root: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Address -> content of everything that is served."""
    if request.param == "site":
        return contents(root / "reports" / "_site")
    server: Path = tmp_path_factory.mktemp("server")
    with released_site(root) as site:
        publish(site, server)
    return contents(server / "current")


def of(wave: str, root: Path) -> Places:
    return Places("innovation", wave, root)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def joined(files: Mapping[str, bytes]) -> bytes:
    assert {Path(name).suffix for name in files} >= {".html", ".svg", ".csv", ".png", ".js"}
    return b"\n".join(files.values())


def test_no_respondent_is_in_any_file(files: dict[str, bytes], root: Path) -> None:
    everything = joined(files)
    numbers = set(re.findall(rb"\d{7,}", everything))
    for wave in WAVES:
        with existing_database(of(wave, root).database) as database:
            pseudonyms = database.table("respondents")["pseudonym"].to_list()
        assert len(pseudonyms) > 800
        words = set(re.findall(rb"[0-9a-f]{16}", everything))
        assert not words & {name.encode() for name in pseudonyms}
        ids = received(of(wave, root))
        assert len(ids) > 800
        assert not numbers & ids


def received(places: Places) -> set[bytes]:
    """The numbers of respondents, as the export has them in its first column."""
    (export,) = (
        path for name in ("dataset.csv", "answers.csv") if (path := places.raw / name).is_file()
    )
    return set(re.findall(rb"^\W*(\d{7})\b", export.read_bytes(), re.MULTILINE))


def test_no_address_is_in_any_file_but_those_of_the_publisher(
    files: dict[str, bytes], root: Path
) -> None:
    settings = [of(wave, root).wave_settings.read_bytes() for wave in WAVES]
    known = b"\n".join([(root / "reports" / "_quarto.yml").read_bytes(), *settings])
    assert set(re.findall(EMAIL, joined(files))) <= set(re.findall(EMAIL, known))


def test_no_open_answer_is_in_any_file_that_nobody_released(
    files: dict[str, bytes], root: Path
) -> None:
    everything, released, asked = joined(files), "", []
    for wave in WAVES:
        released += " ".join(pl.read_parquet(of(wave, root).released_answers)["text"])
        with existing_database(of(wave, root).database) as database:
            asked += database.table("open_answers")["text"].to_list()
    private = {part for text in asked for part in parts(text) if part not in released}
    assert len(private) > 50
    assert not [part for part in sorted(private) if part.encode() in everything]


def parts(text: str) -> Iterator[str]:
    yield from sorted(PLAIN.findall(text), key=len)[-1:]


def test_no_exact_or_hidden_number_is_in_any_file(files: dict[str, bytes], root: Path) -> None:
    places, everything = of("2022", root), joined(files)
    log = pl.read_parquet(places.disclosure_log).filter(variable=SENSITIVE)
    assert log.height > 0
    for reason in log["reason"].unique():
        assert reason.encode() not in everything
    exact = set()
    for name in ("estimates", "tests", "changes"):
        table = pl.read_parquet(places.processed / f"{name}.parquet").filter(variable=SENSITIVE)
        exact |= {str(one)[:8] for one in table.select(pl.selectors.float()).unpivot()["value"]}
    precise = {one for one in exact if len(one.partition(".")[2]) > 4}
    assert len(precise) > 100
    assert not [one for one in precise if one.encode() in everything]


def test_hidden_numbers_are_empty_in_every_download(root: Path) -> None:
    places, files = of("2022", root), contents(root / "reports" / "_site")
    log = pl.read_parquet(places.disclosure_log)
    for banner, name in (("", "estimates"), ("background", "banner-background-estimates")):
        hidden = set(log.filter(banner=banner).select(NAMES).iter_rows())
        rows = list(read(files[f"innovation/2022/_made/data/{name}.csv"], ","))
        assert hidden <= {tuple(row[one] for one in NAMES) for row in rows}
        for row in rows:
            if tuple(row[one] for one in NAMES) in hidden:
                numbers = [row[one] for one in ("estimate", "ci_low", "ci_high", "margin")]
                assert numbers == ["", "", "", ""]
    secret = log.filter(banner="", variable=SENSITIVE)
    told = 0
    for figure, rows in secret.group_by("figure"):
        name = str(figure[0]).replace("_", "-")
        own = list(read(files[f"innovation/2022/_made/{name}.csv"], ";"))
        told += len([row for row in own if row["Bemærkning"] and not row["Tal"]])
        assert len([row for row in own if row["Tal"] == ""]) == rows.height
    assert told == secret.height > 0


def test_changes_of_it_are_nowhere_and_those_of_others_can_be_taken_away(root: Path) -> None:
    files = contents(root / "reports" / "_site")
    rows = list(read(files["innovation/2022/_made/data/changes.csv"], ","))
    assert len(rows) > 100
    assert SENSITIVE not in {row["variable"] for row in rows}
    page = files["innovation/2022/downloads.html"].decode()
    assert 'href="_made/data/changes.csv"' in page


def read(content: bytes, delimiter: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=delimiter)
