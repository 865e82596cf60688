"""Generated headlines of means, as they stand above a figure."""

import pytest

from pipeline.wording.labels import GroupName
from pipeline.wording.mean_headlines import mean_of_topic, means_of_items


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "På skalaen fra 1 til 5 er gennemsnittet 3,6 for »Ny kultur« og 3,5 for »Natur«"),
        ("nb", "På skalaen fra 1 til 5 er gjennomsnittet 3,6 for «Ny kultur» og 3,5 for «Natur»"),
        ("en", "On the scale from 1 to 5 the mean is 3.6 for “Ny kultur” and 3.5 for “Natur”"),
    ],
)
def test_the_leading_items(language: str, expected: str) -> None:
    items = [("Natur", 3.5), ("Telefon", 1.2), ("Ny kultur", 3.6)]
    assert means_of_items(items, (1.0, 5.0), language) == expected


@pytest.mark.parametrize(
    ("language", "everyone", "many"),
    [
        (
            "da",
            "Ansatte: gennemsnittet er 46,8",
            "Ansatte: gennemsnittet er fra 2,0 for små til 80,0 for store",
        ),
        (
            "nb",
            "Ansatte: gjennomsnittet er 46,8",
            "Ansatte: gjennomsnittet er fra 2,0 for små til 80,0 for store",
        ),
        (
            "en",
            "Ansatte: the mean is 46.8",
            "Ansatte: the mean is from 2.0 for små to 80.0 for store",
        ),
    ],
)
def test_one_question(language: str, everyone: str, many: str) -> None:
    assert mean_of_topic("Ansatte", 46.8, [], None, language) == everyone
    means = {"mellem": 20.0, "store": 80.0, "små": 2.0, "andre": 30.0}
    groups = [(GroupName(name, name), mean) for name, mean in means.items()]
    assert mean_of_topic("Ansatte", 46.8, groups, None, language) == many


def test_a_question_keeps_its_mark_and_ends_between_whole_numbers_their_decimals() -> None:
    said = mean_of_topic("Hvor enig?", 1.0, [], (0.5, 2.0), "da")
    assert said == "Hvor enig? På skalaen fra 0,5 til 2 er gennemsnittet 1,0"
