"""Texts, lists and labels as YAML, quoted only where that is needed; pure."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence

import yaml

FOLDED_WIDTH = 110
"""Characters of a line in a folded text."""


def scalar(text: str, *, in_braces: bool = True) -> str:
    """A text as YAML on one line: in double quotes where it needs some, in braces more often."""
    written = yaml.safe_dump(
        [text], default_flow_style=in_braces, allow_unicode=True, width=10**6
    ).strip()
    plain = written[1:-1] if in_braces else written.removeprefix("- ")
    return json.dumps(text, ensure_ascii=False) if plain[:1] in "'\"" or "\n" in plain else plain


def listed(texts: Sequence[str]) -> str:
    """A list in brackets."""
    return f"[{', '.join(scalar(text) for text in texts)}]"


def labels(words: Mapping[str, str]) -> str:
    """Words by language, in braces."""
    return f"{{{', '.join(f'{language}: {scalar(text)}' for language, text in words.items())}}}"


def folded(text: str, column: int) -> str:
    """A text over several lines that are indented to a column; words are parted by one space."""
    lines = textwrap.wrap(text, FOLDED_WIDTH, break_long_words=False, break_on_hyphens=False)
    return ">-" + "".join(f"\n{' ' * column}{line}" for line in lines)


def cleaned(text: str) -> str:
    """A wording without the tags of a web page and doubled spaces."""
    return " ".join(re.sub(r"<[a-zA-Z/][^<>]{0,80}>", " ", text).split())
