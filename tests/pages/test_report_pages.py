"""Which pages the site has: written ones, and made ones where nobody wrote any."""

from pathlib import Path

import pytest

from pipeline.errors import RenderError
from pipeline.pages.report_pages import (
    file_of,
    replacement_problems,
    report_pages,
    split_front_matter,
    text_or_nothing,
    written_pages,
)

MADE = {
    "index": "---\ntitle: Results\nreplaces: [findings]\n---\nfigures\n",
    "findings": "---\ntitle: Results\n---\nfigures\n",
    "methods": "---\ntitle: Methods\n---\nmade\n",
    "en/methods": "---\ntitle: Methods\n---\nmade in English\n",
}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A wave for which pages were made and none were written."""
    for name, text in MADE.items():
        write(tmp_path, f"small/2024/_made/pages/{name}", text)
    write(tmp_path, "index", "---\ntitle: All\n---\n")
    return tmp_path


def write(reports: Path, page: str, text: str) -> Path:
    path = reports / f"{page}.qmd"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def pages(reports: Path) -> list[str]:
    return [page.relative_to(reports).as_posix() for page in report_pages(reports)]


def test_a_wave_without_written_pages_has_the_made_ones(reports: Path) -> None:
    assert pages(reports) == [
        "index.qmd",
        "small/2024/en/methods.qmd",
        "small/2024/index.qmd",
        "small/2024/methods.qmd",
    ]
    assert text_or_nothing(reports / "small/2024/methods.qmd") == MADE["methods"]
    assert text_or_nothing(reports / "small/2024/en/methods.qmd") == MADE["en/methods"]
    assert written_pages(reports) == [reports / "index.qmd"]


def test_written_pages_replace_made_ones_one_by_one(reports: Path) -> None:
    written = write(reports, "small/2024/index", "---\ntitle: Mine\n---\n")
    assert pages(reports) == [
        "index.qmd",
        "small/2024/en/methods.qmd",
        "small/2024/findings.qmd",
        "small/2024/index.qmd",
        "small/2024/methods.qmd",
    ]
    assert file_of(written) == written
    write(reports, "small/2024/metode", "---\ntitle: Metode\nreplaces: [methods]\n---\n")
    assert pages(reports)[2:] == [
        "small/2024/findings.qmd",
        "small/2024/index.qmd",
        "small/2024/metode.qmd",
    ]


def test_a_page_that_replaces_none_that_was_made(reports: Path) -> None:
    page = write(reports, "small/2024/metode", "---\ntitle: Metode\nreplaces: [methodes]\n---\n")
    assert replacement_problems(reports) == [
        f'{page}: "replaces" names "methodes", which is no made page; did you mean "methods"?'
    ]
    page.write_text("---\ntitle: Metode\nreplaces: methods\n---\n", encoding="utf-8")
    assert replacement_problems(reports) == []


def test_a_page_that_is_nowhere_has_no_text(reports: Path) -> None:
    assert text_or_nothing(reports / "small/2024/other.qmd") is None


def test_a_page_that_is_not_utf_8(reports: Path) -> None:
    page = reports / "small/2024/other.qmd"
    page.write_bytes(b"r\xf8d")
    with pytest.raises(RenderError, match=r"other\.qmd is not UTF-8 \(byte 1\); save it so"):
        text_or_nothing(page)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: 1\n---\n\nText\n", ("a: 1", "Text\n")),
        ("---\na: 1\n...\nText", ("a: 1", "Text")),
        ("Text", ("", "Text")),
        ("---\na: 1", ("", "---\na: 1")),
    ],
)
def test_front_matter_and_the_rest(text: str, parts: tuple[str, str]) -> None:
    assert split_front_matter(text) == parts
