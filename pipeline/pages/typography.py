"""Spaces in finished pages that keep a number with what belongs to it; pure.

Authors type ordinary spaces. A sign or abbreviation stands a narrow no-break space from its number
("70 pct.", "± 6"), a word or a month an ordinary no-break space ("6 procentpoint", "11. juni"),
and so does a number from what it numbers ("figur 5", "N = 843").
"""

import re

from pipeline.wording.languages import LOCALES

NO_BREAK, NARROW_NO_BREAK = "\u00a0", "\u202f"
SPACE = "[ \u00a0\u202f]"

MONTHS = sorted(
    {name for locale in LOCALES.values() for name in locale.months["format"]["wide"].values()}
)
SIGN_AFTER = re.compile(rf"(?<=\d){SPACE}(?=pct\.|pst\.|%)")
SIGN_BEFORE = re.compile(rf"(?<=±){SPACE}(?=\d)")
WORD_AFTER = re.compile(r"(?<=\d) (?=procent|prosent|per cent|percentage point)")
LABEL_BEFORE = re.compile(r"\b(?P<label>[Ff]igure?|[Tt]abell?|[Tt]able|N =) (?=\d)")
MONTH_AFTER = re.compile(rf"(?<=\d)(?P<stop>\.?) (?={'|'.join(MONTHS)}\b)")
# "70 pct." at the end of a sentence has one full stop, also where a claim or a variable ends in it.
FULL_STOP_TWICE = re.compile(r"(?<=\bpct\.)(?P<tags>(?:</\w+>)*)\.(?!\.)")


def typeset(html: str) -> str:
    """The page with numbers, units and dates that stay on one line, and single full stops."""
    html = SIGN_AFTER.sub(NARROW_NO_BREAK, html)
    html = SIGN_BEFORE.sub(NARROW_NO_BREAK, html)
    html = WORD_AFTER.sub(NO_BREAK, html)
    html = LABEL_BEFORE.sub(rf"\g<label>{NO_BREAK}", html)
    html = MONTH_AFTER.sub(rf"\g<stop>{NO_BREAK}", html)
    return FULL_STOP_TWICE.sub(r"\g<tags>", html)
