"""Texts, lists and labels as YAML, quoted only where that is needed; pure."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence

import yaml

from pipeline.codebooks.codebook import Flag
from pipeline.visible_text import UNSEEN, visible

FOLDED_WIDTH = 110
"""Characters of a line in a folded text."""
SPACES = dict.fromkeys(map(ord, "\t\n\r\v\f"), " ")


def scalar(text: str, *, in_braces: bool = True) -> str:
    """A text as YAML on one line: in double quotes where it needs some, in braces more often."""
    written = yaml.safe_dump(
        [text], default_flow_style=in_braces, allow_unicode=True, width=10**6
    ).rstrip("\n")
    plain = written[1:-1] if in_braces else written.removeprefix("- ")
    needs_quotes = plain[:1] in "'\"" or UNSEEN.search(plain)
    return _in_quotes(text) if needs_quotes else plain


def _in_quotes(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return UNSEEN.sub(lambda sign: f"\\u{ord(sign.group()):04x}", quoted)


def listed(texts: Sequence[str]) -> str:
    """A list in brackets."""
    return f"[{', '.join(scalar(text) for text in texts)}]"


def flag_entry(flag: Flag) -> str:
    """A column and what in it means something, in braces."""
    values = f", values: {listed(flag.values)}" if flag.values else ""
    return f"{{column: {scalar(flag.column)}{values}}}"


def labels(words: Mapping[str, str]) -> str:
    """Words by language, in braces."""
    return f"{{{', '.join(f'{language}: {scalar(text)}' for language, text in words.items())}}}"


def folded(text: str, column: int) -> str:
    """A text over several lines that are indented to a column; words are parted by one space.

    On one line in quotes where it holds signs that must be escaped.
    """
    if UNSEEN.search(text.translate(SPACES)):
        return scalar(text)
    lines = textwrap.wrap(text, FOLDED_WIDTH, break_long_words=False, break_on_hyphens=False)
    return ">-" + "".join(f"\n{' ' * column}{line}" for line in lines)


def comment(text: str) -> str:
    """A comment on one line, whatever text of a file it quotes."""
    return f"# {' '.join(visible(text).split())}"


def cleaned(text: str) -> str:
    """A wording without the tags of a web page, signs that nobody sees, and doubled spaces."""
    return " ".join(re.sub(r"<[a-zA-Z/][^<>]{0,80}>", " ", visible(text)).split())
