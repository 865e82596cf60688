"""Key words propose themes for answers that nobody has coded."""

import pytest

from pipeline.codebooks.codebook import Item, Variable
from pipeline.coding.proposals import new_rows, proposed_themes

THEMES = Variable(
    "themes",
    "themes",
    {},
    {},
    {
        "digital": Item({}, key_words={"da": ("video*", "*møde", "c++"), "en": ("screen",)}),
        "one_to_one": Item({}, key_words={"da": ("én ad gangen",)}),
        "other": Item({}),
    },
)


@pytest.mark.parametrize(
    ("answer", "themes"),
    [
        ("Videomøder hver dag", ("digital",)),
        ("Et sofamøde", ("digital",)),
        ("Sofamødet", ()),
        ("Vi så en hjemmevideo", ()),
        ("A SCREEN for all", ("digital",)),
        ("Screening", ()),
        ("Skrevet i c++.", ("digital",)),
        ("På video, én\n ad gangen", ("digital", "one_to_one")),
        ("Noget helt andet", ()),
        ("", ()),
    ],
)
def test_what_key_words_find(answer: str, themes: tuple[str, ...]) -> None:
    assert proposed_themes(answer, THEMES) == themes


def test_only_answers_without_a_row_get_one() -> None:
    answers = {"17": "På video, én ad gangen", "18": "Noget", "19": "=SUM(A1)", "20": "Ude"}
    assert new_rows(answers, {"18"}, THEMES).rows() == [
        ("17", "proposal", "digital + one_to_one", None, None, "På video, én ad gangen"),
        ("19", None, None, None, None, "'=SUM(A1)"),
        ("20", None, None, None, None, "Ude"),
    ]
