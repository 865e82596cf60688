"""Whether a figure's statistic fits its variable, and has what it needs."""

from pipeline.codebooks.codebook import TICKED, Variable
from pipeline.documents import nearest
from pipeline.figures.poles import has_two_sides
from pipeline.planning.figure import OF_VALUES, Figure, left_out, top_and_bottom

Problem = tuple[str, str]
"""The key of the figure, and what is wrong with it."""


def statistic_problems(figure: Figure, variable: Variable) -> list[Problem]:
    """Everything that is wrong with the statistic, its parameters and its base."""
    return [
        *_value_problems(figure, variable),
        *_parameter_problems(figure),
        *_test_problems(figure, variable),
        *_score_problems(figure, variable),
        *_tick_problems(figure, variable),
        *_scale_problems(figure, variable),
        *_chart_problems(figure, variable),
    ]


def _value_problems(figure: Figure, variable: Variable) -> list[Problem]:
    if figure.statistic not in OF_VALUES:
        hint = "; use mean" if variable.is_numeric else ""
        lacking = [("statistic", f'"{variable.name}" has no categories{hint}')]
        return [] if variable.categories else lacking
    problems = []
    if not (variable.is_numeric or _is_scored(variable)):
        problems.append(("statistic", f'"{variable.name}" has neither numbers nor scores'))
    if figure.base == "asked":
        what = "those who skipped the question have no number"
        problems.append(("base", f"{what}; leave it out for a {figure.statistic}"))
    if figure.show:
        problems.append(("show", f"a {figure.statistic} shows no answers; leave it out"))
    return problems


def _test_problems(figure: Figure, variable: Variable) -> list[Problem]:
    """Ranks and trends are of scores, also those of shares."""
    if figure.test not in ("trend", "ranks") or figure.groups is None or figure.base == "ticks":
        return []
    if variable.is_numeric or _is_scored(variable) or figure.statistic not in ("share", "count"):
        return []
    return [("test", f'"{variable.name}" has no scores; write recommended, chi_squared or none')]


def _is_scored(variable: Variable) -> bool:
    return any(category.score is not None for category in variable.categories.values())


def _parameter_problems(figure: Figure) -> list[Problem]:
    """Parameters that are missing, or that belong to another statistic."""
    problems = []
    for key, value, statistic in (
        ("probability", figure.probability, "quantile"),
        ("top", figure.top, "score"),
        ("bottom", figure.bottom, "score"),
    ):
        if value and figure.statistic != statistic:
            problems.append((key, f"belongs to a {statistic}; write statistic: {statistic}"))
        if not value and figure.statistic == statistic:
            problems.append((key, f"is missing; a {statistic} needs it"))
    return problems


def _score_problems(figure: Figure, variable: Variable) -> list[Problem]:
    known = {**variable.categories, **variable.nets}
    unknown = [
        (key, f'"{name}" is no category or net of {variable.name}{nearest(name, known)}')
        for key, names in (("top", figure.top), ("bottom", figure.bottom))
        for name in names
        if name not in known
    ]
    if unknown:
        return unknown
    top, bottom = top_and_bottom(figure, variable)
    problems = [
        (key, f'"{name}" is left out of the base; score it or leave it out')
        for key, names in (("top", top), ("bottom", bottom))
        for name in sorted(names & set(left_out(figure, variable)))
    ]
    problems += [
        ("bottom", f'"{name}" is at the top already; leave it out of one')
        for name in sorted(top & bottom)
    ]
    if figure.statistic == "score" and figure.show:
        problems.append(("show", "a score shows no answers; leave it out"))
    return problems


def _tick_problems(figure: Figure, variable: Variable) -> list[Problem]:
    if variable.type == "themes" and figure.base != "answered":
        return [("base", "themes are of the answers that were coded; leave it out")]
    if figure.base != "ticks":
        return []
    problems = []
    if variable.type != "multiple":
        problems.append(("base", f'"{variable.name}" has no ticks; it is no multiple response'))
    if figure.statistic != "share":
        problems.append(("base", f"of ticks there are shares, but no {figure.statistic}"))
    if figure.show not in ((), (TICKED,)):
        problems.append(("show", "shares of ticks are of what was ticked; leave it out"))
    if figure.leave_out:
        problems.append(("leave_out", "only ticks count in this base; leave it out"))
    if figure.test == "ranks":
        problems.append(("test", "ticks have no ranks; write recommended, chi_squared or none"))
    return problems


def _scale_problems(figure: Figure, variable: Variable) -> list[Problem]:
    if figure.statistic != "alpha":
        return []
    items = figure.items or tuple(variable.items)
    if variable.type == "battery" and len(items) > 1:
        return []
    return [("statistic", "alpha is of a battery with at least two items")]


def _chart_problems(figure: Figure, variable: Variable) -> list[Problem]:
    if figure.chart == "treemap":
        return _treemap_problems(figure, variable)
    if figure.chart != "diverging":
        return []
    names = figure.show or tuple(variable.categories)
    known = (name for name in names if name in variable.categories or name in variable.nets)
    if figure.estimated == "share" and has_two_sides(variable, known):
        return []
    return [("chart", "diverging is for shares on both sides of a middle; write stacked")]


def _treemap_problems(figure: Figure, variable: Variable) -> list[Problem]:
    problems = []
    if not variable.takes_several or figure.statistic != "share":
        problems.append(("chart", "a treemap is of the shares of ticks or themes; write bars"))
    elif figure.base != "ticks" and figure.show != (TICKED,):
        problems.append(("show", f"a treemap is of what was chosen; write show: [{TICKED}]"))
    if figure.groups is not None:
        problems.append(("groups", "a treemap cannot compare groups; write chart: paired"))
    return problems
