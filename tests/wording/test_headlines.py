"""Generated headlines, as they stand above a figure."""

import pytest

from pipeline.wording.headlines import Subject, about, by_group, by_item, chosen, overall
from pipeline.wording.labels import GroupName

ASSOCIATIONS = {
    "da": GroupName("Frivillig forening", "frivillige foreninger"),
    "nb": GroupName("Frivillig forening", "frivillige foreninger"),
    "en": GroupName("Association", "associations"),
}
SERVICES = {
    "da": GroupName("Socialt tilbud", "sociale tilbud"),
    "nb": GroupName("Sosialt tilbud", "sosiale tilbud"),
    "en": GroupName("Social service", "social services"),
}


def spaced(words: str) -> str:
    """No-break spaces as plain ones, so that the examples read."""
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "statement", "answer", "expected"),
    [
        (
            "da",
            "Vi turde mere",
            "Enig",
            "28 pct. af frivillige foreninger og 22 pct. af sociale tilbud svarer »Enig« til "
            "»Vi turde mere«",
        ),
        (
            "nb",
            "Vi torde mer",
            "Enig",
            "28 prosent av frivillige foreninger og 22 prosent av sosiale tilbud svarer «Enig» på "
            "«Vi torde mer»",
        ),
        (
            "en",
            "We dared more",
            "Agree",
            "28 per cent of associations and 22 per cent of social services answer “Agree” to "
            "“We dared more”",
        ),
    ],
)
def test_a_statement_by_group(language, statement, answer, expected):
    groups = [(ASSOCIATIONS[language], 0.28), (SERVICES[language], 0.22)]
    assert spaced(by_group(Subject(statement), answer, groups, language)) == expected


def test_a_topic_by_group_comes_first():
    groups = [(ASSOCIATIONS["da"], 0.698), (SERVICES["da"], 0.839)]
    topic = Subject("Nye løsninger", is_statement=False)
    assert spaced(by_group(topic, "Ja", groups, "da")) == (
        "Nye løsninger: 70 pct. af frivillige foreninger og 84 pct. af sociale tilbud svarer »Ja«"
    )


def test_groups_without_a_plural_are_named_by_their_label():
    groups = [(GroupName("Gode til det"), 0.46), (GroupName("Ikke gode til det"), 0.15)]
    assert spaced(by_group(Subject("Vi turde mere"), "Enig", groups, "da")) == (
        "46 pct. i gruppen »Gode til det« og 15 pct. i gruppen »Ikke gode til det« svarer »Enig« "
        "til »Vi turde mere«"
    )


def test_of_many_groups_the_lowest_and_the_highest():
    groups = [
        (GroupName("A", "små"), 0.3),
        (GroupName("B", "mellemstore"), 0.2),
        (GroupName("C", "store"), 0.5),
        (GroupName("D", "meget store"), 0.4),
    ]
    expected = {
        "da": "Fra 20 pct. af mellemstore til 50 pct. af store svarer »Enig« til »Vi turde mere«",
        "nb": "Fra 20 prosent av mellemstore til 50 prosent av store svarer «Enig» på "
        "«Vi turde mere»",
        "en": "From 20 per cent of mellemstore to 50 per cent of store answer “Enig” to "
        "“Vi turde mere”",
    }
    for language, words in expected.items():
        assert spaced(by_group(Subject("Vi turde mere"), "Enig", groups, language)) == words


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "Idéer fra før: 47 pct. svarer »Nej« og 46 pct. »Ja«"),
        ("nb", "Idéer fra før: 47 prosent svarer «Nej» og 46 prosent «Ja»"),
        ("en", "Idéer fra før: 47 per cent answer “Nej” and 46 per cent “Ja”"),
    ],
)
def test_one_question_without_groups(language, expected):
    topic = Subject("Idéer fra før", is_statement=False)
    answers = [("Ja", 0.46), ("Nej", 0.47), ("Ved ikke", 0.07)]
    assert spaced(overall(topic, answers, language)) == expected


def test_one_statement_without_groups():
    assert spaced(overall(Subject("Vi turde mere"), [("Enig", 0.47)], "da")) == (
        "47 pct. svarer »Enig« til »Vi turde mere«"
    )


@pytest.mark.parametrize(
    ("language", "battery", "multiple"),
    [
        (
            "da",
            "85 pct. svarer »Enig« til »Vi går videre« og 82 pct. til »Vi lærer«",
            "85 pct. har valgt »Vi går videre« og 82 pct. »Vi lærer«",
        ),
        (
            "nb",
            "85 prosent svarer «Enig» på «Vi går videre» og 82 prosent på «Vi lærer»",
            "85 prosent har valgt «Vi går videre» og 82 prosent «Vi lærer»",
        ),
        (
            "en",
            "85 per cent answer “Enig” to “Vi går videre” and 82 per cent to “Vi lærer”",
            "85 per cent chose “Vi går videre” and 82 per cent “Vi lærer”",
        ),
    ],
)
def test_the_leading_items(language, battery, multiple):
    items = [("Vi lærer", 0.82), ("Ny målgruppe", 0.23), ("Vi går videre", 0.85)]
    assert spaced(by_item("Enig", items, language)) == battery
    assert spaced(chosen(items, language)) == multiple


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "28 pct. af svarene handler om »Ny kultur« og 17 pct. om »Natur«"),
        ("nb", "28 prosent av svarene handler om «Ny kultur» og 17 prosent om «Natur»"),
        ("en", "28 per cent of the answers are about “Ny kultur” and 17 per cent about “Natur”"),
    ],
)
def test_the_leading_themes(language, words):
    themes = [("Natur", 0.17), ("Ny kultur", 0.28), ("Telefon", 0.1)]
    assert spaced(about(themes, language)) == words


def test_a_single_item():
    assert spaced(chosen([("Vi lærer", 0.82)], "da")) == "82 pct. har valgt »Vi lærer«"


def test_no_headline_compares():
    groups = [(ASSOCIATIONS["da"], 0.7), (SERVICES["da"], 0.1)]
    words = by_group(Subject("Vi turde"), "Enig", groups, "da") + chosen([("A", 0.9)], "da")
    assert not any(claim in words for claim in ("flere", "flest", "oftere", "end ", "færre"))


def test_a_topic_that_readers_know_is_not_said_again() -> None:
    known = Subject("", is_statement=False)
    assert spaced(overall(known, [("Ja", 0.6), ("Nej", 0.4)], "en")) == (
        "60 per cent answer “Ja” and 40 per cent “Nej”"
    )


def test_a_second_answer_that_nobody_gave_is_not_told() -> None:
    known = Subject("", is_statement=False)
    assert spaced(overall(known, [("Ja", 1.0), ("Nej", 0.004)], "en")) == "100 per cent answer “Ja”"
    assert spaced(overall(known, [("Ja", 0.0), ("Nej", 0.0)], "en")) == "0 per cent answer “Ja”"
