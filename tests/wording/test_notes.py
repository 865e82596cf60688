"""The note below a figure, as the reader sees it."""

from string import Formatter

import pytest

from pipeline.errors import PipelineError
from pipeline.wording.counts import COUNTED
from pipeline.wording.figure_facts import (
    Chosen,
    CrossedGroups,
    DerivedGroups,
    FigureFacts,
    GroupTest,
    LeftOut,
    Margin,
    Net,
)
from pipeline.wording.labels import GroupName, answer
from pipeline.wording.measures import MEASURES
from pipeline.wording.named_tests import TEST_NAMES
from pipeline.wording.notes import note
from pipeline.wording.sentences import SENTENCES

NOT_TESTED = float("nan")


def read(facts: FigureFacts, language: str = "da") -> list[str]:
    """The note, with no-break spaces as plain ones."""
    return [sentence.replace("\u00a0", " ") for sentence in note(facts, language)]


FIGURE_5 = {
    "da": FigureFacts(
        n=564,
        left_out=LeftOut(("Ikke relevant",), 18),
        nets=(Net("Enig", ("Meget enig", "Overvejende enig")),),
        group_variable="Organisationstype",
        tests=(GroupTest("chi_squared", 5.2e-5, significant=True),),
        margins=(
            Margin(0.0747, GroupName("Frivillig social forening", "frivillige sociale foreninger")),
            Margin(0.0392, GroupName("Socialt tilbud", "sociale tilbud")),
        ),
        margin_of="Enig",
    ),
    "nb": FigureFacts(
        n=564,
        left_out=LeftOut(("Ikke relevant",), 18),
        nets=(Net("Enig", ("Svært enig", "Litt enig")),),
        group_variable="Organisasjonstype",
        tests=(GroupTest("chi_squared", 5.2e-5, significant=True),),
        margins=(
            Margin(0.0747, GroupName("Frivillig forening", "frivillige foreninger")),
            Margin(0.0392, GroupName("Sosialt tilbud", "sosiale tilbud")),
        ),
        margin_of="Enig",
    ),
    "en": FigureFacts(
        n=564,
        left_out=LeftOut(("Not relevant",), 18),
        nets=(Net("Agree", ("Strongly agree", "Somewhat agree")),),
        group_variable="Type of organisation",
        tests=(GroupTest("chi_squared", 5.2e-5, significant=True),),
        margins=(
            Margin(0.0747, GroupName("Voluntary association", "voluntary associations")),
            Margin(0.0392, GroupName("Social service", "social services")),
        ),
        margin_of="Agree",
    ),
}


def test_a_whole_note_in_danish():
    assert read(FIGURE_5["da"], "da") == [
        "N = 564 besvarelser.",
        "Svaret »Ikke relevant« er holdt ude af beregningen (n = 18).",
        "»Enig« samler svarene »Meget enig« og »Overvejende enig«.",
        "Der er statistisk afhængighed mellem organisationstype og svar "
        "(chi²-test af hele svarfordelingen, p < 0,001).",
        "Den statistiske usikkerhed på andelen, der svarer »Enig«, er ±7 procentpoint for "
        "frivillige sociale foreninger og ±4 procentpoint for sociale tilbud (95 pct. sikkerhed).",
    ]


def test_a_whole_note_in_norwegian():
    assert read(FIGURE_5["nb"], "nb") == [
        "N = 564 svar.",
        "Svaret «Ikke relevant» er holdt utenfor beregningen (n = 18).",
        "«Enig» samler svarene «Svært enig» og «Litt enig».",
        "Det er statistisk avhengighet mellom organisasjonstype og svar "
        "(kjikvadrattest av hele svarfordelingen, p < 0,001).",
        "Den statistiske usikkerheten i andelen som svarer «Enig», er ±7 prosentpoeng for "
        "frivillige foreninger og ±4 prosentpoeng for sosiale tilbud (95 prosent sikkerhet).",
    ]


def test_a_whole_note_in_english():
    assert read(FIGURE_5["en"], "en") == [
        "N = 564 responses.",
        "The answer “Not relevant” is left out of the calculation (n = 18).",
        "“Agree” combines the answers “Strongly agree” and “Somewhat agree”.",
        "Answers and type of organisation are statistically dependent "
        "(chi-squared test of the whole distribution of answers, p < 0.001).",
        "The margin of error of the share answering “Agree” is ±7 percentage points for "
        "voluntary associations and ±4 percentage points for social services "
        "(95 per cent confidence).",
    ]


def test_a_figure_without_groups_needs_two_sentences():
    assert read(FigureFacts(n=582, margins=(Margin(0.0406),))) == [
        "N = 582 besvarelser.",
        "Den statistiske usikkerhed er højst ±4 procentpoint (95 pct. sikkerhed).",
    ]


def test_multiple_response_and_what_is_counted():
    assert read(FigureFacts(n=662, several_answers=True)) == [
        "N = 662 besvarelser.",
        "Der kunne sættes flere krydser, så andelene kan tilsammen blive over 100 pct.",
    ]
    assert read(FigureFacts(n=109, counted="coded", several_answers=True, boxes=True)) == [
        "N = 109 svar, som er kodet efter tema.",
        "Et svar kan handle om flere temaer, så andelene kan tilsammen blive over 100 pct.",
        "Et felts areal er temaets del af alle de viste temaer; tallet er andelen af svarene.",
    ]
    assert read(FigureFacts(n=746, counted="ticks")) == ["N = 746 krydser."]
    assert read(FigureFacts(n=2304, counted="invited")) == ["N = 2.304 inviterede."]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "Andelene er af alle svar, også »Ved ikke« og »?«."),
        ("nb", "Andelene er av alle svar, også «Ved ikke» og «?»."),
        ("en", "Shares are of all answers, “Ved ikke” and “?” among them."),
    ],
)
def test_answers_that_are_none_and_count_are_named(language, expected):
    facts = FigureFacts(n=582, missing_in_base=("Ved ikke", "?"))
    assert read(facts, language)[1:] == [expected]


def test_items_with_bases_of_their_own():
    assert read(FigureFacts(n=582, n_by_item=(570, 582))) == [
        "N = 570 til 582 besvarelser, afhængigt af udsagnet."
    ]
    assert read(FigureFacts(n=582, n_by_item=(582, 582))) == ["N = 582 besvarelser."]


def test_independence_is_not_rejected_and_never_called_no_difference():
    facts = FigureFacts(
        n=582,
        group_variable="Organisationstype",
        tests=(GroupTest("chi_squared", 0.2961, significant=False),),
    )
    assert read(facts)[1] == (
        "Det kan ikke afvises, at svarene er uafhængige af organisationstype "
        "(chi²-test af hele svarfordelingen, p = 0,30)."
    )
    for language in ("da", "nb", "en"):
        words = " ".join(read(facts, language)).lower()
        assert not any(claim in words for claim in ("forskel", "ingen ", "difference"))


def test_an_untested_group_is_said_to_be_untested():
    facts = FigureFacts(
        n=7, group_variable="Størrelse", tests=(GroupTest("chi_squared", NOT_TESTED, False),)
    )
    assert read(facts)[1:] == [
        "Der vises ingen test af, om svarene afhænger af størrelse: svarene er for få eller for "
        "ens, eller testen kunne røbe, hvad enkelte har svaret."
    ]
    # A test that is withheld does not even tell which it was.
    withheld = FigureFacts(
        n=7, group_variable="Størrelse", tests=(GroupTest("", NOT_TESTED, False),)
    )
    assert read(withheld) == read(facts)


def test_several_items_are_gathered_by_outcome_and_small_counts_warned_of_once():
    facts = FigureFacts(
        n=582,
        group_variable="Størrelse",
        tests=(
            GroupTest("chi_squared", 0.03, True, small_expected=True, item="Vi turde mere"),
            GroupTest("chi_squared", 0.31, False, small_expected=True, item="Det gik hurtigt"),
            GroupTest("chi_squared", 0.002, True, item="Vi var åbne"),
            GroupTest("chi_squared", NOT_TESTED, False, item="Bestyrelsen var med"),
        ),
    )
    assert read(facts)[1:] == [
        "Der er statistisk afhængighed mellem størrelse og svarene på »Vi turde mere« (p = 0,03) "
        "og »Vi var åbne« (p = 0,002) (chi²-test af hele svarfordelingen).",
        "Det kan ikke afvises, at svarene på »Det gik hurtigt« (p = 0,31) er uafhængige af "
        "størrelse (chi²-test af hele svarfordelingen).",
        "Der vises ingen test af, om svarene på »Bestyrelsen var med« afhænger af størrelse: "
        "svarene er for få eller for ens, eller testen kunne røbe, hvad enkelte har svaret.",
        "Testen er usikker, fordi nogle grupper har få besvarelser (lave forventede antal).",
    ]


ONE_BY_ONE = (
    GroupTest("chi_squared", 0.04, True, item="Nye ydelser"),
    GroupTest("chi_squared", 0.31, False, item="Nyt samarbejde"),
)


def test_items_together_come_before_each_of_them_and_are_not_corrected():
    facts = FigureFacts(
        n=582,
        group_variable="Størrelse",
        tests=(GroupTest("rao_scott_items", 0.21, False), *ONE_BY_ONE),
        correction="holm",
    )
    assert read(facts)[1:] == [
        "Det kan ikke afvises, at svarene er uafhængige af størrelse "
        "(Rao og Scotts test af de viste valgmuligheder under ét, p = 0,21).",
        "Der er statistisk afhængighed mellem størrelse og svarene på »Nye ydelser« (p = 0,04) "
        "(chi²-test af hele svarfordelingen).",
        "Det kan ikke afvises, at svarene på »Nyt samarbejde« (p = 0,31) er uafhængige af "
        "størrelse (chi²-test af hele svarfordelingen).",
        "P-værdierne for de enkelte valgmuligheder er korrigeret for, at der er flere test (Holm).",
    ]


@pytest.mark.parametrize("language", ["da", "nb", "en"])
def test_items_that_could_not_be_tested_together_are_told_one_by_one(language: str):
    facts = FigureFacts(582, group_variable="Størrelse", tests=ONE_BY_ONE, correction="holm")
    untested = GroupTest("rao_scott_items", NOT_TESTED, False)
    several = FigureFacts(
        582, group_variable="Størrelse", tests=(untested, *ONE_BY_ONE), correction="holm"
    )
    assert read(several, language) == read(facts, language)
    assert len(read(facts, language)) == 4


def test_how_derived_groups_were_made():
    answers = (("Gode til det", ("Meget enig", "Enig")), ("Ikke gode til det", ("Uenig",)))
    assert read(FigureFacts(418, groups_made_of=DerivedGroups("Vi inddrager", answers, True)))[
        1:
    ] == [
        "Grupperne er dannet ud fra svarene på »Vi inddrager«: »Gode til det« omfatter "
        "»Meget enig« og »Enig«; »Ikke gode til det« omfatter »Uenig«.",
        "Øvrige svar på det spørgsmål er ikke med i figuren.",
    ]
    ranges = (("Små", ()), ("Store", ()))
    assert read(FigureFacts(582, groups_made_of=DerivedGroups("Antal ansatte", ranges)))[1:] == [
        "Grupperne er dannet ud fra »Antal ansatte«."
    ]
    crossed = CrossedGroups(("Organisationstype", "Størrelse"))
    assert read(FigureFacts(582, groups_made_of=crossed))[1:] == [
        "Grupperne kombinerer organisationstype og størrelse."
    ]


def test_margins_by_group_without_an_answer_are_the_largest_and_never_read_as_none():
    facts = FigureFacts(
        n=90_000,
        margins=(
            Margin(0.0033, GroupName("Færre end 10 ansatte")),
            Margin(0.11, GroupName("Stor", "store organisationer")),
        ),
        level=0.9,
        interval="wilson",
    )
    assert read(facts)[1:] == [
        "Den statistiske usikkerhed er højst ±1 procentpoint for gruppen »Færre end 10 ansatte« "
        "og ±11 procentpoint for store organisationer (90 pct. sikkerhed).",
        "Intervallerne er konfidensintervaller efter Wilsons metode.",
    ]


@pytest.mark.parametrize(
    ("label", "language", "expected"),
    [
        ("Enig", "da", "»Enig«"),
        ("I høj grad", "da", "»I høj grad«"),
        ("NGO", "da", "»NGO«"),
        ("Ø", "nb", "«Ø»"),
        ("I agree", "en", "“I agree”"),
        ("In part", "en", "“In part”"),
    ],
)
def test_answers_lose_their_capital_inside_a_sentence(label, language, expected):
    assert answer(label, language) == expected


def test_an_unknown_language_is_refused():
    with pytest.raises(PipelineError, match="da, nb, en"):
        note(FigureFacts(1), "sv")


@pytest.mark.parametrize("table", [COUNTED, TEST_NAMES, SENTENCES, MEASURES])
def test_all_languages_have_the_same_sentences_with_the_same_fields(table):
    def fields(language: str) -> dict[str, set[str]]:
        return {
            name: {field for _, field, _, _ in Formatter().parse(words) if field}
            for name, words in table[language].items()
        }

    assert fields("da") == fields("nb") == fields("en")


def test_a_figure_of_some_respondents_says_of_whom():
    assert read(FigureFacts(170, only=(Chosen("Omfang", ("Meget", "Noget")),)))[1:] == [
        "Figuren omfatter kun dem, der har svaret »Meget« eller »Noget« på »Omfang«."
    ]
    assert read(FigureFacts(170, only=(Chosen("Felt", ("Realfag",)),)), "nb")[1:] == [
        "Figuren omfatter bare dem som har svart «Realfag» på «Felt»."
    ]
    assert read(FigureFacts(170, only=(Chosen("Field", ("Science",)),)), "en")[1:] == [
        "The figure covers only those who answered “Science” to “Field”."
    ]


def test_a_group_that_is_one_answer_of_the_same_name_needs_no_explanation():
    groups = (("General", ("General",)), ("Special", ("Sports", "Music")))
    assert read(FigureFacts(418, groups_made_of=DerivedGroups("Programme", groups)), "en")[1:] == [
        "The groups are made from the answers to “Programme”: “Special” covers “Sports” and "
        "“Music”."
    ]
    alike = (("General", ("General",)), ("Sports", ("Sports",)))
    assert read(FigureFacts(418, groups_made_of=DerivedGroups("Programme", alike)), "en")[1:] == [
        "The groups are made from “Programme”."
    ]


def test_groups_that_are_compared_within_each_kind_say_so():
    facts = FigureFacts(
        n=582,
        group_variable="Størrelse",
        tests=(
            GroupTest("chi_squared", 0.6, False, item="Det gik", within=GroupName("Hus", "huse")),
            GroupTest("chi_squared", 0.01, True, item="Det gik", within=GroupName("Klub")),
        ),
    )
    assert read(facts)[1:] == [
        "For gruppen »Klub«: der er statistisk afhængighed mellem størrelse og svarene på "
        "»Det gik« (p = 0,01) (chi²-test af hele svarfordelingen).",
        "For huse: det kan ikke afvises, at svarene på »Det gik« (p = 0,60) er uafhængige af "
        "størrelse (chi²-test af hele svarfordelingen).",
    ]


def test_the_margin_of_means_is_on_their_scale_and_never_read_as_none():
    for margin, said in ((0.098, "0,1"), (0.02, "0,1"), (0.26, "0,3")):
        facts = FigureFacts(n=696, margins=(Margin(margin, on_scale=True),))
        assert read(facts)[1] == (
            f"Den statistiske usikkerhed er højst ±{said} på skalaen (95 pct. sikkerhed)."
        )
