"""figures.yml for a new wave: figures of what is gone end, and new questions get one; pure."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from pipeline.codebooks.codebook import Codebook
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.findings import Finding
from pipeline.drafting.survey_figures import FILE, figure_entry
from pipeline.drafting.yaml_values import listed

SECTION = "figures"


def draft_plan(
    text: str,
    figures: Mapping[str, Any],
    after: Codebook,
    gone: Sequence[str],
    earlier: Sequence[str],
    new: Sequence[str],
) -> tuple[str, tuple[Finding, ...]]:
    """The plan with a figure of each new question, and what a person should look at.

    text, figures: figures.yml as it is. gone: variables that the new wave does not have; their
    figures are of the `earlier` waves. new: variables that these do not have. A figure that names
    its waves stays as it is, and so does a plan that is written in braces.
    """
    edits = DocumentEdits(text, FILE)
    if edits.is_in_braces((SECTION,)):
        return text, ()
    ended = [name for name, one in figures.items() if _ends(one, gone, earlier)]
    for name in ended:
        if "waves" not in figures[name]:
            edits.add_after((SECTION, name, "variable"), [f"waves: {listed(earlier)}"])
    known = {one["variable"]: name for name, one in figures.items()}
    missing = [name for name in new if name not in known and after.variables[name].type != "text"]
    added = dict(zip(_free_names(figures), missing, strict=False))
    if added:
        waves = f"waves: {listed([after.wave])}"
        lines = [
            f"{name}: {figure_entry(after.variables[of], waves)}" for name, of in added.items()
        ]
        edits.add_last((SECTION,), [f"# new in {after.wave}", *lines])
    shown = [*added, *(known[name] for name in new if name in known)]
    return edits.text(), tuple(_findings(figures, ended, earlier, shown))


def _ends(figure: Mapping[str, Any], gone: Sequence[str], earlier: Sequence[str]) -> bool:
    """Whether a figure is of what is gone, and names the waves that have it, or none."""
    return figure["variable"] in gone and figure.get("waves", earlier) == [*earlier]


def _free_names(figures: Mapping[str, Any]) -> Iterator[str]:
    """`fig_08`, `fig_09` ... behind those that are there."""
    numbers = [name.removeprefix("fig_") for name in figures]
    taken = [number for number in numbers if number.isdecimal()]
    digits = max(map(len, taken), default=2)
    for number in count(max(map(int, taken), default=0) + 1):
        yield f"fig_{number:0{digits}}"


def _findings(
    figures: Mapping[str, Any], ended: Sequence[str], earlier: Sequence[str], shown: Sequence[str]
) -> Iterator[Finding]:
    for name in ended:
        what = f"{name} is of {', '.join(earlier)}: {figures[name]['variable']} is gone"
        yield Finding(FILE, (SECTION, name), what)
    if shown:
        names = ", ".join(shown)
        what = f"figures of new questions: {names}; put them where they belong, or take them out"
        yield Finding(FILE, (SECTION, shown[0]), what)
