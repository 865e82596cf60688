"""One table on the terminal: a question by a variable, without touching the figure plan."""

from pathlib import Path

from pipeline.codebook import Codebook, in_language
from pipeline.documents import Document, nearest
from pipeline.errors import PlanError
from pipeline.paths import Places
from pipeline.plan import Figure, Plan, figure_problems
from pipeline.progress import console
from pipeline.reading import read_inputs
from pipeline.tables import text_table
from pipeline.tabulate import compute
from pipeline.wording.numbers import p_value

NAME = "table"


def question_table(places: Places, question: str, by: str | None) -> None:
    """Print a question's table with bases, intervals and test.

    Raises `PlanError` when the question or the group variable is not in the codebook.
    """
    codebook, wave = read_inputs(places)
    figure = _figure(codebook, question, by)
    plan = Plan(survey=places.survey, figures={NAME: figure})
    results = compute(places, plan, codebook)
    variable, item = codebook.question(question)
    title = in_language(variable.items[item].label if item else variable.label, codebook.language)
    console.print(f"{in_language(wave.title, codebook.language)}: {title}", markup=False)
    console.print(text_table(figure, codebook, results.estimates, codebook.language))
    for row in results.tests.iter_rows(named=True):
        p = "" if row["p_value"] is None else p_value(row["p_value"], codebook.language)
        warning = f" ({row['warning']})" if row["warning"] else ""
        console.print(f"{row['item']} {row['test']}: {p}, N = {row['n']}{warning}", markup=False)


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
