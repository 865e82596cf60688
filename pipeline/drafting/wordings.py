"""Words compared and made into names; pure."""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import chain, count

from pipeline.visible_text import visible

SAME = 0.97
"""From this similarity on, wordings differ in signs at most."""
ALIKE = 0.6
"""From this similarity on, a wording may be a rewording."""
FEWEST_SHARED = 0.3
"""Of the words: sentences that share fewer are not alike, whatever their letters."""
LONGEST_NAME = 40
YAML_WORDS = frozenset(("null", "true", "false"))
"""What stands without quotes for something else than a text."""
SHORTEST_FAMILY = 2
FEWEST_WORDS = 3
"""A header of so many words is the wording of a question, not the name of a column."""

SEPARATOR = re.compile(r" [-–—/|] | ?: |\s*\[")
LEADING_NUMBER = re.compile(r"^(?:[a-z]{0,3}_?[0-9]+[a-z]?_)+")
LEADING_CODE = re.compile(r"^(?:[A-Za-z]{0,3}_?[0-9]+[a-z]?[_.\s-]+)+")
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ö": "oe", "ä": "ae"})


@cache
def plain(text: str) -> str:
    """A wording without capitals, signs and doubled spaces."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@cache
def similarity(one: str, other: str) -> float:
    """How alike two wordings are, 0 to 1; signs and capitals do not count."""
    first, second = plain(one), plain(other)
    if first == second:
        return 1.0 if first else 0.0
    if _are_far_apart(first, second):
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0.0
    # Below SAME: what is not the same word for word was reworded, by a letter or by a sentence.
    return min(matcher.ratio(), SAME - 0.01)


def _are_far_apart(first: str, second: str) -> bool:
    """Whether sentences share so few words that comparing their letters is not worth its time."""
    one, other = _words(first), _words(second)
    enough = min(len(one), len(other)) > FEWEST_WORDS
    return enough and len(one & other) < FEWEST_SHARED * max(len(one), len(other))


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def is_wording(header: str) -> bool:
    """Whether the header of a column is a question rather than a name."""
    return len(header.split()) >= FEWEST_WORDS or header.rstrip().endswith("?")


@cache
def split_wording(question: str) -> tuple[str, str]:
    """The question and the statement of `question - statement`, as survey tools join them.

    The statement is "" where nothing parts the two.
    """
    found = [*SEPARATOR.finditer(question.rstrip(" ]"))]
    if not found:
        return question, ""
    last = found[-1]
    return question[: last.start()].strip(), question[last.end() :].strip(" ]")


@cache
def stems(question: str) -> tuple[str, ...]:
    """Every beginning of a wording that may be a question above a statement, the longest first."""
    found = SEPARATOR.finditer(question.rstrip(" ]"))
    heads = (question[: one.start()].strip() for one in found)
    return tuple(head for head in reversed(list(heads)) if head)


@cache
def questions_before(wording: str) -> tuple[str, ...]:
    """Every beginning of a wording that ends in a question mark, with an option behind it."""
    return tuple(wording[: one.end()] for one in re.finditer(r"\?(?=\s+\w)", wording))


def below(question: str, stem: str) -> str:
    """The statement of a wording below its question, without what parts the two."""
    return question[len(stem) :].strip().lstrip("-–—/|:[").strip().removesuffix("]").strip()


@cache
def bare_name(column: str) -> str:
    """What the name of a column says beside its number: `q9_staff_open` -> `staff_open`, or ""."""
    name = name_of(column, ())
    return LEADING_NUMBER.sub("", name) if re.search("[a-z]{2}", name) else ""


def family(column: str) -> str:
    """What the columns of one question share, by their names: `q9` of `q9_staff_open` and `q9_4`.

    A name without a number belongs to no family: "".
    """
    found = re.fullmatch(r"(.*\w)[^\w]*[_.\-\[( ]+(\w+)\W*", column)
    if found and re.search("[0-9]", found.group(1)):
        numbered = re.match(r"([a-z]{0,3}_?[0-9]+)[_.\-]", column.casefold())
        return numbered.group(1) if numbered and bare_name(column) else found.group(1)
    # `s_1` and `s_2` are two questions; `partners_1` and `partners_2` are one.
    listed = found and found.group(2).isdecimal() and len(found.group(1)) > SHORTEST_FAMILY
    return found.group(1) if found and listed else ""


def words_of(column: str) -> str:
    """The name of a column as a label: `q13_digital_services` -> `Digital services`."""
    bare = LEADING_CODE.sub("", column) if bare_name(column) else column
    words = visible(bare).replace("_", " ").strip() or ascii(column)[1:-1]
    return words[:1].upper() + words[1:]


def name_of(text: str, taken: Container[str]) -> str:
    """A name such as codebooks have, made of words: lower case, digits, underscores, not taken."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    kept = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = re.findall("[a-z0-9]+", kept) or ["question"]
    name = _shortened(words)
    name = name if name[0].isalpha() and name not in YAML_WORDS else f"q_{name}"
    return next(one for one in chain((name,), _numbered(name)) if one not in taken)


def _numbered(name: str) -> Iterator[str]:
    return (f"{name}_{number}" for number in count(2))


def _shortened(words: Sequence[str]) -> str:
    name = words[0][:LONGEST_NAME]
    for word in words[1:]:
        if len(name) + 1 + len(word) > LONGEST_NAME:
            break
        name = f"{name}_{word}"
    return name
