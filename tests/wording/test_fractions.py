"""Shares in words, and what words are true for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.wording.fractions import Stated, read, spoken
from pipeline.wording.numbers import percent, whole
from pipeline.wording.vocabulary import VOCABULARIES

LANGUAGES = ("da", "nb", "en")

shares = st.floats(0, 1)
languages = st.sampled_from(LANGUAGES)


def bounds(words: str, language: str = "da") -> tuple[float, float]:
    """The bounds in percent, to the first decimal."""
    stated = read(words, language)
    assert stated is not None, words
    return round(100 * stated.low, 1), round(100 * stated.high, 1)


@pytest.mark.parametrize(
    ("share", "danish", "norwegian", "english"),
    [
        (0.0, "ingen", "ingen", "none"),
        (0.03, "3 pct.", "3 prosent", "3 per cent"),
        (0.09, "knap hver tiende", "snaut hver tiende", "just under one in ten"),
        (0.22, "godt hver femte", "drøyt hver femte", "just over one in five"),
        (0.25, "hver fjerde", "hver fjerde", "a quarter"),
        (0.33, "en tredjedel", "en tredjedel", "a third"),
        (0.35, "godt en tredjedel", "drøyt en tredjedel", "just over a third"),
        (0.47, "knap halvdelen", "snaut halvparten", "just under half"),
        (0.5, "halvdelen", "halvparten", "half"),
        (0.66, "to tredjedele", "to tredjedeler", "two thirds"),
        (0.7, "7 ud af 10", "7 av 10", "7 in 10"),
        (0.75, "tre fjerdedele", "tre fjerdedeler", "three quarters"),
        (0.84, "godt 8 ud af 10", "drøyt 8 av 10", "just over 8 in 10"),
        (0.97, "97 pct.", "97 prosent", "97 per cent"),
        (1.0, "alle", "alle", "all"),
    ],
)
def test_what_a_headline_says_of_a_share(share, danish, norwegian, english):
    said = [spoken(share, language).replace("\u00a0", " ") for language in LANGUAGES]
    assert said == [danish, norwegian, english]


@given(shares, languages)
def test_what_is_said_is_true(share, language):
    stated = read(spoken(share, language), language)
    assert stated is not None
    assert stated.holds_for(share)


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), languages)
def test_a_printed_percentage_is_true_of_the_share_it_was_printed_from(counts, language):
    share = counts[0] / counts[1]
    for decimals in (0, 1):
        stated = read(percent(share, language, decimals), language)
        assert stated is not None
        assert (stated.kind, stated.holds_for(share)) == ("percent", True)


@given(st.integers(0, 200), languages)
def test_a_percentage_is_true_only_of_what_rounds_to_it(half_points, language):
    share = half_points / 200
    printed = percent(share, language)
    for other in range(101):
        words = percent(other / 100, language)
        stated = read(words, language)
        assert stated is not None
        assert stated.holds_for(share) == (words == printed)


@given(st.integers(0, 10**7), languages)
def test_a_printed_count_is_true_of_itself_alone(number, language):
    stated = read(whole(number, language), language)
    assert stated == Stated("count", number, number, whole(number, language))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("70 pct.", 69.5, 70.5),
        ("70 procent", 69.5, 70.5),
        ("70 %", 69.5, 70.5),
        ("70%", 69.5, 70.5),
        ("0 pct.", 0, 0.5),
        ("100 pct.", 99.5, 100),
        ("7 ud af 10", 65, 75),
        ("syv ud af ti", 65, 75),
        ("70 ud af 100", 69.5, 70.5),
        ("to ud af tre", 61.7, 71.7),
        ("hver fjerde", 22, 28),
        ("hvert fjerde tilbud", 22, 28),
        ("hver 4.", 22, 28),
        ("én ud af fire", 22, 28),
        ("hver anden", 47, 53),
        ("halvdelen", 47, 53),
        ("en tredjedel", 30.3, 36.3),
        ("to tredjedele", 63.7, 69.7),
        ("tre fjerdedele", 72, 78),
        ("alle", 100, 100),
        ("ingen", 0, 0),
        ("knap halvdelen", 45, 50),
        ("næsten halvdelen", 45, 50),
        ("godt halvdelen", 50, 55),
        ("lidt over halvdelen", 50, 55),
        ("omkring halvdelen", 45, 55),
        ("mere end halvdelen", 50, 100),
        ("over halvdelen", 50, 100),
        ("under halvdelen", 0, 50),
        ("mindre end en tredjedel", 0, 33.3),
        ("mindst 7 ud af 10", 70, 100),
        ("højst hver femte", 0, 20),
        ("knap 70 pct.", 68, 70),
        ("godt 70 pct.", 70, 72),
        ("mere end 70 pct.", 70, 100),
        ("kun hver femte", 17.5, 22.5),
        ("Knap halvdelen af foreningerne", 45, 50),
        ("7\u00a0ud\u00a0af\u00a010", 65, 75),
    ],
)
def test_danish_words_and_what_they_are_true_for(words, low, high):
    assert bounds(words, "da") == (low, high)


def test_a_percentage_with_decimals_is_held_to_them():
    stated = read("12,5 pct.", "da")
    assert stated is not None
    assert (stated.holds_for(0.1245), stated.holds_for(0.1255)) == (True, False)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("70 prosent", 69.5, 70.5),
        ("7 av 10", 65, 75),
        ("sju av ti", 65, 75),
        ("syv av ti", 65, 75),
        ("hver fjerde", 22, 28),
        ("annenhver", 47, 53),
        ("halvparten", 47, 53),
        ("snaut halvparten", 45, 50),
        ("drøyt en tredjedel", 33.3, 38.3),
        ("en tredel", 30.3, 36.3),
        ("to tredeler", 63.7, 69.7),
        ("mer enn halvparten", 50, 100),
        ("færre enn hver tiende", 0, 10),
        ("om lag halvparten", 45, 55),
    ],
)
def test_norwegian_words_and_what_they_are_true_for(words, low, high):
    assert bounds(words, "nb") == (low, high)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("70 per cent", 69.5, 70.5),
        ("70 percent", 69.5, 70.5),
        ("7 out of 10", 65, 75),
        ("seven in ten", 65, 75),
        ("one in four", 22, 28),
        ("every fourth", 22, 28),
        ("every other", 47, 53),
        ("a quarter of all services", 22, 28),
        ("half", 47, 53),
        ("two-thirds", 63.7, 69.7),
        ("just under half", 45, 50),
        ("just over half", 50, 55),
        ("more than a third", 33.3, 100),
        ("less than half", 0, 50),
        ("about half", 45, 55),
    ],
)
def test_english_words_and_what_they_are_true_for(words, low, high):
    assert bounds(words, "en") == (low, high)


@pytest.mark.parametrize(
    ("words", "language", "low", "high"),
    [
        ("903", "da", 903, 903),
        ("2.304 organisationer", "da", 2304, 2304),
        ("2 304 organisasjoner", "nb", 2304, 2304),
        ("2,304 organisations", "en", 2304, 2304),
        ("knap 2.400", "da", 2280, 2400),
        ("omkring 900", "da", 855, 945),
        ("mere end 900", "da", 900, float("inf")),
    ],
)
def test_counts(words, language, low, high):
    stated = read(words, language)
    assert stated is not None
    assert stated.kind == "count"
    assert (stated.low, stated.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("mere end halvdelen", 0.5),
        ("under halvdelen", 0.5),
        ("knap halvdelen", 0.5),
        ("godt halvdelen", 0.5),
        ("mere end en tredjedel", 194 / 582),
        ("mere end 900", 900),
        ("mere end 1.000.000", 1_000_000),
        ("færre end 900", 900),
    ],
)
def test_more_and_less_than_a_number_leave_it_out(words, value):
    stated = read(words, "da")
    assert stated is not None
    assert not stated.holds_for(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [("mindst halvdelen", 0.5), ("højst en tredjedel", 194 / 582), ("mindst 900", 900)],
)
def test_at_least_and_at_most_a_number_take_it_in(words, value):
    stated = read(words, "da")
    assert stated is not None
    assert stated.holds_for(value)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("", "da"),
        ("mange", "da"),
        ("6 per cent points", "en"),
        ("40-50 pct.", "da"),
        ("40 til 50 pct.", "da"),
        ("langt over halvdelen", "da"),
        ("ikke engang halvdelen", "da"),
        ("halvdelen og en tredjedel", "da"),
        ("70 pct. eller flere", "da"),
        ("7 ud af 10 eller flere", "da"),
        ("one in four or more", "en"),
        ("11 ud af 10", "da"),
        ("7 ud af 0", "da"),
        ("hver 0.", "da"),
        ("4. kvartal", "da"),
        ("2,5 til 3", "da"),
        ("12.5 pct.", "da"),
        ("903 in 2020", "en"),
        ("70 pct. af 903", "da"),
        ("halvdelenes", "da"),
    ],
)
def test_words_that_state_no_single_known_number_are_not_guessed_at(words, language):
    assert read(words, language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_vocabulary_is_understood(language):
    vocabulary = VOCABULARIES[language]
    half, ten, out_of = vocabulary.half[0], vocabulary.numbers[10][0], vocabulary.out_of[0]
    said = [
        *(f"{word} {half}" for several in vocabulary.modifiers.values() for word in several),
        *(f"{word} {half}" for word in vocabulary.fillers),
        *(f"70 {word}" for word in vocabulary.percent),
        *(f"{word} {out_of} {ten}" for words in vocabulary.numbers.values() for word in words),
        *(f"7 {word} 10" for word in vocabulary.out_of),
        *(
            f"{vocabulary.every[0]} {word}"
            for words in vocabulary.ordinals.values()
            for word in words
        ),
        *vocabulary.half,
        *(
            f"{vocabulary.numbers[1][0]} {word}"
            for words in vocabulary.denominators.values()
            for word in words
        ),
    ]
    assert [words for words in said if read(words, language) is None] == []


def test_what_is_no_share_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        spoken(70, "da")


def test_an_unknown_language_is_told_the_known_ones():
    with pytest.raises(PipelineError, match="da, nb, en"):
        read("halvdelen", "sv")


@pytest.mark.parametrize(
    ("words", "language", "kind", "low", "high"),
    [
        ("3,4", "da", "number", 3.35, 3.45),
        ("minus 0,5", "nb", "number", -0.55, -0.45),
        ("godt 3.0 of 5", "en", None, 0, 0),
        ("omkring 3,0", "da", "number", 2.85, 3.15),
        ("6 procentpoint", "da", "points", 0.055, 0.065),
        ("-6 prosentpoeng", "nb", "points", -0.065, -0.055),
        ("just over 6 percentage points", "en", "points", 0.06, 0.08),
    ],
)
def test_values_of_scales_and_percentage_points(words, language, kind, low, high):
    stated = read(words, language)
    if kind is None:
        assert stated is None
    else:
        assert stated is not None
        assert (stated.kind, stated.low, stated.high) == (
            kind,
            pytest.approx(low, abs=1e-9),
            pytest.approx(high, abs=1e-9),
        )


def test_a_whole_number_is_a_count_or_a_value_of_a_scale():
    counted, value = read("12", "da"), read("12", "da", counted=False)
    assert counted is not None and value is not None
    assert (counted.kind, counted.low, counted.high) == ("count", 12, 12)
    assert (value.kind, value.holds_for(11.6), value.holds_for(12.5)) == ("number", True, False)


@pytest.mark.parametrize(
    ("danish", "norwegian", "english", "true", "untrue"),
    [
        ("de fleste", "de fleste", "most of them", 0.51, 0.5),
        ("langt de fleste", "de aller fleste", "the vast majority", 0.75, 0.74),
        ("næsten alle", "nesten alle", "nearly all", 0.9, 1.0),
        ("et mindretal", "et mindretall", "a minority", 0.49, 0.5),
        ("næsten ingen", "nesten ingen", "hardly any", 0.1, 0.0),
    ],
)
def test_words_for_parts_without_a_number(danish, norwegian, english, true, untrue):
    for words, language in zip((danish, norwegian, english), LANGUAGES, strict=True):
        stated = read(words, language)
        assert stated is not None, words
        assert (stated.holds_for(true), stated.holds_for(untrue)) == (True, False)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("46 pct. mere", "da"),
        ("46 pct. flere foreninger", "da"),
        ("46 prosent mer", "nb"),
        ("46 per cent more", "en"),
        ("46 per cent fewer", "en"),
    ],
)
def test_a_percentage_that_reads_as_a_growth_is_no_share(words, language):
    assert read(words, language) is None


def test_a_word_that_compares_may_stand_further_on():
    assert read("46 pct. af dem gjorde mere", "da") is not None
    assert read("4 ud af 10 mindre foreninger", "da") is not None
