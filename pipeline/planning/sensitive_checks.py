"""What a plan may not ask of sensitive variables, so that hidden counts can be kept; pure."""

from collections.abc import Iterator, Mapping

from pipeline.codebooks.codebook import Codebook
from pipeline.documents import Document, Place
from pipeline.planning.figure import Figure
from pipeline.wave import Wave

Shown = tuple[Place, str, str]
"""Where a sensitive variable is shown, its name, and what it is a percentage of."""


def sensitive_problems(
    figures: Mapping[str, Figure],
    banners: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]],
    codebook: Codebook,
    document: Document,
) -> list[str]:
    """Figures and banners (variables by which, questions) that would give hidden counts away."""
    found = [*_of_figures(figures, codebook), *_of_banners(banners, codebook)]
    found += _shown_twice(
        [*_in_figures(figures, codebook), *_in_banners(banners, codebook)], codebook
    )
    return [f"{document.where(place)}: {problem}" for place, problem in found]


def known_count_problems(wave: Wave, codebook: Codebook) -> list[str]:
    """Counts of the population by sensitive variables: beside what is published of the sample
    they tell how many of it gave each answer. Weights that agree with them are in every effective
    base, from which the counts can be worked out."""
    named = [("frame.by", wave.frame.by)] if wave.frame else []
    if wave.calibration:
        named += [(f"calibration.margins.{name}", name) for name in wave.calibration.margins]
    return [
        f'wave.yml, {place}: "{name}" is sensitive, and counts of it would be given away; '
        "leave it out (docs/disclosure.md)"
        for place, name in named
        if _is_sensitive(name, codebook)
    ]


def _is_sensitive(reference: str, codebook: Codebook) -> bool:
    variable = codebook.variables.get(reference.partition(".")[0])
    return variable is not None and variable.sensitive


def _of_figures(figures: Mapping[str, Figure], codebook: Codebook) -> Iterator[tuple[Place, str]]:
    for name, figure in figures.items():
        place: Place = ("figures", name)
        variable = codebook.variables.get(figure.variable)
        if figure.statistic == "count" and variable is not None and variable.categories:
            yield (
                (*place, "statistic"),
                ("counts of answers are not published; write share, or switch disclosure off"),
            )
        for key, references in (("groups", [figure.groups or ""]), ("where", figure.where)):
            for one in references:
                if _is_sensitive(one, codebook):
                    yield (*place, key), _splits(one)
        if _is_sensitive(figure.variable, codebook) and figure.estimated != "share":
            yield (
                (*place, "statistic"),
                (
                    f'"{figure.variable}" is sensitive, so only shares of answers can be shown; '
                    "show a share (of a number: of its recode), or leave it out"
                ),
            )


def _of_banners(
    banners: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]], codebook: Codebook
) -> Iterator[tuple[Place, str]]:
    for name, (by, questions) in banners.items():
        for one in by:
            if _is_sensitive(one, codebook):
                yield ("banners", name, "by"), _splits(one)
        for one in questions:
            if _is_sensitive(one, codebook) and codebook.variables[one].is_numeric:
                yield (
                    ("banners", name, "questions"),
                    (f'"{one}" is a sensitive number, and no mean can be shown; name a recode'),
                )


def _splits(reference: str) -> str:
    return (
        f'"{reference}" is sensitive, and bases would tell how many gave each answer; '
        "compare other groups, or show it as the question"
    )


def _in_figures(figures: Mapping[str, Figure], codebook: Codebook) -> Iterator[Shown]:
    for name, figure in figures.items():
        if _is_sensitive(figure.variable, codebook):
            absent = figure.leave_out
            without = absent if absent == "missing" else ", ".join(sorted(absent))
            of = f"base: {figure.base}, leave_out: [{without}]"
            yield ("figures", name), figure.variable, of


def _in_banners(
    banners: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]], codebook: Codebook
) -> Iterator[Shown]:
    for name, (_, questions) in banners.items():
        for one in questions:
            if _is_sensitive(one, codebook):
                yield ("banners", name, "questions"), one, "base: answered, leave_out: []"


def _shown_twice(shown: list[Shown], codebook: Codebook) -> Iterator[tuple[Place, str]]:
    """Two bases, or a variable and what is made of it: what one leaves out the other tells."""
    first: dict[str, tuple[str, str]] = {}
    for place, name, of in shown:
        known = [first.setdefault(origin, (name, of)) for origin in origins(name, codebook)]
        others = [other for other, _ in known if other != name]
        bases = [other_of for _, other_of in known if other_of != of]
        if others:
            problem = (
                f'"{name}" and "{others[0]}" are made of the same sensitive answers; show one of '
                "them (a net puts categories together)"
            )
            yield place, problem
        elif bases:
            problem = (
                f'the sensitive "{name}" is shown as {of} here, as {bases[0]} elsewhere, and the '
                "difference tells how many gave an answer; use one base"
            )
            yield place, problem


def origins(name: str, codebook: Codebook) -> set[str]:
    """The sensitive variables that a variable is made of; itself, where it is of none."""
    derivation = codebook.variables[name].derivation
    sources = {source for source, _ in derivation.sources} if derivation else set()
    of_sources = [
        origins(source, codebook) for source in sources if codebook.variables[source].sensitive
    ]
    return set().union(*of_sources) or {name}
