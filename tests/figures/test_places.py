"""On which page a figure is shown."""

from pathlib import Path

import pytest

from pipeline.figures.places import figure_address, figures_on
from pipeline.pages.shortcodes import Line

WAVE = Path("reports/tiny/2024")
MAIN, OTHER = WAVE / "index.qmd", WAVE / "more.qmd"
EDITION = WAVE / "en" / "index.qmd"


def figure(folder: Path, name: str) -> list[Line]:
    path = folder / "_made" / f"{name}.md"
    return [Line(f'<figure class="finding" id="{name}">', path, 2, True)]


PAGES = {
    page: figures_on(lines)
    for page, lines in {
        MAIN: figure(WAVE, "fig-01"),
        OTHER: [*figure(WAVE, "fig-01"), *figure(WAVE, "fig-02")],
        EDITION: figure(WAVE / "en" / "..", "fig-01"),
        Path("reports/tiny/2023/index.qmd"): figure(Path("reports/tiny/2023"), "fig-02"),
    }.items()
}


def test_the_figures_of_a_page_are_those_that_it_includes() -> None:
    drawn_by_hand = Line('<figure class="finding" id="fig-03">', MAIN, 9, True)
    assert figures_on([*figure(WAVE, "fig-01"), drawn_by_hand]) == {(WAVE, "fig-01")}


@pytest.mark.parametrize(
    ("page", "figure", "address"),
    [
        (MAIN, "fig_01", "#fig-01"),
        (OTHER, "fig_01", "#fig-01"),
        (MAIN, "fig_02", "more.html#fig-02"),
        (EDITION, "fig_01", "#fig-01"),
        (EDITION, "fig_02", "../more.html#fig-02"),
        (Path("reports/index.qmd"), "fig_01", "tiny/2024/index.html#fig-01"),
        (MAIN, "fig_09", ""),
    ],
)
def test_the_nearest_page_that_shows_a_figure(page: Path, figure: str, address: str) -> None:
    assert figure_address(page, WAVE, figure, PAGES) == address
