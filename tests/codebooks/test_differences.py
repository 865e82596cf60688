"""What differs between the questionnaires of two waves."""

from dataclasses import replace
from typing import Any

import pytest
from waves import REPOSITORY

from pipeline.codebooks.codebook import Category, Codebook, Derivation, Item, Net
from pipeline.codebooks.conditions import Condition
from pipeline.codebooks.differences import Difference, differences
from pipeline.codebooks.reading import read_codebook

TINY = REPOSITORY / "tests" / "tiny" / "data" / "raw" / "tiny" / "2024" / "codebook.yml"


@pytest.fixture(scope="module")
def before() -> Codebook:
    return read_codebook(TINY)


def changed(codebook: Codebook, name: str, **values: Any) -> Codebook:
    variable = replace(codebook.variables[name], **values)
    return replace(codebook, wave="2026", variables={**codebook.variables, name: variable})


def only(codebook: Codebook, after: Codebook) -> Difference:
    (found,) = differences(codebook, after)
    return found


def test_the_same_questionnaire(before: Codebook) -> None:
    assert differences(before, replace(before, wave="2026")) == ()


def test_columns_codes_and_short_labels_may_change(before: Codebook) -> None:
    tried = before.variables["tried"]
    categories = {
        name: replace(one, code=one.code + 10, aliases=("x",))
        for name, one in tried.categories.items()
    }
    items = {
        name: replace(one, column="q99", label={"da": "Nyt"}) for name, one in tried.items.items()
    }
    after = changed(before, "tried", categories=categories, items=items, label={"da": "Nyt"})
    assert differences(before, after) == ()


def test_a_question_is_new_or_gone(before: Codebook) -> None:
    fewer = {name: one for name, one in before.variables.items() if name != "remark"}
    after = replace(before, variables=fewer)
    assert only(before, after) == Difference("remark", "gone", ("is no longer asked",))
    assert only(after, before) == Difference("remark", "new", ("was not asked before",))


def test_an_item_is_new_gone_or_reworded(before: Codebook) -> None:
    views = before.variables["views"]
    fewer = changed(before, "views", items={"faster": views.items["faster"]})
    assert only(before, fewer) == Difference("views.braver", "gone", ("is no longer asked",))
    assert only(fewer, before) == Difference("views.braver", "new", ("was not asked before",))
    other = changed(before, "views", items={**views.items, "braver": Item({"da": "Modigere"})})
    assert only(before, other) == Difference("views.braver", "changed", ("it was reworded",))


def test_words_in_a_language_that_only_one_has_are_no_difference(before: Codebook) -> None:
    text = {**before.variables["tried"].text, "nb": "Noe nytt?"}
    assert differences(before, changed(before, "tried", text=text)) == ()


@pytest.mark.parametrize(
    ("name", "values", "what"),
    [
        ("tried", {"text": {"da": "Noget helt andet?"}}, "the question was reworded"),
        ("tried", {"type": "number"}, "the type was single and is number"),
        ("tried", {"asked_if": (Condition("kind", "", ("club",)),)}, "who was asked changed"),
        ("partners", {"maximum": 1}, "how many answers one may give changed"),
        ("staff", {"high": 12.0}, "the range of numbers changed"),
        ("staff", {"unit": {"da": "årsværk"}}, "the unit changed"),
        ("size", {"derivation": Derivation((("staff", ""),))}, "how it is derived changed"),
    ],
)
def test_what_may_change_in_a_question(
    name: str, values: dict[str, Any], what: str, before: Codebook
) -> None:
    after = changed(before, name, **values)
    assert only(before, after) == Difference(name, "changed", (what,))


def test_answers_and_nets(before: Codebook) -> None:
    views = before.variables["views"]
    first, *others = views.categories
    categories = {
        **{name: views.categories[name] for name in others},
        others[0]: replace(views.categories[others[0]], label={"da": "Noget andet"}, score=9.0),
        "partly": Category(99, {"da": "Delvist"}),
    }
    nets = {**views.nets, "agree": Net({"da": "Enig"}, (others[0],))}
    after = changed(before, "views", categories=categories, nets=nets)
    assert only(before, after).what == (
        'the answer "partly" was added',
        f'the answer "{first}" was taken out',
        f'the answer "{others[0]}" was reworded',
        f'the score of the answer "{others[0]}", or whether it is missing, changed',
        'what the net "agree" holds changed',
    )
