"""Files of SPSS drafted as surveys: shares are SPSS's valid per cent, means of what is valid.

pyreadstat writes the files, but for multiple-response sets, which it cannot: their record is put in
here as PSPP's description of the format has it ("Multiple Response Sets Records"). The expected
numbers are counted here from the values, as FREQUENCIES, DESCRIPTIVES and MULT RESPONSE do.
"""

import struct
from collections import Counter
from pathlib import Path
from statistics import mean

import polars as pl
import pyreadstat
import pytest
import yaml
from waves import loaded, tabulated

from pipeline.drafting.new_survey import new_survey
from pipeline.loading.pseudonyms import make_key
from pipeline.paths import Places

N = 60
GRADES = [(1.0, 2.0, 3.0, 3.0, 8.0, 9.0, None)[i % 7] for i in range(N)]
AGES = [(18.0 + i if i % 5 else 999.0) for i in range(N)]
INCOMES = [(-1.0 if i % 6 == 0 else 250.5 + 10 * i) for i in range(N)]
THERMOMETER = [float(i % 11) for i in range(N)]
USES = {
    "use_a": [(2.0, 1.0, 9.0)[i % 3] for i in range(N)],
    "use_b": [(1.0, 2.0, 9.0, 1.0, 1.0, 9.0)[i % 6] for i in range(N)],
}
"""2 is counted, 9 is missing: whoever has it in both is in no base."""
FIRST = {"first_1": [1.0 + i % 3 for i in range(N)], "first_2": [1.0 + i % 2 for i in range(N)]}
COLUMNS = {
    "id": [float(i) for i in range(N)],
    "grade": GRADES,
    "age": AGES,
    "income": INCOMES,
    "warm": THERMOMETER,
    **USES,
    **FIRST,
    "remark": [f"{i} " + "en meget lang tekst som ikke er " * 60 for i in range(N)],
}
SETS = "$uses=D1 2 13 Hva bruker du use_a use_b\n$firsts=C 11 Hva er best first_1 first_2\n"
CITIES = {1: "Oslo", 2: "Bergen", 3: "Tromsø"}


def with_sets(content: bytes, sets: str) -> bytes:
    """The file with a record of its multiple-response sets before the end of the dictionary."""
    text = sets.encode()
    end = content.index(struct.pack("<ii", 999, 0))
    record = struct.pack("<iiii", 7, 7, 1, len(text)) + text
    return content[:end] + record + content[end:]


@pytest.fixture(params=["svar.sav", "svar.zsav"])
def places(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Places:
    """The survey as `make new` drafts it, with nothing hidden, loaded and tabulated."""
    monkeypatch.setenv("SURVEY_PSEUDONYM_KEY_FILE", str(tmp_path / "pseudonym.key"))
    make_key()
    path = tmp_path / request.param
    pyreadstat.write_sav(
        pl.DataFrame(COLUMNS),
        path,
        column_labels={
            "grade": "Hvor fornøyd er du?",
            "warm": "Hvor varmt er det?",
            "age": "Alder",
        },
        variable_value_labels={
            "grade": {
                1: "Ikke i det hele tatt",
                2: "Delvis",
                3: "Svært",
                8: "Vet ikke",
                9: "Ubesvart",
            },
            "age": {999: "Vil ikke svare"},
            "warm": {0: "Kaldt", 10: "Varmt"},
            **{name: {1: "Nei", 2: "Ja", 9: "Ikke stilt"} for name in USES},
            **dict.fromkeys(FIRST, CITIES),
        },
        missing_ranges={
            "grade": [9],
            "age": [{"lo": 900, "hi": 999}],
            "income": [-1],
            **{name: [9] for name in USES},
        },
        variable_measure={"grade": "ordinal", "age": "scale", "income": "scale"},
        compress=path.suffix == ".zsav",
    )
    if path.suffix == ".sav":  # the other one is compressed behind an offset
        path.write_bytes(with_sets(path.read_bytes(), SETS))
    drafted = new_survey("poll", "2024", path, tmp_path)
    (declared,) = [one for one in drafted.decisions if "the file declares missing" in one]
    assert '"Ubesvart", "Vil ikke svare", "-1", ' in declared
    (guessed,) = [one for one in drafted.decisions if '"Vet ikke" is taken for no answer' in one]
    assert guessed.endswith("counts in the base: grade; missing: left_out leaves it out")
    places = Places("poll", "2024", tmp_path)
    text = places.plan.read_text(encoding="utf-8")
    places.plan.write_text(f"{text}small_numbers: off\ndisclosure: off\n", encoding="utf-8")
    loaded(places)
    tabulated(places)
    return places


def estimates(places: Places, variable: str, statistic: str, item: str = "") -> pl.DataFrame:
    rows = pl.read_parquet(places.estimates)
    return rows.filter(variable=variable, statistic=statistic, item=item, group="all")


def valid_shares(values: list[float | None], *missing: float) -> dict[float, tuple[float, int]]:
    valid = [one for one in values if one is not None and one not in missing]
    return {code: (count / len(valid), len(valid)) for code, count in Counter(valid).items()}


def test_what_the_file_declares_missing_is_in_no_base_and_means(places: Places) -> None:
    codebook = yaml.safe_load(places.codebook.read_text(encoding="utf-8"))["variables"]
    codes = {name: one["code"] for name, one in codebook["grade"]["categories"].items()}
    found = {
        float(codes[name]): (pytest.approx(share), n)
        for name, share, n in estimates(places, "grade", "share")
        .select("category", "estimate", "base_n")
        .rows()
    }
    assert found == valid_shares(GRADES, 9.0)
    for name, values, missing in (("age", AGES, 999.0), ("income", INCOMES, -1.0)):
        valid = [one for one in values if one != missing]
        (row,) = estimates(places, name, "mean").select("estimate", "base_n").rows()
        assert row == (pytest.approx(mean(valid)), len(valid))
    became = pl.read_csv(places.processed / "item_nonresponse.csv").filter(variable="age")
    assert became.select("missing", "invalid").rows() == [(AGES.count(999.0), 0)]


def test_a_scale_with_labels_at_its_ends_has_every_answer_in_order(places: Places) -> None:
    asked = yaml.safe_load(places.codebook.read_text(encoding="utf-8"))["variables"]["warm"]
    assert [one["score"] for one in asked["categories"].values()] == [*map(float, range(11))]
    assert [*asked["categories"].values()][10]["label"]["nb"] == "Varmt"


@pytest.mark.parametrize("places", ["svar.sav"], indirect=True)
def test_multiple_response_sets_are_counted_as_spss_counts_them(places: Places) -> None:
    codebook = yaml.safe_load(places.codebook.read_text(encoding="utf-8"))["variables"]
    (name,) = [name for name, one in codebook.items() if one["type"] == "multiple"]
    assert codebook[name]["text"]["nb"] == "Hva bruker du"
    asked = [i for i in range(N) if any(USES[column][i] != 9.0 for column in USES)]
    for item, entry in codebook[name]["items"].items():
        ticks = sum(USES[entry["column"]][i] == 2.0 for i in asked)
        (row,) = estimates(places, name, "share", item).select("estimate", "base_n").rows()
        assert row == (pytest.approx(ticks / len(asked)), len(asked))
    (battery,) = [one for one in codebook.values() if one["type"] == "battery"]
    assert {one["column"] for one in battery["items"].values()} == set(FIRST)
