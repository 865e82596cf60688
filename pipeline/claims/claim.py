"""Where pages state numbers: spans of the class `claim`; pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.pages.shortcodes import Line, Read, included
from pipeline.pages.spans import Span, page_text, spans

CLASS = "claim"
ATTRIBUTES = ("of", "than", "within", "test")


@dataclass(frozen=True)
class Claim:
    """Words of a page that state an estimate, how two differ, or the outcome of a test.

    `of` and `than` name estimates; `within` is the largest difference that counts as none; `test`
    names a figure; `unknown` are attributes that mean nothing.
    """

    where: str
    words: str
    of: str = ""
    than: str = ""
    within: str = ""
    test: str = ""
    unknown: tuple[str, ...] = ()


def claims(page: Path, project: Path, read_text: Read) -> tuple[Claim, ...]:
    """The claims of a page and of what it includes, in reading order."""
    return tuple(claims_in(included(page, page.parent, project, read_text, [])))


def claims_in(lines: Iterable[Line]) -> Iterator[Claim]:
    """The claims of some lines; one may run over the end of a line, and stands where it begins."""
    page = page_text(lines)
    for span in spans(page.text, CLASS):
        yield claim_of(span, page.where(span.start))


def claim_of(span: Span, where: str = "") -> Claim:
    """The claim of a span, with the words as they are read aloud."""
    known = {name: span.attributes.get(name, "") for name in ATTRIBUTES}
    unknown = tuple(name for name in span.attributes if name not in ATTRIBUTES)
    return Claim(where, " ".join(span.words.replace("*", "").split()), **known, unknown=unknown)
