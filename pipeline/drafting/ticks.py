"""What exports write for a ticked and a not ticked option; pure."""

from pipeline.drafting.columns import Column

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
