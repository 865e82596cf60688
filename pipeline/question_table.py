"""One table on the terminal: a question by a variable, without touching the figure plan."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.codebooks.codebook import Codebook, Variable, in_language
from pipeline.documents import Document, nearest
from pipeline.errors import PlanError
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, figure_problems
from pipeline.progress import console, say
from pipeline.reading import read_inputs
from pipeline.tables import text_table
from pipeline.tabulate import compute
from pipeline.wording import languages
from pipeline.wording.named_tests import TEST_NAMES
from pipeline.wording.numbers import p_value

NAME = "table"


def question_table(places: Places, question: str, by: str | None) -> None:
    """Print a question's table with bases, intervals and test.

    Raises `PlanError` when the question or the group variable is not in the codebook.
    """
    codebook, wave = read_inputs(places)
    language = codebook.language
    figure = _figure(codebook, question, by)
    plan = Plan(survey=places.survey, figures={NAME: figure})
    results = compute(places, plan, codebook, wave)
    variable, _ = codebook.question(question)
    asked = (in_language(words, language) for words in (wave.title, variable.text))
    say(". ".join(filter(None, asked)))
    console.print(text_table(figure, codebook, results.estimates, language))
    for row in results.tests.iter_rows(named=True):
        say(_outcome(row, variable, language))


def _outcome(row: Mapping[str, Any], variable: Variable, language: str) -> str:
    """One test: of which item, which test, its p-value and N, and what makes it doubtful."""
    item = in_language(variable.items[row["item"]].label, language) if row["item"] else ""
    test = languages.in_language(TEST_NAMES, language)[row["test"]]
    p = "" if row["p_value"] is None else p_value(row["p_value"], language)
    outcome = ", ".join(filter(None, (p, f"N = {row['n']}")))
    warning = f" ({row['warning']})" if row["warning"] else ""
    return ": ".join(filter(None, (item, test, outcome))) + warning


def _figure(codebook: Codebook, question: str, by: str | None) -> Figure:
    name, _, item = question.partition(".")
    variable = codebook.variables.get(name)
    if variable is None:
        raise PlanError(f'there is no variable "{name}"{nearest(name, codebook.variables)}')
    if not variable.categories and not variable.is_numeric:
        raise PlanError(f'"{name}" holds text, which has no table')
    figure = Figure(
        variable=name,
        items=(item,) if item else (),
        groups=by,
        statistic="mean" if variable.is_numeric else "share",
    )
    typed = Document(Path("table"), {}, {})
    problems = figure_problems(figure, codebook, typed, ())
    if problems:
        raise PlanError(problems)
    return figure
