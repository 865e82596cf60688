"""figures.yml of a survey that nobody has described: a figure a question, and a banner; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.drafting.fact_words import FACTS
from pipeline.drafting.findings import Finding
from pipeline.drafting.lexicon import BACKGROUND
from pipeline.drafting.new_questions import NewQuestion
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.drafting.wordings import name_of, plain
from pipeline.drafting.yaml_values import labels, listed
from pipeline.figures.poles import has_two_sides
from pipeline.inference.presentation import STANDARD

FILE = "figures.yml"
MOST_DRAWN = 12
"""More answers than these are a table."""
MOST_ROWS = 30
"""Of a longer list, only the answers that several gave are shown."""
FEWEST_GIVEN = 5
"""Respondents: the plan is published, and names no answer that fewer gave."""
MOST_PARTS = 7
"""More answers than these are no parts of a bar."""
NAMES = frozenset(name_of(word, ()) for word in BACKGROUND)
"""The same words as they are in names of questions: `koen`."""
MOST_GROUPS = 8
MOST_BACKGROUND = 4
LONGEST_GROUP = 60
"""Characters of an answer that may head a column."""
OF_FACTS = frozenset(("numbers", *(scale.name for scale in FACTS)))
"""Orders of answers about who somebody is."""
BANNER = "background"
RESPONSE = {"da": "Svar", "nb": "Svar", "en": "Responses"}


@dataclass(frozen=True)
class FiguresDraft:
    """The text of figures.yml, and what a person should look at."""

    text: str
    findings: tuple[Finding, ...]


def draft_figures(codebook: Codebook, questions: Sequence[SurveyQuestion]) -> FiguresDraft:
    """A figure of every question that can be counted, and a banner by background variables."""
    shown = [one for one in codebook.variables.values() if one.type != "text"]
    background = background_of(codebook, questions)
    digits = max(2, len(str(len(shown))))
    given = {one.question.name: _given_of_many(one.question) for one in questions}
    figures = [
        f"  fig_{number:0{digits}}: {figure_entry(variable, *_shown(given.get(variable.name, ())))}"
        for number, variable in enumerate(shown, start=1)
    ]
    lines = [
        f"# The figures of {codebook.survey}, drafted: every question in its order.",
        "# docs/figures.md explains each entry, docs/disclosure.md what is hidden.",
        f"survey: {codebook.survey}",
        "figures:",
        *(figures or [f"  table_1: {_response(codebook.language)}"]),
    ]
    if background:
        lines += [
            "banners:",
            "  # what looks like background: every question is shown by these",
            f"  {BANNER}: {{by: {listed(background)}}}",
        ]
    findings = (
        *_findings(codebook, background),
        *_list_findings(given),
        *_size_findings(questions),
    )
    return FiguresDraft("\n".join(lines) + "\n", findings)


def _given_of_many(question: NewQuestion) -> tuple[str, ...]:
    """The answers that several gave, where a long list was offered; none where all can stand."""
    if question.type != "single" or len(question.categories) <= MOST_ROWS:
        return ()
    values = question.columns[0].values
    counts = {
        one.name: sum(values.get(text, 0) for text in {one.label, str(one.code), *one.aliases})
        for one in question.categories
    }
    if all(counts.values()):
        return ()
    return tuple(name for name, count in counts.items() if count >= FEWEST_GIVEN)


def _shown(given: Sequence[str]) -> tuple[str, ...]:
    return (f"show: {listed(given)}",) if given else ()


def figure_entry(variable: Variable, *more: str) -> str:
    """A figure of a question, in braces; `more` is what it says besides."""
    parts = [f"variable: {variable.name}"]
    if variable.type == "number":
        parts += ["statistic: mean", "chart: table"]
    elif variable.type == "multiple":
        parts.append("show: [yes]")
    elif variable.type == "battery":
        parts.append(f"chart: {_battery_chart(variable)}")
    elif len(variable.categories) > MOST_DRAWN:
        parts.append("chart: table")
    return f"{{{', '.join((*parts, *more))}}}"


def _response(language: str) -> str:
    """The figure of a survey that asked nothing which can be counted."""
    return (
        f"{{variable: response, statistic: count, chart: table, test: none, "
        f"title: {labels({language: RESPONSE[language]})}}}"
    )


def _battery_chart(variable: Variable) -> str:
    if len(variable.categories) > MOST_PARTS + 1:
        return "table"
    return "diverging" if has_two_sides(variable, variable.categories) else "stacked"


def background_of(codebook: Codebook, questions: Sequence[SurveyQuestion]) -> tuple[str, ...]:
    """Questions with few answers whose wording is about who somebody is.

    Those at the end and at the beginning of the questionnaire come before those in between. What
    is answered on a scale, or with yes and no, is asked for its own sake.
    """
    names = list(codebook.variables)
    fitting = [
        one.question.name
        for one in questions
        if one.question.type == "single"
        and (one.order is None or one.order.name in OF_FACTS)
        and _is_background(codebook.variables[one.question.name])
    ]
    third = len(names) / 3
    outside = [name for name in fitting if not third <= names.index(name) < 2 * third]
    chosen = [*outside, *(name for name in fitting if name not in outside)][:MOST_BACKGROUND]
    return tuple(name for name in names if name in chosen)


def _is_background(variable: Variable) -> bool:
    words = {word for text in variable.text.values() for word in plain(text).split()}
    groups = [one for one in variable.categories.values() if not one.missing]
    short = all(len(text) <= LONGEST_GROUP for one in groups for text in one.label.values())
    told = not BACKGROUND.isdisjoint(words) or not NAMES.isdisjoint(variable.name.split("_"))
    return 2 <= len(groups) <= MOST_GROUPS and short and told


def _size_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    """Whether so few answered that the rules for small numbers hide nearly everything."""
    answered = max(
        (column.answered for one in questions for column in one.question.columns), default=0
    )
    if answered < STANDARD.smallest_base:
        what = (
            f"{answered} respondents at most answered a question; what rests on fewer than "
            f"{STANDARD.smallest_base:g} is not shown, so pages stay nearly empty "
            "(docs/figures.md, small numbers, tells the limits)"
        )
        yield Finding(FILE, ("figures",), what)


def _list_findings(given: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    if names := [name for name, shown in given.items() if shown]:
        what = (
            f"of long lists only the answers that at least {FEWEST_GIVEN} gave are shown: "
            f"{', '.join(names)}"
        )
        yield Finding(FILE, ("figures",), what)


def _findings(codebook: Codebook, background: Sequence[str]) -> Iterator[Finding]:
    if background:
        what = f"every question is shown by {', '.join(background)}; change what they are shown by"
        yield Finding(FILE, ("banners", BANNER), what)
    else:
        what = "no question looks like background: there is no banner; write one (docs/figures.md)"
        yield Finding(FILE, ("figures",), what)
    texts = [one.name for one in codebook.variables.values() if one.type == "text"]
    if texts:
        what = (
            f"open answers have no figure; code them into themes (make codes): {', '.join(texts)}"
        )
        yield Finding(FILE, ("figures",), what)
