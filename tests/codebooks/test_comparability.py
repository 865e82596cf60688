"""Which questions can be compared: the decisions of series.yml, wave by wave."""

from dataclasses import replace

import pytest
from waves import REPOSITORY

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.comparability import breaks
from pipeline.codebooks.reading import read_codebook
from pipeline.codebooks.series import Decision

TINY = REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"
WAVES = ("2020", "2022", "2024")
BROKEN = Decision.model_validate({"is": "broken", "because": {"da": "En anden periode."}})
COMPARABLE = Decision.model_validate({"is": "comparable"})


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return read_codebook(TINY)


def test_what_did_not_change_is_comparable(codebook: Codebook) -> None:
    assert breaks(("tried", ""), codebook, WAVES, {}) == ()
    assert breaks(("tried", ""), codebook, WAVES, {"2022": {"tried": COMPARABLE}}) == ()


def test_a_break_parts_all_waves_before_it_from_all_after(codebook: Codebook) -> None:
    decided = {"2022": {"tried": BROKEN}}
    assert [one.since for one in breaks(("tried", ""), codebook, WAVES, decided)] == ["2022"]
    assert breaks(("tried", ""), codebook, WAVES[1:], decided) == ()


def test_a_decision_is_about_an_item_or_all_of_them(codebook: Codebook) -> None:
    of_item = {"2024": {"views.braver": BROKEN}}
    assert breaks(("views", "braver"), codebook, WAVES, of_item)
    assert not breaks(("views", "faster"), codebook, WAVES, of_item)
    assert breaks(("views", "faster"), codebook, WAVES, {"2024": {"views": BROKEN}})


def test_what_is_derived_breaks_with_its_source(codebook: Codebook) -> None:
    derived = next(one for one in codebook.variables.values() if one.derivation)
    assert derived.derivation
    source, _ = derived.derivation.sources[0]
    item = next(iter(derived.items))
    found = breaks((derived.name, item), codebook, WAVES, {"2024": {source: BROKEN}})
    assert [one.question for one in found] == [source]
    free = replace(derived, derivation=None)
    alone = replace(codebook, variables={**codebook.variables, derived.name: free})
    assert not breaks((derived.name, item), alone, WAVES, {"2024": {source: BROKEN}})
