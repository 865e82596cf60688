"""Names and short labels of questions that nobody has described; pure."""

import re
from collections.abc import Container, Sequence

from pipeline.drafting.columns import Column
from pipeline.drafting.lexicon import SPELLINGS, STOP_WORDS
from pipeline.drafting.wordings import is_wording, name_of, plain
from pipeline.drafting.yaml_values import cleaned
from pipeline.readers.plain import JOINT

FEWEST = 0.1
"""Of all words, for a language to be told by its stop words."""
DRAFTED = {"da": "da", "nb": "nb", "sv": "en", "de": "en", "en": "en"}
"""Language of the questionnaire -> language of the pages."""
STOPPED = frozenset(word for words in STOP_WORDS.values() for word in words)
LEADING_CODE = re.compile(r"([A-Za-z]\w{0,23})(?:\[\w+\])?\. \S")
"""The code before a wording in a header: `rse3[SQ001]. Who uses the code that you write?`"""
BRACKETED = re.compile(r"([A-Za-z]\w*)\[")
"""The code before sub-questions: `enig[SQ001]`."""
MOST_WORDS = 4
LONGEST_CODE = 24
LONGEST_LABEL = 90
RESERVED = ("response",)


def language_of(wordings: Sequence[str]) -> str:
    """The language of wordings by its stop words: da, nb, sv, de or en, which none tells, too.

    Spelling helps between languages that share such words.
    """
    words = [word for text in wordings for word in plain(text).split()]
    counts = {
        language: sum(word in known for word in words) for language, known in STOP_WORDS.items()
    }
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    if best in SPELLINGS:
        spelt = {
            language: sum(bool(re.search(pattern, word)) for word in words)
            for language, pattern in SPELLINGS.items()
        }
        best = max(spelt, key=lambda language: counts[language] + spelt[language])
    return best if counts[best] >= FEWEST * len(words) else "en"


def question_name(columns: Sequence[Column], text: str, taken: Container[str]) -> str:
    """The code that the tool gives the question, where it is one; else the words of its text.

    Without columns it is the words.
    """
    taken = {*RESERVED, *(taken if isinstance(taken, set) else ())}
    code = _code([column.name for column in columns]) if columns else ""
    return name_of(code or _telling(text) or columns[0].name, taken)


def _code(names: Sequence[str]) -> str:
    """What the names of columns begin with, where they are codes: `v_1` of `v_1_1`, `v_1_2`."""
    if len(names) > 1:
        bracketed = {found.group(1) if (found := BRACKETED.match(name)) else "" for name in names}
        if len(bracketed) == 1 and (code := bracketed.pop()):
            return code
    told = {found.group(1) if (found := LEADING_CODE.match(name)) else "" for name in names}
    if len(told) == 1 and (code := told.pop()):
        return code
    if any(is_wording(name) or len(name) > LONGEST_CODE for name in names):
        return ""
    if len(names) == 1:
        return names[0]
    first, last = min(names), max(names)
    shared = next(
        (first[:end] for end in range(len(first), 0, -1) if last.startswith(first[:end])), ""
    )
    shared = shared.rstrip("0123456789") if not shared.endswith(("_", ".", "-", "[")) else shared
    shared = shared.rstrip("_.-[( ")
    return shared if any(map(str.isalpha, shared)) else ""


def _telling(text: str) -> str:
    words = [word for word in plain(text).split() if word not in STOPPED]
    return " ".join(words[:MOST_WORDS])


def question_text(column: Column) -> str:
    """The wording, without a dash before which nothing stands."""
    return cleaned(column.question).lstrip("-–— ")


def label_of(text: str) -> str:
    """The short label of a wording with its statement, without which several would be the same.

    Where both are long the statement stands alone.
    """
    stem, _, statement = text.rpartition(JOINT)
    if not stem:
        return short_label(text)
    both = f"{short_label(stem)}{JOINT}{statement}"
    return both if len(both) <= LONGEST_LABEL else short_label(statement)


def short_label(text: str) -> str:
    """The first sentence of a wording, cut at a word where it is long."""
    for end in ("? ", ". ", ": "):
        head = text.split(end)[0]
        if len(head) < len(text) and len(head.split()) > 2:
            text = head + end.strip(" .:")
            break
    if len(text) <= LONGEST_LABEL:
        return text
    return f"{text[:LONGEST_LABEL].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
