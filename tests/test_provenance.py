"""Where the numbers of a wave come from, and how a page tells it."""

import hashlib
import tomllib
from dataclasses import replace

import pytest
from waves import REPOSITORY

from pipeline.blocks.provenance_page import Provenance, provenance_html
from pipeline.paths import Places
from pipeline.provenance import LIBRARIES, code_fingerprint, provenance
from pipeline.readers.export import Source

OF_A_WAVE = Provenance(
    inputs=(Source("svar <2>.csv", 12345, "ab" * 32),),
    rows={"received": 1500, "accepted": 1400, "rejected": 100},
    lonely_strata=0,
    code="0123456789ab",
    versions={"Python": "3.13.1", "duckdb": "2.0.0"},
)


def test_the_tiny_wave_tells_its_files_and_its_rows(tiny_wave: Places) -> None:
    found = provenance(tiny_wave)
    assert [one.name for one in found.inputs] == [
        "export.csv",
        "codebook.yml",
        "wave.yml",
        "planned.json",
        "compared.json",
    ]
    for one, folder in zip(
        found.inputs, [tiny_wave.raw] * 3 + [tiny_wave.processed] * 2, strict=True
    ):
        content = (folder / one.name).read_bytes()
        assert (one.size, one.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert found.rows == {
        "received": 15,
        "accepted": 11,
        "rejected": 4,
        "values_rejected": 6,
        "cells": 44,
        "estimates": 35,
        "tests": 2,
    }
    assert found.lonely_strata == 0
    assert found.code == code_fingerprint()


def test_the_libraries_that_are_told_are_those_of_the_project() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    needed = {line.split(">=")[0].split("[")[0] for line in project["dependencies"]}
    assert set(LIBRARIES) <= needed


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", ["Rækker modtaget", "1.500", "12.345", "Beregningen gav ingen advarsler."]),
        ("nb", ["Rader mottatt", "Beregningen ga ingen advarsler."]),
        ("en", ["Rows received", "1,500", "12,345", "The computation gave no warnings."]),
    ],
)
def test_a_page_tells_files_rows_and_versions(language: str, said: list[str]) -> None:
    html = provenance_html(OF_A_WAVE, language)
    checksum = "<wbr>".join(["ab" * 4] * 8)
    for words in (*said, checksum, "svar &lt;2&gt;.csv", "0123456789ab", "duckdb", "2.0.0"):
        assert words in html


def test_a_stratum_with_one_cluster_is_a_warning() -> None:
    html = provenance_html(replace(OF_A_WAVE, lonely_strata=3), "en")
    assert "Strata with a single cluster: 3." in html
    assert "no warnings" not in html
