"""Groups of figures as conditions on the questions that they are made of."""

import pytest

from pipeline.codebooks.codebook import Codebook
from pipeline.disclosure.regions import region_of
from pipeline.paths import Places
from pipeline.planning.figure import Figure
from pipeline.reading import read_inputs

RECODE = """  opinion:
    type: recode
    of: views.faster
    label: {da: Mening, en: Opinion}
    groups:
      for: {label: {da: For, en: For}, of: [agree]}
      against: {label: {da: Imod, en: Against}, of: [disagree]}
"""


@pytest.fixture
def codebook(tiny_copy: Places) -> Codebook:
    text = tiny_copy.codebook.read_text(encoding="utf-8")
    tiny_copy.codebook.write_text(f"{text.rstrip()}\n{RECODE}", encoding="utf-8")
    return read_inputs(tiny_copy)[0]


def of(codebook: Codebook, group: str, **entries: object) -> dict[str, set[str]]:
    figure = Figure.model_validate({"variable": "tried", **entries})
    return {name: set(answers) for name, answers in region_of(figure, group, codebook).items()}


def test_without_groups_it_is_everyone(codebook: Codebook) -> None:
    assert of(codebook, "all") == {}


def test_the_total_of_groups_is_who_is_in_one(codebook: Codebook) -> None:
    assert of(codebook, "club", groups="kind") == {"kind": {"club"}}
    assert of(codebook, "all", groups="kind") == {"kind": {"club", "house"}}


def test_a_cross_is_its_two_variables(codebook: Codebook) -> None:
    one = of(codebook, "club*small", groups="kind_by_size")
    assert one == {"kind": {"club"}, "size": {"small"}}
    both = of(codebook, "all", groups="kind_by_size")
    assert both == {"kind": {"club", "house"}, "size": {"small", "large"}}


def test_a_recode_is_the_answers_that_it_puts_together(codebook: Codebook) -> None:
    one = of(codebook, "for", groups="opinion")
    assert one == {"views.faster": {"agree_strongly", "agree_somewhat"}}


def test_a_filter_is_a_condition_as_well(codebook: Codebook) -> None:
    only = {"kind": ("club",), "views.faster": ("agree",)}
    agreeing = {"views.faster": {"agree_strongly", "agree_somewhat"}}
    assert of(codebook, "all", where=only) == {"kind": {"club"}, **agreeing}
    assert of(codebook, "all", groups="kind", where={"kind": ("club",)}) == {"kind": {"club"}}
