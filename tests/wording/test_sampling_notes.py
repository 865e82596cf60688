"""What a note says of weights, designs, corrections, letters and intervals, in every language."""

from collections.abc import Mapping
from typing import get_args

import pytest

from pipeline.planning.figure import Correction, IntervalMethod
from pipeline.wording.figure_facts import FigureFacts, GroupTest
from pipeline.wording.named_tests import CORRECTIONS
from pipeline.wording.notes import note
from pipeline.wording.sentences import SENTENCES

LANGUAGES = ("da", "nb", "en")


def after_n(language: str, **values: object) -> list[str]:
    """The note without its first sentence, the number of answers; no-break spaces are plain."""
    facts = FigureFacts(582, **values)  # type: ignore[arg-type]
    return [sentence.replace("\u00a0", " ") for sentence in note(facts, language)][1:]


SAMPLING: Mapping[str, Mapping[str, str]] = {
    "weighted": {
        "da": "Tallene er vægtede; N er antallet af svar uden vægt.",
        "nb": "Tallene er vektet; N er antallet svar uten vekt.",
        "en": "The numbers are weighted; N counts the answers without weights.",
    },
    "designed": {
        "da": "Usikkerhed og test tager hensyn til, hvordan stikprøven er trukket.",
        "nb": "Usikkerhet og tester tar hensyn til hvordan utvalget er trukket.",
        "en": "Uncertainty and tests allow for how the sample was drawn.",
    },
    "finite": {
        "da": "Usikkerheden er sat ned, fordi en stor del af alle er med; det forudsætter, at de, "
        "der svarede, er trukket tilfældigt.",
        "nb": "Usikkerheten er satt ned fordi en stor del av alle er med; det forutsetter at de "
        "som svarte, er trukket tilfeldig.",
        "en": "Uncertainty is reduced because a large part of everyone is included; this assumes "
        "that those who answered were drawn at random.",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLING)
def test_what_a_wave_declares(name: str, language: str) -> None:
    assert after_n(language, **{name: True}) == [SAMPLING[name][language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_of_what_it_does_not_declare(language: str) -> None:
    assert after_n(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_weights_come_before_the_design_and_the_tests_after_it(language: str) -> None:
    everything = after_n(
        language,
        weighted=True,
        designed=True,
        finite=True,
        group_variable="Type",
        tests=(GroupTest("rao_scott", 0.01, significant=True),),
        interval="wilson",
    )
    assert everything[:3] == [SAMPLING[name][language] for name in SAMPLING]
    assert len(everything) == 5
    assert "Rao" in everything[3]
    assert "Wilson" in everything[4]


LETTERS = {
    "da": "Et bogstav ved et tal i tabellen betyder, at andelen er større end i gruppen med det "
    "bogstav ({}-niveau, {}).",
    "nb": "En bokstav ved et tall i tabellen betyr at andelen er større enn i gruppen med den "
    "bokstaven ({}-nivå, {}).",
    "en": "A letter beside a number in the table means that the share is larger than in the group "
    "with that letter ({} level, {}).",
}


@pytest.mark.parametrize(
    ("language", "percent", "without", "by"),
    [
        ("da", "5 pct.", "ikke korrigeret for flere test", "korrigeret efter Holm"),
        ("nb", "5 prosent", "ikke korrigert for flere tester", "korrigert etter Holm"),
        ("en", "5 per cent", "not corrected for several tests", "corrected by Holm"),
    ],
)
def test_what_letters_mean(language: str, percent: str, without: str, by: str) -> None:
    sentence = LETTERS[language]
    assert after_n(language, letters=True) == [sentence.format(percent, without)]
    assert after_n(language, letters=True, correction="holm") == [sentence.format(percent, by)]
    strict = after_n(language, letters=True, level=0.99)
    assert strict == [sentence.format(percent.replace("5", "1"), without)]


TESTS = (
    GroupTest("chi_squared", 0.01, significant=True, item="A"),
    GroupTest("chi_squared", 0.4, significant=False, item="B"),
)
CORRECTED = {
    "da": "P-værdierne er korrigeret for, at der er flere test ({}).",
    "nb": "P-verdiene er korrigert for at det er flere tester ({}).",
    "en": "P-values are corrected for several tests ({}).",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("correction", CORRECTIONS)
def test_several_tests_say_how_they_are_corrected(correction: str, language: str) -> None:
    said = after_n(language, group_variable="Type", tests=TESTS, correction=correction)
    assert said[-1] == CORRECTED[language].format(CORRECTIONS[correction])


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_test_or_none_that_is_corrected_says_nothing_of_it(language: str) -> None:
    one = after_n(language, group_variable="Type", tests=TESTS[:1], correction="holm")
    uncorrected = after_n(language, group_variable="Type", tests=TESTS)
    beginning = CORRECTED[language].partition("(")[0]
    assert not [text for text in (*one, *uncorrected) if text.startswith(beginning)]


def test_every_correction_has_a_name() -> None:
    assert set(CORRECTIONS) == set(get_args(Correction)) - {"none"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("method", get_args(IntervalMethod))
def test_every_interval_but_the_usual_one_is_named(method: str, language: str) -> None:
    said = after_n(language, interval=method)
    assert len(said) == (method != "wald")
    if said:
        assert said == [SENTENCES[language][f"interval_{method}"]]
