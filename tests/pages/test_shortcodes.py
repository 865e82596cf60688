"""Includes and variables, resolved the way Quarto does."""

from pathlib import Path

import pytest

from pipeline.pages.shortcodes import Resolved, resolved

PROJECT = Path("reports")
PAGE = PROJECT / "innovation" / "2020" / "index.qmd"
VARIABLES = {"innovation": {"w2020": {"fig_01": {"volunteer": {"yes": "70 pct."}}}}}


def resolve(text: str, **others: str) -> Resolved:
    """The page with this text; `others` are files beside it, their dots written as underscores."""
    files = {PAGE: text} | {PAGE.parent / "_made" / f"{name}.md": t for name, t in others.items()}
    return resolved(PAGE, PROJECT, VARIABLES, files.get)


def test_a_variable_comes_from_its_dotted_key() -> None:
    page = resolve("Det er {{< var innovation.w2020.fig_01.volunteer.yes >}} i alt.")
    assert page == Resolved("Det er 70 pct. i alt.\n", ())


def test_an_include_stands_in_place_of_its_line_and_may_include_again() -> None:
    page = resolve(
        "Før\n\n{{< include _made/one.md >}}\n\nEfter",
        one="Første\n{{< include _made/two.md >}}",
        two="Anden",
    )
    assert page == Resolved("Før\n\nFørste\nAnden\n\nEfter\n", ())


def test_an_include_with_a_leading_slash_counts_from_the_project() -> None:
    shared = PROJECT / "_shared" / "license.md"
    files = {PAGE: "{{< include /_shared/license.md >}}", shared: "CC BY"}
    assert resolved(PAGE, PROJECT, {}, files.get).text == "CC BY\n"


@pytest.mark.parametrize(
    "code",
    [
        "`{{< var x >}}`",
        "``{{< include ` >}}``",
        "```\n{{< include _made/none.md >}}\n```",
        "~~~~ markdown\n```\n{{< var x >}}\n~~~\n~~~~",
        "```{=html}\n<p>{{< var x >}}</p>\n```",
    ],
)
def test_code_is_left_alone(code: str) -> None:
    assert resolve(code) == Resolved(code + "\n", ())


def test_prose_after_code_is_resolved_again() -> None:
    page = resolve("```\ncode\n```\n{{< var innovation.w2020.fig_01.volunteer.yes >}}")
    assert page.text.endswith("```\n70 pct.\n")


@pytest.mark.parametrize("around", ["{}", "`{}`", "```\n{}\n```"])
def test_three_braces_show_a_short_code(around: str) -> None:
    written = around.format("{{{< var x >}}}")
    assert resolve(written) == Resolved(around.format("{{< var x >}}") + "\n", ())


def test_everything_wrong_is_reported_with_file_and_line_in_one_go() -> None:
    page = resolve(
        "{{< var innovation.w2020.fig_01.voluntear.yes >}}\n"
        "{{< include _made/fig-99.md >}}\n"
        "{{< include _made/one.md >}}\n"
        "Se {{< include _made/one.md >}} her\n"
        "{{< video film.mp4 >}}",
        one="\n{{< var innovation.w2020.fig_01 >}}",
    )
    one = PAGE.parent / "_made" / "one.md"
    assert page.problems == (
        f"{PAGE}, line 2: the included file {PAGE.parent}/_made/fig-99.md does not exist; correct "
        "the name, or let the pipeline make it (a figure comes from figures.yml)",
        f"{PAGE}, line 1: there is no variable innovation.w2020.fig_01.voluntear.yes: "
        '"voluntear"; did you mean "volunteer"?',
        f"{one}, line 2: innovation.w2020.fig_01 is a group; name one value of it"
        "; known: volunteer",
        f"{PAGE}, line 4: give the include a line of its own",
        f'{PAGE}, line 5: there is no short code "video"; use include or var, or write '
        "{{{< ... >}}} to show it as it is",
    )


def test_a_file_that_includes_itself_is_an_error() -> None:
    page = resolve("{{< include _made/one.md >}}", one="{{< include _made/one.md >}}")
    assert [problem.split(": ")[1] for problem in page.problems] == [
        "_made/one.md includes itself; take one include out"
    ]
