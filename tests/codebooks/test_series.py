"""series.yml: decisions about questions that changed between waves."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from waves import REPOSITORY, tiny

from pipeline.__main__ import main
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.differences import differences
from pipeline.codebooks.reading import read_codebook
from pipeline.codebooks.series import check_series, check_waves, part_of_wave, read_series
from pipeline.errors import SeriesError
from pipeline.paths import Places
from pipeline.reading import wave_before

TINY = REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
FILE = Path("series.yml")
HEAD = 'survey: tiny\nsince_last_wave:\n  "2026":\n'
DECIDED = """\
    tried: {is: broken, because: {da: En anden periode.}}
    views.braver: {is: gone}
    remark: {is: gone}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files from here."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def before() -> Codebook:
    return read_codebook(TINY)


@pytest.fixture(scope="module")
def after(before: Codebook) -> Codebook:
    """One question reworded, one item and one question no longer asked."""
    variables = {name: one for name, one in before.variables.items() if name != "remark"}
    views = variables["views"]
    variables["tried"] = replace(variables["tried"], text={"da": "Og nu?"})
    variables["views"] = replace(views, items={"faster": views.items["faster"]})
    return replace(before, wave="2026", variables=variables)


def complaints(text: str, before: Codebook, after: Codebook) -> list[str]:
    FILE.write_text(text, encoding="utf-8")
    with pytest.raises(SeriesError) as raised:
        check_series(FILE, before, after)
    return list(raised.value.messages)


def test_the_same_questionnaire_needs_no_file(before: Codebook) -> None:
    check_series(FILE, before, replace(before, wave="2026"))


def test_everything_undecided_is_listed_with_what_to_write(
    before: Codebook, after: Codebook
) -> None:
    with pytest.raises(SeriesError) as raised:
        check_series(FILE, before, after)
    assert raised.value.status == 3
    follows = 'and nobody decided what follows. Write under since_last_wave, "2026": '
    assert list(raised.value.messages) == [
        f"series.yml: tried is not as in 2024 (the question was reworded), {follows}"
        "tried: {is: comparable}; or, with what readers are told, {is: broken, because: {da: …}} "
        "or {is: not_comparable, because: {da: …}}",
        f"series.yml: views.braver is not as in 2024 (is no longer asked), {follows}"
        "views.braver: {is: gone}",
        f"series.yml: remark is not as in 2024 (is no longer asked), {follows}remark: {{is: gone}}",
    ]


def test_where_the_answers_stand_as_comments_their_line_is_told(
    before: Codebook, after: Codebook
) -> None:
    commented = """\
survey: tiny
since_last_wave:
  "2026":
    remark: {is: gone}
    views.braver: {is: gone}
    # tried (the question was reworded): take the # away from one of these lines
    # tried: {is: comparable}
    # tried: {is: broken, because: {da: }}
"""
    (message,) = complaints(commented, before, after)
    assert message.startswith("series.yml, line 6: tried is not as in 2024 (the question was")
    assert "Take the # away from one of the 3 lines below that one: comparable shows" in message
    empty = commented.replace("# tried: {is: broken", "tried: {is: broken")
    assert complaints(empty, before, after) == [
        "series.yml, line 8, since_last_wave.2026.tried.because.da: is empty; write it"
    ]


def test_a_decision_about_everything(before: Codebook, after: Codebook) -> None:
    FILE.write_text(HEAD + DECIDED, encoding="utf-8")
    check_series(FILE, before, after)


def test_a_decision_about_a_question_is_one_about_its_items(
    before: Codebook, after: Codebook
) -> None:
    FILE.write_text(HEAD + DECIDED.replace("views.braver: {is: gone}", "views: {is: comparable}"))
    check_series(FILE, before, after)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "remark: {is: gone}",
            "remark: {is: new}",
            "line 6, since_last_wave.2026.remark: it is no longer asked; write is: gone",
        ),
        (
            "is: broken, because: {da: En anden periode.}",
            "is: broken",
            "line 4, since_last_wave.2026.tried: readers want to know why; write because: {da: …}",
        ),
        (
            "    remark: {is: gone}\n",
            "    remark: {is: gone}\n    size: {is: comparable}\n",
            "line 7, since_last_wave.2026.size: nothing changed in it since 2024; remove it"
            "; known: tried, views.braver, remark",
        ),
        (
            "    remark: {is: gone}\n",
            "    remark: {is: same}\n",
            "line 6, since_last_wave.2026.remark.is: input should be 'comparable', 'broken', "
            "'not_comparable', 'new' or 'gone' (found: 'same')",
        ),
    ],
)
def test_decisions_that_do_not_fit(
    old: str, new: str, said: str, before: Codebook, after: Codebook
) -> None:
    text = HEAD + DECIDED.replace(old, new)
    assert complaints(text, before, after) == [f"series.yml, {said}"]


def test_a_file_of_another_survey() -> None:
    FILE.write_text("survey: other\n", encoding="utf-8")
    with pytest.raises(SeriesError) as raised:
        check_waves(FILE, "tiny", ["2024"])
    assert raised.value.messages == (
        "series.yml, line 1, survey: is other, but the waves are of tiny",
    )


def test_waves_that_there_are_not_and_that_come_too_late() -> None:
    check_waves(FILE, "tiny", ["2022"])
    good = 'survey: tiny\nsince_last_wave: {"2024": {}}\nalso_compared: {"2026": ["2022"]}\n'
    FILE.write_text(good, encoding="utf-8")
    check_waves(FILE, "tiny", ["2022", "2024", "2026"])
    FILE.write_text(
        'survey: tiny\nsince_last_wave:\n  "2025": {}\n  "2022": {}\nalso_compared:\n'
        '  "2027": ["2022"]\n  "2024": ["1922", "2024"]\n',
        encoding="utf-8",
    )
    with pytest.raises(SeriesError) as raised:
        check_waves(FILE, "tiny", ["2022", "2024", "2026"])
    assert list(raised.value.messages) == [
        'series.yml, line 3, since_last_wave.2025: there is no wave "2025"; did you mean "2026"?',
        "series.yml, line 4, since_last_wave.2022: no wave comes before 2022; remove it",
        'series.yml, line 6, also_compared.2027: there is no wave "2027"; did you mean "2026"?',
        'series.yml, line 7, also_compared.2024.0: there is no wave "1922"; known: 2022, '
        "2024, 2026",
        "series.yml, line 7, also_compared.2024.1: 2024 does not come before 2024; name an "
        "earlier wave",
    ]


def test_a_wave_has_the_decisions_up_to_it() -> None:
    FILE.write_text(
        'survey: tiny\nsince_last_wave: {"2024": {size: {is: new}}, "2026": {size: {is: gone}}}\n'
        'also_compared: {"2026": ["2022"]}\n',
        encoding="utf-8",
    )
    series = read_series(FILE)
    for wave, decided, also in (("2022", [], []), ("2024", ["2024"], []), ("2027", None, None)):
        part = part_of_wave(series, wave)
        assert [*part["since_last_wave"]] == (["2024", "2026"] if decided is None else decided)
        assert [*part["also_compared"]] == (["2026"] if also is None else also)


def test_the_demonstration_decides_about_all_that_changed() -> None:
    raw = REPOSITORY / "data" / "raw" / "innovation"
    earlier, later = (read_codebook(raw / wave / "codebook.yml") for wave in ("2020", "2022"))
    check_series(raw / "series.yml", earlier, later)
    assert {(one.question, one.kind) for one in differences(earlier, later)} == {
        ("innovated", "changed"),
        ("old_ideas", "changed"),
        ("future_change.centralised", "gone"),
        ("open_innovation_theme", "gone"),
        ("digital_services", "new"),
    }


def test_the_wave_before_is_of_the_same_survey(tmp_path: Path) -> None:
    for wave in ("a/2020", "a/2022", "a/2024", "b/2023"):
        (tmp_path / "data" / "raw" / wave).mkdir(parents=True)
        (tmp_path / "data" / "raw" / wave / "wave.yml").touch()
    assert wave_before(Places("a", "2024", tmp_path)) == Places("a", "2022", tmp_path)
    assert wave_before(Places("a", "2020", tmp_path)) is None
    assert wave_before(Places("b", "2023", tmp_path)) is None


def test_the_stage_plan_stops_at_an_undecided_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = tiny(tmp_path)
    later = shutil.copytree(places.raw, places.raw.parent / "2026")
    for name in ("codebook.yml", "wave.yml"):
        text = (later / name).read_text(encoding="utf-8").replace("2024", "2026")
        (later / name).write_text(text.replace("Hvem med?", "Hvem så?"), encoding="utf-8")
    assert main(["plan", "tiny"]) == 3
    assert capsys.readouterr().err.startswith(
        "error: data/raw/tiny/series.yml: partners is not as in 2024 (the question was reworded)"
    )
    assert not places.planned.exists()
    shutil.rmtree(later)
    assert main(["plan", "tiny"]) == 0
