"""Which questions can be compared over waves, from the decisions of an analyst; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.codebooks.codebook import Codebook, Labels
from pipeline.codebooks.series import Decision

UNBROKEN = "comparable"


@dataclass(frozen=True)
class Break:
    """Why a question cannot be compared: the wave since which, what was decided, and the reason."""

    since: str
    question: str
    answer: str
    because: Labels


def breaks(
    question: tuple[str, str],
    codebook: Codebook,
    waves: Sequence[str],
    since_last_wave: Mapping[str, Mapping[str, Decision]],
) -> tuple[Break, ...]:
    """What lies between the first and the last of some successive waves; nothing: comparable.

    `question` is a variable and item of the last wave's codebook. What is derived from questions
    is broken where one of them is. Whom a filter lets through is not followed: a question that is
    put to others since then is decided about itself.
    """
    found = (
        Break(wave, name, decision.answer, decision.because)
        for wave in waves[1:]
        for name in _names(question, codebook)
        if (decision := since_last_wave.get(wave, {}).get(name)) and decision.answer != UNBROKEN
    )
    return tuple(found)


def _names(question: tuple[str, str], codebook: Codebook) -> Iterator[str]:
    """A question, its item, and what both are derived from."""
    name, item = question
    yield name
    if item:
        yield f"{name}.{item}"
    variable = codebook.variables.get(name)
    if variable and variable.derivation:
        for source in dict.fromkeys(variable.derivation.sources):
            yield from _names(source, codebook)
