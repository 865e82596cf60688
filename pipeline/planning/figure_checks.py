"""Whether a figure can be made with a codebook: every complaint about one entry of the plan."""

from collections import Counter

from pipeline.codebooks.codebook import Codebook, Variable
from pipeline.documents import Document, Place, nearest
from pipeline.planning.figure import RESPONSE, RESPONSE_COUNTS, Figure, left_out
from pipeline.planning.statistic_checks import statistic_problems


def figure_problems(
    figure: Figure, codebook: Codebook, document: Document, place: Place
) -> list[str]:
    """Everything that a figure names and the codebook does not have."""

    def at(key: str, message: str) -> str:
        return f"{document.where((*place, key))}: {message}"

    problems = [at("groups", one) for one in _group_problems(figure, codebook)]
    problems += [at("within", one) for one in _within_problems(figure, codebook)]
    for reference, names in figure.where.items():
        problems += [at("where", one) for one in _filter_problems(reference, names, codebook)]
    if figure.variable == RESPONSE:
        return problems + [at(key, one) for key, one in _response_problems(figure)]
    variable = codebook.variables.get(figure.variable)
    if variable is None:
        known = (*codebook.variables, RESPONSE)
        hint = nearest(figure.variable, known)
        return [*problems, at("variable", f'there is no variable "{figure.variable}"{hint}')]
    return problems + [at(key, one) for key, one in _answer_problems(figure, variable)]


def frame_problems(figure: Figure, frame_by: str, document: Document, place: Place) -> list[str]:
    """Whether the response table is grouped by anything but the variable of the frame."""
    if figure.variable != RESPONSE or figure.groups in (None, frame_by):
        return []
    where = document.where((*place, "groups"))
    return [
        f'{where}: the frame in wave.yml is by "{frame_by}", not "{figure.groups}", so nobody '
        f"knows how many of these groups were invited; write {frame_by}, or leave it out"
    ]


def _response_problems(figure: Figure) -> list[tuple[str, str]]:
    problems = [
        ("show", f'there is no "{name}"{nearest(name, RESPONSE_COUNTS)}')
        for name in figure.show
        if name not in RESPONSE_COUNTS
    ]
    if not figure.title:
        problems.append(("title", "is missing; the response table has no question to name it"))
    return problems


def _group_problems(figure: Figure, codebook: Codebook) -> list[str]:
    if figure.groups is None:
        return []
    variable = codebook.variables.get(figure.groups)
    if variable is None:
        hint = nearest(figure.groups, codebook.variables)
        return [f'there is no variable "{figure.groups}"{hint}']
    if not variable.categories or variable.has_items:
        return [f'"{figure.groups}" has no categories to group by; name a single or derived one']
    return []


def _within_problems(figure: Figure, codebook: Codebook) -> list[str]:
    if figure.within is None:
        return []
    groups = codebook.variables.get(figure.groups or "")
    if groups is None or not groups.crossed:
        return ["belongs to groups that are a cross; leave it out"]
    if figure.within not in groups.crossed:
        hint = nearest(figure.within, groups.crossed)
        return [f'"{figure.within}" is not crossed in {groups.name}{hint}']
    if figure.letters or figure.base == "ticks":
        return ["letters and ticks compare all groups at once; leave it out"]
    return []


def _filter_problems(reference: str, names: tuple[str, ...], codebook: Codebook) -> list[str]:
    name, _, item = reference.partition(".")
    variable = codebook.variables.get(name)
    if variable is None:
        return [f'there is no variable "{name}"{nearest(name, codebook.variables)}']
    if variable.has_items and not item:
        return [f'name an item: "{name}.<item>"{nearest(item, variable.items)}']
    if item not in variable.items:
        return [f'"{name}" has no item "{item}"{nearest(item, filter(None, variable.items))}']
    return _unknown_answers(names, variable)


def _unknown_answers(names: tuple[str, ...], variable: Variable) -> list[str]:
    known = {**variable.categories, **variable.nets}
    return [
        f'"{name}" is no category or net of {variable.name}{nearest(name, known)}'
        for name in names
        if name not in known
    ]


def _answer_problems(figure: Figure, variable: Variable) -> list[tuple[str, str]]:
    problems = [
        (
            "items",
            f'"{item}" is no item of {variable.name}{nearest(item, filter(None, variable.items))}',
        )
        for item in figure.items
        if item not in variable.items or not variable.has_items
    ]
    problems += [("show", one) for one in _unknown_answers(figure.show, variable)]
    problems += [
        (key, f'"{name}" stands twice; remove one')
        for key, names in (("items", figure.items), ("show", figure.show))
        for name, times in Counter(names).items()
        if times > 1
    ]
    absent = left_out(figure, variable)
    problems += [
        ("show", f'"{name}" is left out of the base; show it or leave it out')
        for name in figure.show
        if name in absent
    ]
    if isinstance(figure.leave_out, tuple):
        missing = [name for name, one in variable.categories.items() if one.missing]
        problems += [
            ("leave_out", f'"{name}" is no missing category{nearest(name, missing)}')
            for name in figure.leave_out
            if name not in missing
        ]
    return problems + statistic_problems(figure, variable)
