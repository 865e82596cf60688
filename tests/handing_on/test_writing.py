"""Answers handed on and read again by other programs: the same answers, and the same estimates.

The expected numbers are computed here from the files alone.
"""

import hashlib
import json
import stat
import subprocess
import zipfile
from pathlib import Path

import fastexcel
import jsonschema
import polars as pl
import pyreadstat
import pytest
import sample_wave
from waves import REPOSITORY, loaded, tiny

from pipeline.errors import PipelineError
from pipeline.handing_on.__main__ import main
from pipeline.handing_on.writing import hand_on
from pipeline.paths import Places
from tests.handing_on.data_package import PACKAGE

Values = dict[str, list[float | None]]


def of_sav(path: Path) -> Values:
    """Column -> the answers; what SPSS takes for missing is None."""
    values, _ = pyreadstat.read_sav(path, output_format="dict")
    return dict(values)


def share(values: Values, column: str, of: set[float], **where: float) -> tuple[float, int]:
    """The weighted share of some answers, and how many answered, of those `where` holds."""
    weights = values.get("weight") or [1.0] * len(values[column])
    answered = [
        (weight, answer)
        for place, (weight, answer) in enumerate(zip(weights, values[column], strict=True))
        if answer is not None and all(values[name][place] == one for name, one in where.items())
    ]
    total = sum(weight for weight, _ in answered if weight)
    return sum(weight for weight, answer in answered if weight and answer in of) / total, len(
        answered
    )


def estimate(places: Places, figure: str, **where: str) -> tuple[float, int]:
    rows = pl.read_parquet(places.estimates).filter(figure=figure, **where)
    return rows.select("estimate", "base_n").row(0)


@pytest.fixture
def sav(tiny_copy: Places) -> Path:
    return hand_on(tiny_copy, "sav").files[0]


def test_a_sav_gives_the_estimates_of_the_wave(tiny_copy: Places, sav: Path) -> None:
    values = of_sav(sav)
    for code, group in ((1, "club"), (2, "house")):
        expected = estimate(tiny_copy, "fig_01", statistic="share", category="yes", group=group)
        assert share(values, "tried", {1}, kind=code) == pytest.approx(expected)
    for item in ("town", "firm", "other"):
        expected = estimate(tiny_copy, "fig_03", statistic="share", item=item)
        assert share(values, f"partners_{item}", {1}) == pytest.approx(expected)
    staff = [one for one, kind in zip(values["staff"], values["kind"], strict=True) if kind == 1]
    given = [one for one in staff if one is not None]
    mean = estimate(tiny_copy, "fig_04", statistic="mean", group="club")
    assert (sum(given) / len(given), len(given)) == pytest.approx(mean)


def test_a_sav_with_weights_gives_the_estimates_of_a_raked_sample(tmp_path: Path) -> None:
    places = sample_wave.write_wave(tmp_path, sample_wave.DECLARED["raked_clusters"])
    loaded(places)
    sample_wave.tabulated(places)
    values = of_sav(hand_on(places, "sav").files[0])
    assert list(values)[:4] == ["respondent", "weight", "stratum", "cluster"]
    for category, code in sample_wave.CODES.items():
        expected = estimate(places, "answer", category=category)
        assert share(values, "answer", {code}) == pytest.approx(expected)
    high = estimate(places, "answer", category="high")
    assert share(values, "answer", {4, 5}) == pytest.approx(high)


def test_missing_values_of_a_sav_say_why(sav: Path) -> None:
    values, about = pyreadstat.read_sav(sav, output_format="dict", user_missing=True)
    # As in the table of test_tiny_wave.py: a3, b2 and b4 were not asked, of b1 all three are
    # invalid, and a5 and a6 broke off.
    labels = about.variable_value_labels["partners_firm"]
    assert [labels[one] for one in values["partners_firm"]] == [
        *("Nej", "Ja", "Ikke stillet", "Ja", "Nej", "Ikke nået"),
        *("Ugyldigt svar", "Ikke stillet", "Nej", "Ikke stillet", "Nej"),
    ]
    assert about.missing_ranges["views_faster"] == [{"lo": 9, "hi": 9994}]
    assert [labels.get(one, one) for one in values["staff"]] == [
        *(5, 12, 9, 10, 3, "Ikke nået", 40, 7, "Ugyldigt svar", 11, 8),
    ]


def test_a_sav_says_what_columns_are(sav: Path) -> None:
    about = pyreadstat.read_sav(sav, output_format="polars")[1]
    assert about.column_names_to_labels["views_faster"] == "Hvor enige er I? - Vi er hurtigere"
    assert about.variable_value_labels["kind"][1] == "Forening"
    assert about.variable_measure["views_faster"] == "ordinal"
    assert about.variable_measure["staff"] == "scale"
    assert about.file_label == "Den lille undersøgelse 2024"
    assert "respondent" in about.column_names
    assert not {"remark", "email", "row"} & set(about.column_names)


def test_hostile_and_danish_labels_survive(tiny_copy: Places) -> None:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    changed = text.replace("da: Forening", "da: '=1+1 \"Æ\" ''ø'' <b>'")
    tiny_copy.codebook.write_text(changed, encoding="utf-8")
    loaded(tiny_copy)
    label = "=1+1 \"Æ\" 'ø' <b>"
    about = pyreadstat.read_sav(hand_on(tiny_copy, "sav").files[0])[1]
    assert about.variable_value_labels["kind"][1] == label
    book = hand_on(tiny_copy, "xlsx").files[0]
    codes = fastexcel.read_excel(book).load_sheet("Koder").to_polars()
    assert label in codes["Betydning"].to_list()
    with zipfile.ZipFile(book) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 3
    assert not any(b"<f>" in sheet for sheet in sheets)
    labels = pl.read_csv(hand_on(tiny_copy, "csv").files[1])
    assert f"'{label}" in labels["label"].to_list()


def test_all_formats_hold_the_same_answers(tiny_copy: Places, sav: Path) -> None:
    of_csv = pl.read_csv(hand_on(tiny_copy, "csv").files[0])
    of_parquet = pl.read_parquet(hand_on(tiny_copy, "parquet").files[0])
    book = fastexcel.read_excel(hand_on(tiny_copy, "xlsx").files[0])
    of_book = book.load_sheet("Svar").to_polars()
    spss = pyreadstat.read_sav(sav, output_format="polars", user_missing=True)[0]
    assert of_parquet.height == 11
    for other in (of_csv, of_book, spss):
        assert other.columns == of_parquet.columns
        for name in of_parquet.columns:
            assert other[name].cast(of_parquet.schema[name]).equals(of_parquet[name]), name


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_data_package_is_valid_and_tells_of_its_files(tiny_copy: Places, format: str) -> None:
    *files, descriptor = hand_on(tiny_copy, format).files
    package = json.loads(descriptor.read_bytes())
    jsonschema.Draft7Validator(PACKAGE).validate(package)
    for resource, path in zip(package["resources"], files, strict=True):
        content = path.read_bytes()
        # Frictionless, which checked these packages once by hand, finds no size of Parquet.
        size = None if format == "parquet" else len(content)
        assert (resource["path"], resource.get("bytes")) == (path.name, size)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    fields = {one["name"]: one for one in package["resources"][0]["schema"]["fields"]}
    assert fields["tried"]["categories"] == [
        {"value": 1, "label": "Ja"},
        {"value": 2, "label": "Nej"},
    ]
    assert {"value": "9992", "label": "Ikke stillet"} in fields["tried"]["missingValues"]
    assert fields["mood"]["type"] == "number"


def test_every_answer_is_a_category_or_a_missing_value(tiny_copy: Places) -> None:
    answers, _, descriptor = hand_on(tiny_copy, "csv").files
    fields = json.loads(descriptor.read_bytes())["resources"][0]["schema"]["fields"]
    rows = pl.read_csv(answers, infer_schema=False)
    assert rows.columns == [one["name"] for one in fields]
    for field in fields:
        if "categories" in field:
            known = {str(one["value"]) for one in field["categories"]}
            missing = {one["value"] for one in field["missingValues"]}
            assert set(rows[field["name"]].fill_null("")) <= known | missing


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_no_code_of_no_answer_reads_as_a_number(tiny_copy: Places, format: str) -> None:
    """Missing values are compared as they are written, by the standard: 9991.0 is not "9991"."""
    answers, *_, descriptor = hand_on(tiny_copy, format).files
    fields = json.loads(descriptor.read_bytes())["resources"][0]["schema"]["fields"]
    rows = pl.read_csv(answers, infer_schema=False) if format == "csv" else pl.read_parquet(answers)
    largest = {}
    for field in fields:
        if field["type"] in ("number", "integer") and "categories" not in field:
            missing = {one["value"] for one in field["missingValues"]}
            texts = [str(value) for value in rows[field["name"]].drop_nulls()]
            largest[field["name"]] = max(float(one) for one in texts if one not in missing)
    assert largest == {"staff": 40, "ticks": 2, "mood": 5}


@pytest.mark.parametrize("format", ["sav", "xlsx", "csv", "parquet"])
def test_files_are_their_owners_alone(tiny_copy: Places, format: str) -> None:
    handed = hand_on(tiny_copy, format)
    assert handed.files
    for path in handed.files:
        assert path.is_relative_to(tiny_copy.processed)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_missing_categories_that_spss_cannot_take_get_other_codes(tiny_copy: Places) -> None:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    two = "no: {code: 2, label: {da: Nej, en: No}}"
    low = (
        "forgot: {code: -1, label: {da: Glemt, en: Forgot}, missing: true}\n"
        "      refused: {code: 0, label: {da: Nægtet, en: Refused}, missing: true}"
    )
    tiny_copy.codebook.write_text(text.replace(two, f"{two}\n      {low}"), encoding="utf-8")
    export = tiny_copy.raw / "export.csv"
    rows = export.read_text(encoding="utf-8").replace(",5,1,1,0,0,", ",5,0,,,,")
    export.write_text(rows.replace(",9,2,", ",9,-1,"), encoding="utf-8")
    loaded(tiny_copy)
    handed = hand_on(tiny_copy, "sav")
    values, about = pyreadstat.read_sav(handed.files[0], output_format="dict", user_missing=True)
    assert [about.variable_value_labels["tried"][one] for one in values["tried"]][:3] == [
        "Nægtet",
        "Ja",
        "Glemt",
    ]
    assert about.missing_ranges["tried"] == [{"lo": 9990, "hi": 9994}, {"lo": -1, "hi": -1}]
    assert any('tried: "Nægtet" has code 9990 instead of 0' in note for note in handed.notes)


def test_what_is_left_out_is_told(tiny_copy: Places) -> None:
    assert hand_on(tiny_copy, "xlsx").notes == (
        "left out, as they may tell who wrote them: open answers (remark)",
    )


def test_an_erased_wave_has_no_answers(
    tiny_copy: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_copy.kept_report.mkdir(parents=True)
    monkeypatch.chdir(tiny_copy.root)
    assert main(["export", "tiny", "2024", "sav"]) == 1
    assert "the answers of tiny 2024 were erased" in capsys.readouterr().err
    assert not tiny_copy.handed_on.exists()


def test_a_wave_that_was_not_loaded_and_an_unknown_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(PipelineError, match=r"wave\.duckdb does not exist"):
        hand_on(tiny(tmp_path), "csv")
    monkeypatch.chdir(tmp_path)
    assert main(["export", "tiny", "2024", "ods"]) == 1
    assert "one of sav, xlsx, csv, parquet" in capsys.readouterr().err


def test_make_names_the_waves_that_there_are() -> None:
    asked = ["make", "export", "SURVEY=../x", "WAVE=1", "FORMAT=csv"]
    done = subprocess.run(asked, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "There is no wave ../x 1. There are: " in done.stdout
    assert "innovation/2020" in done.stdout
    assert not (REPOSITORY / "data" / "x").exists()
