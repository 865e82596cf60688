"""What a person must look at or decide in a draft: where it stands and what it is; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.documents import Document, Place

CHECK = "check: "
"""How comments begin that a person takes away when they have looked."""


BEFORE = "before"
"""Stands for the codebook of the wave before, where things stand that are gone."""


@dataclass(frozen=True)
class Finding:
    """One thing to look at in a document: `codebook.yml` or `wave.yml` of the draft, or `BEFORE`.

    comment: the comment that stands there, where no entry does.
    """

    file: str
    place: Place
    what: str
    comment: str = ""


def located(
    findings: Sequence[Finding], documents: Mapping[str, Document], texts: Mapping[str, str]
) -> Iterator[str]:
    """The findings in the order of the documents and their lines, each with its file and line.

    documents, texts: name of the file -> its entries, and its text.
    """
    for file, document in documents.items():
        of_file = [
            (_line(finding, document, texts[file]), finding.what)
            for finding in findings
            if finding.file == file
        ]
        for line, what in sorted(of_file, key=lambda one: one[0]):
            yield f"{document.path}, line {line}: {what}"


def _line(finding: Finding, document: Document, text: str) -> int:
    """The line of the comment, or of the deepest known part of the place; the first, if none."""
    if finding.comment:
        return text[: text.index(finding.comment)].count("\n") + 1
    place = finding.place
    while place and place not in document.lines:
        place = place[:-1]
    return document.lines[place] if place else 1
