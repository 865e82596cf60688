"""Which respondents a number is of, as conditions on background questions.

Groups of different variables can hold the same respondents, and what is hidden in one table stands
in another. Conditions on the same questions make that visible to the solver: a cross is its two
variables, a recode the answers that it puts together.
"""

from collections.abc import Iterable, Mapping
from functools import reduce

from pipeline.codebooks.codebook import Codebook
from pipeline.planning.figure import Figure
from pipeline.results import EVERYONE

Region = Mapping[str, frozenset[str]]
"""Question -> the answers to it that its respondents gave; no question for everyone."""


def region_of(figure: Figure, group: str, codebook: Codebook) -> Region:
    """The respondents of one group of a figure; of its total, those in any group."""
    conditions = [_answers(reference, names, codebook) for reference, names in figure.where.items()]
    if figure.groups is not None:
        groups = tuple(codebook.variables[figure.groups].categories)
        names = groups if group == EVERYONE else (group,)
        conditions.append(_answers(figure.groups, names, codebook))
    return reduce(_both, conditions, {})


def _answers(reference: str, names: Iterable[str], codebook: Codebook) -> Region:
    """Those who gave one of these answers, or are in one of these groups."""
    variable = codebook.question(reference)[0]
    names = tuple(names)
    if variable.crossed:
        parts = zip(*(name.split("*") for name in names), strict=True)
        return reduce(
            _both,
            (
                _answers(source, dict.fromkeys(of_source), codebook)
                for source, of_source in zip(variable.crossed, parts, strict=True)
            ),
            {},
        )
    own = [one for name in names for one in variable.category_names(name)]
    if variable.type != "recode" or variable.derivation is None:
        return {reference: frozenset(own)}
    ((source, source_item),) = variable.derivation.sources
    if codebook.variables[source].is_numeric:
        return {reference: frozenset(own)}
    of = [one for name in own for one in variable.derivation.groups[name].of]
    return _answers(".".join(filter(None, (source, source_item))), of, codebook)


def _both(one: Region, other: Region) -> Region:
    """Those in both regions."""
    return {
        **one,
        **{name: answers & one.get(name, answers) for name, answers in other.items()},
    }
