"""What exports write for a ticked and a not ticked option; pure."""

from collections.abc import Sequence

from pipeline.drafting.columns import Column
from pipeline.drafting.new_questions import YES

TICKED = ("1", "valgt", "ja", "yes", "selected", "checked", "true", "x", "quoted")
NOT_TICKED = (
    *("0", "ikke valgt", "nej", "nei", "no", "not selected", "unchecked", "false"),
    *("not quoted", "not checked"),
)


def tick_texts(column: Column) -> tuple[str, str] | None:
    """What the column holds for ticked and not ticked; None where it is no tick.

    An option that nobody ticked, or everybody, has one of the two only: the other is "".
    """
    texts = [*(column.labels or column.values)]
    words = {text: column.labels.get(text, text).casefold() for text in texts}
    ticked = [text for text in texts if words[text] in TICKED]
    others = [text for text in texts if words[text] in NOT_TICKED]
    if not texts or len(texts) != len(ticked) + len(others) or max(len(ticked), len(others)) > 1:
        return None
    return (ticked or [""])[0], (others or [""])[0]


def are_ticks(columns: Sequence[Column]) -> bool:
    """Whether columns of one question are ticked or not; yes and no answer a statement.

    Yes and nothing besides is a tick, too: nobody was asked to say no.
    """
    texts = [tick_texts(column) or ("", "") for column in columns]
    words = {
        column.labels.get(ticked, ticked).casefold()
        for column, (ticked, _) in zip(columns, texts, strict=True)
    } - {""}
    alone = len(words) == 1 and not any(other for _, other in texts)
    return alone or words.isdisjoint(YES)
