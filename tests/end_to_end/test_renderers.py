"""Quarto and the embedded pandoc give the same site: pages, links, pictures, ids and words."""

import shutil
from pathlib import Path, PurePosixPath

import pytest
from sites import report

from pipeline.pages.links import References, references
from pipeline.pages.search_index import Section, sections
from pipeline.render import render
from pipeline.renderers import Renderer

Pages = dict[PurePosixPath, tuple[References, tuple[Section, ...]]]


def pages(reports: Path, renderer: Renderer) -> Pages:
    """What each page refers to, and its text section by section."""
    site = reports / "_site"
    return {
        PurePosixPath(path.relative_to(site)): (references(html), sections(html))
        for path in render(reports, renderer).pages
        for html in [path.read_text(encoding="utf-8")]
    }


def files(reports: Path) -> set[str]:
    site = reports / "_site"
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


@pytest.mark.skipif(shutil.which("quarto") is None, reason="there is no quarto on the PATH")
def test_the_report_is_the_same_with_both(tmp_path: Path) -> None:
    reports = report(tmp_path).parent
    by_pandoc, with_pandoc = pages(reports, "pandoc"), files(reports)
    by_quarto, with_quarto = pages(reports, "quarto"), files(reports)
    assert with_quarto == with_pandoc
    assert by_quarto.keys() == by_pandoc.keys()
    different = [str(page) for page in by_pandoc if by_quarto[page] != by_pandoc[page]]
    assert different == []
