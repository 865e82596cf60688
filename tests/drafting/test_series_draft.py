"""series.yml for a new wave."""

from dataclasses import replace
from pathlib import Path

import pytest
from drafting_samples import tiny_codebook

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.differences import differences
from pipeline.codebooks.series import check_series, read_series
from pipeline.drafting.series_draft import draft_series
from pipeline.errors import SeriesError

EARLIER = """\
# Ours
survey: tiny

since_last_wave:
  "2024":
    tried: {is: broken, because: {da: En grund.}}   # we talked about it
    # views: {is: comparable}
also_compared: {"2024": ["2020"]}
"""


def after() -> Codebook:
    """One question reworded, one gone, and one item."""
    before = tiny_codebook()
    variables = {name: one for name, one in before.variables.items() if name != "remark"}
    views = variables["views"]
    variables["tried"] = replace(variables["tried"], text={"da": "Og nu?"})
    variables["views"] = replace(views, items={"faster": views.items["faster"]})
    return replace(before, wave="2026", variables=variables)


def drafted(text: str, path: Path, later: Codebook | None = None) -> str:
    """What series.yml becomes; it is read as a file."""
    if text:
        path.write_text(text, encoding="utf-8")
    later = later or after()
    found = differences(tiny_codebook(), later)
    draft = draft_series(text, read_series(path), found, later)
    path.write_text(draft, encoding="utf-8")
    return draft


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    folder.mkdir()
    return folder / "series.yml"


WAVE = """\
  "2026":
    # tried (the question was reworded): take the # away from one of these lines
    # tried: {is: comparable}
    # tried: {is: broken, because: {da: , en: }}
    # tried: {is: not_comparable, because: {da: , en: }}
    views.braver: {is: gone}
    remark: {is: gone}
"""


def test_a_file_is_begun_and_stops_the_run_until_a_person_decides(path: Path) -> None:
    text = drafted("", path)
    assert text.endswith(f"survey: tiny\n\nsince_last_wave:\n{WAVE}")
    with pytest.raises(SeriesError) as raised:
        check_series(path, tiny_codebook(), after())
    assert [message.split(": ")[1].split()[0] for message in raised.value.messages] == ["tried"]
    path.write_text(text.replace("# tried: {is: comparable}", "tried: {is: comparable}"))
    check_series(path, tiny_codebook(), after())


def test_what_a_person_wrote_stays_as_it_is(path: Path) -> None:
    text = drafted(EARLIER, path)
    assert text == EARLIER.replace("also_compared", f"{WAVE}also_compared")


def test_nothing_is_added_twice_and_decisions_are_not_asked_for_again(path: Path) -> None:
    text = drafted(EARLIER, path)
    assert drafted(text, path) == text
    decided = text.replace("# tried: {is: comparable}", "tried: {is: comparable}")
    assert drafted(decided, path) == decided


def test_a_wave_where_everything_changed_has_comments_alone(path: Path) -> None:
    before = tiny_codebook()
    tried = replace(before.variables["tried"], text={"da": "Og nu?"})
    later = replace(before, wave="2026", variables={**before.variables, "tried": tried})
    text = drafted("", path, later)
    assert '  "2026":\n    # tried (' in text
    assert drafted(text, path, later) == text
    assert read_series(path).since_last_wave == {"2026": {}}


def test_decisions_in_braces_are_left_to_their_author(path: Path) -> None:
    text = 'survey: tiny\nsince_last_wave: {"2024": {tried: {is: comparable}}}\n'
    assert drafted(text, path) == text


def test_without_differences_there_is_no_file(path: Path) -> None:
    assert drafted("", path, replace(tiny_codebook(), wave="2026")) == ""
