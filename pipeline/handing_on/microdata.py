"""Answers, one row a respondent and question -> one row a respondent, with described columns; pure.

Answers are codes and numbers; what is no answer has a code of its own, so blank, not asked, not
reached and invalid stay apart in every format.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.handing_on.columns import Column
from pipeline.handing_on.names import accepted_names
from pipeline.sampling.sample import UNIT, Sampling
from pipeline.wave import Wave
from pipeline.wording import languages

WORDS: Mapping[str, Mapping[str, str]] = {
    "da": {
        "respondent": "Pseudonym for den, der svarede",
        "completed": "Gennemført",
        "weight": "Vægt",
        "stratum": "Stratum",
        "cluster": "Klynge",
        "yes": "Ja",
        "no": "Nej",
    },
    "nb": {
        "respondent": "Pseudonym for den som svarte",
        "completed": "Fullført",
        "weight": "Vekt",
        "stratum": "Stratum",
        "cluster": "Klynge",
        "yes": "Ja",
        "no": "Nei",
    },
    "en": {
        "respondent": "Pseudonym of the respondent",
        "completed": "Completed",
        "weight": "Weight",
        "stratum": "Stratum",
        "cluster": "Cluster",
        "yes": "Yes",
        "no": "No",
    },
}


KEY = "-"
"""The number of the respondent while tables are put together: the name of no column."""


@dataclass(frozen=True)
class Microdata:
    """All that is handed on of a wave.

    `rows` has a column of text, whole numbers or numbers for each of `columns`; `sets` the label
    of each multiple-response question by its name.
    """

    name: str
    title: str
    language: str
    publisher: str
    rows: pl.DataFrame
    columns: tuple[Column, ...]
    sets: Mapping[str, str]


def microdata(
    answers: pl.DataFrame,
    of_questions: Sequence[Column],
    respondents: pl.DataFrame,
    sampled: Sampling,
    codebook: Codebook,
    wave: Wave,
) -> Microdata:
    """The answers in the main language; frames as `sql/handed_*.sql` give them."""
    about = _told_apart(of_questions, _about_respondents(respondents, wave, codebook))
    named = respondents.join(sampled.units, on=UNIT, how="left", maintain_order="left")
    own = named.select(
        pl.col("respondent").alias(KEY),
        *(_of_respondent(key).alias(one.name) for key, one in about.items()),
    )
    rows = own.join(_wide(answers, of_questions), on=KEY, how="left", maintain_order="left")
    every = (*about.values(), *of_questions)
    return Microdata(
        f"{wave.survey}-{wave.wave}",
        in_language(wave.title, codebook.language),
        codebook.language,
        wave.publisher,
        rows.select(one.name for one in every),
        every,
        {
            variable.name: in_language(variable.text or variable.label, codebook.language)
            for variable in codebook.variables.values()
            if variable.takes_several
        },
    )


def _told_apart(
    of_questions: Sequence[Column], about: Mapping[str, Column]
) -> Mapping[str, Column]:
    """The columns about respondents under names that no question has."""
    names = accepted_names([*(one.name for one in of_questions), *about])[len(of_questions) :]
    return {
        key: replace(one, name=name) for (key, one), name in zip(about.items(), names, strict=True)
    }


def _about_respondents(
    respondents: pl.DataFrame, wave: Wave, codebook: Codebook
) -> dict[str, Column]:
    """The columns that are no questions: who, whether completed, and the design as declared."""
    words = languages.in_language(WORDS, codebook.language)
    strata = respondents.select("stratum", "stratum_label").unique().sort("stratum").drop_nulls()
    yes_no = {0: words["no"], 1: words["yes"]}
    every = {
        "respondent": Column("", words["respondent"], "text", "nominal"),
        "completed": Column("", words["completed"], "code", "nominal", labels=yes_no),
        "weight": Column("", words["weight"], "number", "scale"),
        "stratum": Column("", words["stratum"], "code", "nominal", labels=dict(strata.iter_rows())),
        "cluster": Column("", words["cluster"], "code", "nominal"),
    }
    declared = {
        "respondent": True,
        "completed": codebook.columns.completed is not None,
        "weight": wave.is_weighted,
        "stratum": wave.design.strata is not None,
        "cluster": wave.design.clusters is not None,
    }
    return {name: replace(one, name=name) for name, one in every.items() if declared[name]}


def _of_respondent(name: str) -> pl.Expr:
    match name:
        case "respondent":
            return pl.col("pseudonym")
        case "weight":
            return pl.col("weight").cast(pl.Float64) * pl.col("factor")
        case _:
            return pl.col(name).cast(pl.Int32)


def _wide(answers: pl.DataFrame, columns: Sequence[Column]) -> pl.DataFrame:
    """One row a respondent, a column a question, in whole numbers where answers are codes."""
    wide = answers.pivot(on="question", index="respondent", values="number")
    return wide.select(
        pl.col("respondent").alias(KEY),
        *(pl.col(str(one.question)).cast(_type(one)).alias(one.name) for one in columns),
    )


def _type(column: Column) -> pl.DataType:
    if column.kind == "code":
        return pl.Int32()
    return pl.Int64() if column.whole else pl.Float64()


def state_table(columns: Sequence[Column]) -> pl.DataFrame:
    """One row a question and state: the code that stands for it."""
    rows = [(one.question, state, code) for one in columns for state, code in one.states.items()]
    schema = {"question": pl.UInt16, "state": pl.String, "state_code": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def moved_table(columns: Sequence[Column]) -> pl.DataFrame:
    """One row a question and code that is another one in the file."""
    rows = [(one.question, old, new) for one in columns for old, new in one.moved.items()]
    schema = {"question": pl.UInt16, "code": pl.Int16, "moved": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")
