"""Which pages the site has: those that people wrote, and made ones where nobody wrote any.

A made page lies in `_made/pages/` of its wave and is read as if it stood in the wave's folder;
those that all waves share lie in that of `reports/`. A written page takes the place of the made one
of its name, and of those that its front matter names: `replaces: [methods]`.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from pipeline.documents import nearest
from pipeline.errors import RenderError

MADE = ("_made", "pages")
REPLACES = "replaces"


def report_pages(reports: Path) -> list[Path]:
    """Every page of the site, by where it stands, whether it was written or made."""
    written, made = written_pages(reports), _made_pages(reports)
    replaced = {place for page in written for place in _replaced_by(page)}
    standing = [page for page in made if page not in written and page not in replaced]
    doubled = {place for page in standing for place in _replaced_by(page)}
    return sorted((*written, *(page for page in standing if page not in doubled)))


def written_pages(reports: Path) -> list[Path]:
    """The pages below reports/, in no folder that starts with an underscore or a dot."""
    return sorted(
        path
        for path in reports.rglob("*.qmd")
        if not any(part[0] in "_." for part in path.relative_to(reports).parts)
    )


def file_of(page: Path) -> Path:
    """The file that holds a page: itself, or the made page that stands in for it."""
    if page.is_file():
        return page
    candidates = (_made_in(page.parent), _made_in(page.parent.parent) / page.parent.name)
    return next(
        (folder / page.name for folder in candidates if (folder / page.name).is_file()), page
    )


def text_or_nothing(path: Path) -> str | None:
    """The text of a file, or of the page made in its place; None when there is neither.

    Raises `RenderError` for a file that is not UTF-8.
    """
    try:
        return file_of(path).read_text(encoding="utf-8")
    except OSError:
        return None
    except UnicodeDecodeError as problem:
        raise RenderError(f"{path} is not UTF-8 (byte {problem.start}); save it so") from None


def replacement_problems(reports: Path) -> list[str]:
    """Names under `replaces` that are no made page, where pages were made."""
    made = _made_pages(reports)
    problems = []
    for page in written_pages(reports):
        beside = [one.stem for one in made if one.parent == page.parent]
        problems += [
            f'{page}: "{REPLACES}" names "{place.stem}", which is no made page'
            f"{nearest(place.stem, beside)}"
            for place in _replaced_by(page)
            if beside and place.stem not in beside
        ]
    return problems


def split_front_matter(text: str) -> tuple[str, str]:
    """The front matter and the rest."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return "", text
    ends = (number for number, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
    end = next(ends, None)
    if end is None:
        return "", text
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]).lstrip("\n")


def _made_in(folder: Path) -> Path:
    return folder.joinpath(*MADE)


def _made_pages(reports: Path) -> list[Path]:
    """The made pages, by where they stand as pages of the site."""
    of_waves = sorted(reports.glob("/".join(("*", "*", *MADE))))
    return [
        folder.parents[len(MADE) - 1] / path.relative_to(folder)
        for folder in (_made_in(reports), *of_waves)
        for path in sorted(folder.rglob("*.qmd"))
    ]


def _replaced_by(page: Path) -> Iterable[Path]:
    """The pages in whose place a page stands, by its front matter."""
    text = text_or_nothing(page) or ""
    if REPLACES not in text:
        return ()
    names = _mapping(split_front_matter(text)[0]).get(REPLACES, ())
    names = [names] if isinstance(names, str) else names
    return tuple(page.with_name(f"{name}.qmd") for name in names)


@cache
def _mapping(front_matter: str) -> dict[str, Any]:
    """Keys and values, or nothing: what is wrong is said where the page is read."""
    try:
        loaded = yaml.safe_load(front_matter)
    except yaml.YAMLError:
        return {}
    return loaded if isinstance(loaded, dict) else {}
