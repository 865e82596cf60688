"""series.yml for a new wave: decided where one answer is possible, else prepared; pure."""

from collections.abc import Iterator, Sequence

from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.differences import Difference
from pipeline.codebooks.series import NEEDS_REASON, SECTION, Series, comment_on, possible_answers
from pipeline.documents import Place
from pipeline.drafting.document_edits import DocumentEdits
from pipeline.drafting.yaml_values import comment

HEAD = """\
# What an analyst decided about the questions that are not the same in a wave as in the one before.
survey: {survey}
"""


def draft_series(text: str, series: Series, found: Sequence[Difference], after: Codebook) -> str:
    """series.yml with the differences of a wave that nobody decided about yet.

    text: the file as it is, or "". What can only be new or gone is decided; what changed is a
    comment, so that the run stops until a person decides. Where there is nothing to add, or the
    decisions stand in braces, the text is as it was.
    """
    decided = series.since_last_wave.get(after.wave, {})
    open_ones = [
        one
        for one in found
        if one.question not in decided and one.question.partition(".")[0] not in decided
    ]
    _, _, of_wave = text.partition(f'"{after.wave}":')
    lines = [
        line
        for one in open_ones
        for line in _lines(one, after)
        if comment_on(one.question) not in of_wave
    ]
    return _with(text, after, lines, after.wave in series.since_last_wave) if lines else text


def _lines(one: Difference, after: Codebook) -> Iterator[str]:
    """The only decision there is; or all that there are, as comments."""
    possible = possible_answers(one)
    if len(possible) == 1:
        yield f"{one.question}: {{is: {possible[0]}}}"
        return
    what = "; ".join(one.what)
    line = f"{comment_on(one.question)}{what}): take the # away from one of these lines"
    yield comment(line.removeprefix("# "))
    # Left empty, which stops the run: readers are to be told a reason.
    words = ", ".join(f"{language}: " for language in after.languages)
    for answer in possible:
        because = f", because: {{{words}}}" if answer in NEEDS_REASON else ""
        yield f"# {one.question}: {{is: {answer}{because}}}"


def _with(text: str, after: Codebook, lines: Sequence[str], begun: bool) -> str:
    edits = DocumentEdits(text or HEAD.format(survey=after.survey), "series.yml")
    wave = [f'"{after.wave}":', *(f"  {line}" for line in lines)]
    if begun:
        place: Place = (SECTION, after.wave)
        added = lines
    elif (SECTION,) in edits:
        place, added = (SECTION,), wave
    else:
        place, added = (), ["", f"{SECTION}:", *(f"  {line}" for line in wave)]
    if edits.is_in_braces(place):
        return text
    edits.add_last(place, added)
    return edits.text()
