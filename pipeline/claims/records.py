"""The notes of claims, and how they are handed to the renderer; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from pipeline.claims.claim import Claim


@dataclass(frozen=True)
class Note:
    """The number behind a claim, the figure that shows it, and a warning where it does not hold.

    `figure` is what the figure is called and `href` where it is; '' for what there is not.
    """

    text: str
    figure: str = ""
    href: str = ""
    unsupported: str = ""


Notes = Mapping[Claim, Note]
"""The notes of a page, by its claims as `anywhere` gives them."""


def anywhere(claim: Claim) -> Claim:
    """The claim without its place: what is said twice on a page has one note."""
    return replace(claim, where="")


def as_records(pages: Mapping[str, Notes]) -> dict[str, list[dict[str, Any]]]:
    """The notes of pages as plain values, for a file that the renderer reads."""
    return {
        page: [{"claim": asdict(claim), "note": asdict(note)} for claim, note in notes.items()]
        for page, notes in pages.items()
    }


def from_records(pages: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Notes]:
    """The notes of pages, as `as_records` wrote them down."""
    return {
        page: {_claim(one["claim"]): Note(**one["note"]) for one in notes}
        for page, notes in pages.items()
    }


def _claim(record: Mapping[str, Any]) -> Claim:
    return Claim(**{**record, "unknown": tuple(record["unknown"])})
