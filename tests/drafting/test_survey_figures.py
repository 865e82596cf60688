"""The figures of a new survey."""

import polars as pl
import yaml
from drafting_samples import column

from pipeline.codebooks.codebook import Codebook
from pipeline.drafting.columns import Column
from pipeline.drafting.survey_codebook import draft_survey
from pipeline.drafting.survey_figures import draft_figures
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.drafting.writing import drafted_codebook
from pipeline.readers.export import BROKEN_SCHEMA, Export, Source


def drafted(*columns: Column) -> tuple[Codebook, tuple[SurveyQuestion, ...]]:
    rows = max(column.answered for column in columns)
    answers = {
        one.name: [value for value, count in one.values.items() for _ in range(count)]
        for one in columns
    }
    frame = pl.DataFrame({name: [*a, *[None] * (rows - len(a))] for name, a in answers.items()})
    export = Export(
        frame,
        pl.Series("row", range(2, rows + 2), dtype=pl.UInt32),
        pl.DataFrame(schema=BROKEN_SCHEMA),
        {one.name: one.question for one in columns if one.question},
        {one.name: one.labels for one in columns if one.labels},
        (Source("answers.csv", 1, "0"),),
        "CSV",
        "csv",
    )
    draft = draft_survey(export, "members", "2024")
    return drafted_codebook(draft.text), draft.questions


AGREE = {"_1": "Helt enig", "_2": "Enig", "_3": "Uenig", "_4": "Helt uenig"}


def test_each_question_has_the_figure_that_fits_it() -> None:
    codebook, questions = drafted(
        column("q3", *map(str, range(20, 40))),
        column("q1_1", "1", question="Hvor enig? [a]", **AGREE),
        column("q1_2", "1", question="Hvor enig? [b]", **AGREE),
        column("q2_1", "1", "0", question="Hvem? [Kommunen]"),
        column("q2_2", "1", "0", question="Hvem? [Et firma]"),
        column("q4", "1", question="Hvad er jeres type?", _1="Forening", _2="Hus"),
        column("q5", "En lang bemærkning", "En anden"),
    )
    draft = draft_figures(codebook, questions)
    plan = yaml.safe_load(draft.text)
    assert plan == {
        "survey": "members",
        "figures": {
            "fig_01": {"variable": "q3", "statistic": "mean", "chart": "table"},
            "fig_02": {"variable": "q1", "chart": "diverging"},
            "fig_03": {"variable": "q2", "show": [True]},
            "fig_04": {"variable": "q4"},
        },
        "banners": {"background": {"by": ["q4"]}},
    }
    assert draft.findings[1].what.endswith(": q5")


def test_where_and_how_long_somebody_works_is_background() -> None:
    codebook, questions = drafted(
        column("q1", *["Social", "Miljø"] * 4, question="Hvilken forvaltning er du i?"),
        column(
            "q2",
            *["Under 1 år", "1-3 år", "Over 3 år", "1-3 år"] * 2,
            question="Hvor længe er du ansat her?",
        ),
    )
    plan = yaml.safe_load(draft_figures(codebook, questions).text)
    assert plan["banners"] == {"background": {"by": ["q1", "q2"]}}


def test_without_background_there_is_no_banner() -> None:
    codebook, questions = drafted(column("q4", "1", question="Hvad?", _1="Rød", _2="Blå"))
    draft = draft_figures(codebook, questions)
    assert "banners" not in yaml.safe_load(draft.text)
    assert "no question looks like background" in draft.findings[0].what


def test_many_answers_are_a_table() -> None:
    labels = {f"_{n}": f"Svar {chr(64 + n)}" for n in range(1, 15)}
    codebook, questions = drafted(column("q4", "1", question="Hvad?", **labels))
    plan = yaml.safe_load(draft_figures(codebook, questions).text)
    assert plan["figures"]["fig_01"]["chart"] == "table"


def test_a_survey_of_open_answers_alone_shows_who_answered() -> None:
    codebook, questions = drafted(column("q5", "En lang bemærkning", "En anden"))
    plan = yaml.safe_load(draft_figures(codebook, questions).text)
    assert plan["figures"]["table_1"]["variable"] == "response"


def test_background_is_told_in_five_languages_and_scales_are_none() -> None:
    words = ["Er du kvinne eller mann?", "Utbildning", "Bundesland", "What is your sector?"]
    codebook, questions = drafted(
        *(column(f"b{n}", "1", question=word, _1="Rød", _2="Blå") for n, word in enumerate(words)),
        column("q8", "1", question="Hvor enig er du i at kommunens type er god?", **AGREE),
        column("q9", "1", question="Kender du din region?", _1="Ja", _2="Nej"),
    )
    plan = yaml.safe_load(draft_figures(codebook, questions).text)
    assert plan["banners"] == {"background": {"by": ["b0", "b1", "b2", "b3"]}}


def test_of_a_long_list_only_the_answers_that_several_gave_are_shown() -> None:
    countries = {f"_{code}": f"Land {code}" for code in range(1, 60)}
    codebook, questions = drafted(
        column(
            "q1", *["7"] * 6, *["40"] * 5, *["11"] * 4, "12", question="Hvilket land?", **countries
        ),
        column("q2", "1", question="Hvor enig?", **AGREE),
    )
    draft = draft_figures(codebook, questions)
    assert yaml.safe_load(draft.text)["figures"] == {
        "fig_01": {"variable": "q1", "chart": "table", "show": ["land_7", "land_40"]},
        "fig_02": {"variable": "q2"},
    }
    told = "of long lists only the answers that at least 5 gave are shown: q1"
    assert told in [finding.what for finding in draft.findings]


def test_too_few_respondents_for_any_number_are_told() -> None:
    said = {}
    for n in (29, 30):
        codebook, questions = drafted(
            column("q1", *["Bus", "Tog", "Bil"] * 9, *["Bil"] * (n - 27), question="Hvad?")
        )
        told = " ".join(one.what for one in draft_figures(codebook, questions).findings)
        said[n] = "29 respondents at most" in told or "30 respondents at most" in told
    assert said == {29: True, 30: False}
