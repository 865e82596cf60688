"""Numbers in prose outside claims, variables and marks, with their line."""

from pathlib import Path

import pytest

from pipeline.claims.unbound_numbers import Unbound, unbound
from pipeline.pages.shortcodes import included

PAGE = Path("reports/tiny/2024/index.qmd")


def found(text: str, **others: str) -> tuple[Unbound, ...]:
    files = {PAGE: text, **{PAGE.parent / name: other for name, other in others.items()}}
    lines = included(PAGE, PAGE.parent, Path("reports"), files.get, [])
    return unbound(lines, "da")


def test_a_number_is_told_with_its_line_and_what_to_do() -> None:
    (one,) = found("---\ntitle: 12 fund\n---\n\nDet er halvdelen af 12 klubber.")
    assert one.problem == (
        'reports/tiny/2024/index.qmd, line 5: "halvdelen", "12" stand outside claims and '
        'variables; write a claim, [halvdelen]{.claim of="fig_01.yes"} with the key of the '
        "estimate, or a variable, or mark what is not from the survey: "
        "[halvdelen]{.not-from-survey}"
    )


def test_a_number_over_the_end_of_a_line_is_one_number() -> None:
    assert found("Det er 7 ud\naf 10, og 3 af 4.") == (
        Unbound(f"{PAGE}, line 1", ("7 ud af 10",)),
        Unbound(f"{PAGE}, line 2", ("3 af 4",)),
    )


def test_a_number_in_an_included_file_stands_in_that_file() -> None:
    (one,) = found("{{< include _shared.md >}}", **{"_shared.md": "\nDe 12 klubber"})
    assert one.where == "reports/tiny/2024/_shared.md, line 2"


@pytest.mark.parametrize(
    "text",
    [
        '[7 ud af 10]{.claim of="fig_01.club.yes"}',
        "[7 ud\naf 10]{.claim of=a}",
        "[23 kommuner]{.not-from-survey}",
        "{{< var tiny.w2024.fig_01.club.yes >}} af klubberne",
        "Se [figur 1](fund.qmd#fig-01) og [her](https://example.org/12?x=3)",
        "<https://example.org/12>, https://example.org/12 og doi:10.1000/182",
        "1. Et\n2. To\n    3) Tre\n- 4. Fire",
        "## 2. Metode\n\n### 2.1 Indsamling",
        "`12` og\n\n```\n12\n```",
        "Formlen $p = 12$ og\n\n$$\n12\n$$",
        "En note[^12] og @jensen2010, [@ho12]",
        "<!-- 12 klubber -->\n<td colspan='12'>&#160;</td>",
        "::: {.cards columns=12}\nTekst\n:::",
        "# Titel {#afsnit-12}",
        "{{< include _made/wave.md >}}",
    ],
)
def test_what_is_no_number_of_the_text_or_is_accounted_for(text: str) -> None:
    assert found(text, **{"_made/wave.md": "12 svarede"}) == ()


def test_a_marked_block_ends_where_it_ends() -> None:
    blocks = "::: {.cards .not-from-survey}\n12\n\n:::: {.card}\n13\n::::\n\n14\n:::\n\n15"
    assert found(blocks) == (Unbound(f"{PAGE}, line 11", ("15",)),)
    assert [one.words for one in found("::: lead\n12\n:::")] == [("12",)]
