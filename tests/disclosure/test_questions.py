"""The unknown counts behind what is published of a question."""

import pytest

from pipeline.disclosure.questions import Form, form, size_of, system

ANSWERS = ("often", "never")
KINDS = [form({"kind": frozenset({one})}, ANSWERS) for one in ("club", "house", "firm")]
SIZES = [form({"size": frozenset({one})}, ANSWERS) for one in ("small", "large")]
CROSSED = [form({"kind": frozenset({"club"}), "size": frozenset({"small"})}, ["often"])]


@pytest.mark.parametrize(
    ("forms", "size"),
    [
        ([form({}, ["often"])], 2),
        (KINDS, 2 * 4),
        ([*KINDS, *SIZES], 2 * (4 + 3)),
        ([*KINDS, *SIZES, *CROSSED], 2 * 4 * 3),
    ],
    ids=["everyone", "one variable", "two side by side", "a cross"],
)
def test_a_cross_multiplies_the_counts_and_tables_side_by_side_add_them(
    forms: list[Form], size: int
) -> None:
    assert size_of(forms, ANSWERS) == size
    assert system(forms, ANSWERS).links.shape[1] == size
