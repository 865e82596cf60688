"""Links to a figure by its id, wherever it stands."""

from pathlib import PurePosixPath as Path

from pipeline.pages.anchors import with_found_anchors


def test_an_id_of_another_page_of_the_folder_is_found_there() -> None:
    pages = {
        Path("a/index.html"): '<p id="here"><a href="#fig-04">4</a> <a href="#here">x</a></p>',
        Path("a/scope.html"): '<figure id="fig-04"><a href="#fig-04">#</a></figure>',
        Path("b/index.html"): '<a href="#fig-04">4</a>',
    }
    found = with_found_anchors(pages)
    assert found[Path("a/index.html")] == (
        '<p id="here"><a href="scope.html#fig-04">4</a> <a href="#here">x</a></p>'
    )
    assert found[Path("a/scope.html")] == pages[Path("a/scope.html")]
    # Nobody has it there: the check of links tells.
    assert found[Path("b/index.html")] == pages[Path("b/index.html")]


def test_other_links_and_other_elements_stay() -> None:
    page = '<a class="x" href="other.html#fig-04">o</a><link href="#fig-04"><use href="#fig-04"/>'
    pages = {Path("index.html"): page, Path("scope.html"): '<p id="fig-04"></p>'}
    assert with_found_anchors(pages)[Path("index.html")] == page
