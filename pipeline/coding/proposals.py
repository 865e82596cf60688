"""Key words -> themes proposed for answers that nobody has coded."""

import re
from collections.abc import Iterable, Mapping

import polars as pl

from pipeline.codebooks.codebook import PROPOSED, Variable
from pipeline.coding.codings import COLUMNS, SEPARATOR, neutral


def proposed_themes(answer: str, variable: Variable) -> tuple[str, ...]:
    """The themes of which the answer holds a key word of any language, in the codebook's order.

    A key word is a whole word or several; `*` stands for any letters: `video*`, `*møde`. Capitals
    do not matter.
    """
    return tuple(
        theme
        for theme, item in variable.items.items()
        if any(_holds(answer, word) for words in item.key_words.values() for word in words)
    )


def _holds(answer: str, key_word: str) -> bool:
    words = r"\s+".join(
        r"\w*".join(re.escape(part) for part in word.split("*")) for word in key_word.split()
    )
    return re.search(rf"(?<!\w){words}(?!\w)", answer, re.IGNORECASE) is not None


def new_rows(
    answers: Mapping[str, str], in_file: Iterable[str], variable: Variable
) -> pl.DataFrame:
    """A row for each answer that has none in the file, with what the key words propose.

    `answers` are the texts by respondent, in the order of the export; columns as in `COLUMNS`,
    null where a person is to write.
    """
    present = set(in_file)
    rows = []
    for respondent, answer in answers.items():
        if respondent in present:
            continue
        themes = f" {SEPARATOR} ".join(proposed_themes(answer, variable)) or None
        coder = PROPOSED if themes else None
        rows.append((neutral(respondent), coder, themes, None, None, neutral(answer)))
    return pl.DataFrame(rows, schema=dict.fromkeys(COLUMNS, pl.String), orient="row")
