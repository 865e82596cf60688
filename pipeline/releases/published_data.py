"""The tables that readers may download: what is published, in a stated precision; pure."""

from collections.abc import Iterator, Mapping

import polars as pl

from pipeline.codebooks.codebook import Codebook, Labels, Variable, in_language

DECIMALS = 4
"""Of shares in 0..1: a hundredth of a percentage point; of p-values what reports print."""
HIDDEN = ("estimate", "std_error", "ci_low", "ci_high", "margin")
"""What a row does not say when its number is suppressed."""
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would compute."""


def published_tables(
    codebook: Codebook,
    estimates: pl.DataFrame,
    tests: pl.DataFrame,
    changes: pl.DataFrame,
    banners: Mapping[str, tuple[pl.DataFrame, ...]],
) -> dict[str, bytes]:
    """Name -> CSV of all that may be downloaded, of what is published of a wave.

    `changes` since earlier waves are left out where there are none; `banners` has estimates and
    tests of each.
    """
    of_banners = {
        f"banner-{name}-{kind}.csv": published_csv(results)
        for name, both in banners.items()
        for kind, results in zip(("estimates", "tests"), both, strict=True)
    }
    return {
        "estimates.csv": published_csv(estimates),
        "tests.csv": published_csv(tests),
        **({} if changes.is_empty() else {"changes.csv": published_csv(changes)}),
        "codebook.csv": codebook_csv(codebook),
        **of_banners,
    }


def published_csv(results: pl.DataFrame) -> bytes:
    """Estimates, tests or changes as CSV: rounded, without the numbers of suppressed rows."""
    rounded = pl.selectors.float().round(DECIMALS, mode="half_away_from_zero")
    return without_hidden(results).with_columns(rounded).write_csv().encode()


def without_hidden(results: pl.DataFrame) -> pl.DataFrame:
    """Estimates without the numbers of suppressed rows; tests without comparisons of two groups
    that are not shown, which are only made where an answer was given; changes as they are."""
    if "other_group" in results.columns:
        shown = pl.col("p_value").is_not_null() | (pl.col("other_group") == "")
        return results.filter(shown)
    if "suppressed" not in results.columns:
        return results
    numbers = [pl.when(~pl.col("suppressed")).then(pl.col(name)).alias(name) for name in HIDDEN]
    return results.with_columns(numbers)


def neutral(text: str) -> str:
    """The text with a sign before it, where a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def codebook_csv(codebook: Codebook) -> bytes:
    """One row a variable, item and answer: names, codes, labels; in the codebook's language."""
    rows = [row for variable in codebook.variables.values() for row in _rows(variable, codebook)]
    return pl.DataFrame(rows, infer_schema_length=None).write_csv().encode()


def _rows(variable: Variable, codebook: Codebook) -> Iterator[dict[str, object]]:
    def text(labels: Labels) -> str:
        return neutral(in_language(labels, codebook.language))

    for name, item in variable.items.items():
        about: dict[str, object] = {
            "variable": variable.name,
            "item": name,
            "type": variable.type,
            "label": text(variable.label),
            "question": text(variable.text),
            "item_label": text(item.label) if name else "",
        }
        if not variable.categories:
            yield about | {"category": "", "code": None, "category_label": "", "missing": None}
        for category, one in variable.categories.items():
            yield about | {
                "category": category,
                "code": one.code,
                "category_label": text(one.label),
                "missing": one.missing,
            }
