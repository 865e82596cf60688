"""What a column is that no codebook describes, guessed from its name and its answers; pure."""

import re

from pipeline.drafting.columns import Column
from pipeline.drafting.wordings import is_wording, name_of

PERSONAL = frozenset(
    (
        *("email", "mail", "epost", "navn", "fornavn", "efternavn", "etternavn", "name"),
        *("firstname", "lastname", "surname", "kontakt", "contact", "telefon", "telephone"),
        *("phone", "mobil", "mobile", "tlf", "adresse", "address", "ip", "ipaddress", "cpr"),
        *("latitude", "longitude"),
    )
)
"""Words in names of columns that tell who somebody is."""
ADDRESS = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
NUMBER = re.compile(r"^-?[0-9]+([.,][0-9]+)?$")
SHORT = 6
"""Words of a question that asks for a name; "kontakt" in a longer one is a word like others."""
NEARLY_ALL = 0.95
"""The share of different answers from which hardly two answered alike."""
MOST = 0.5
"""Of the answers that look alike, for a column to be of that kind."""
MOST_CATEGORIES = 12
"""More answers than these are words of their own."""
MOST_CODES = 7
"""More numbers than these, as from 0 to 10, are numbers rather than codes."""
FEWEST_REPEATS = 2
"""How often an answer occurs on average, for answers to be categories."""


def is_number(text: str) -> bool:
    """Whether a text is a number, with a comma or a point before the decimals."""
    return bool(NUMBER.match(text))


def is_personal(column: Column) -> bool:
    """Whether a column tells who somebody is: by a word in its name, or by e-mail addresses.

    A word in the wording of a question tells it where that is short and hardly two answered alike.
    """
    words = re.findall(r"\w+", column.question.casefold()) if column.distinct >= NEARLY_ALL else []
    words = words if len(words) <= SHORT else []
    if not is_wording(column.name):
        words += name_of(column.name, ()).split("_")
    addresses = sum(count for value, count in column.values.items() if ADDRESS.match(value))
    return not PERSONAL.isdisjoint(words) or addresses > MOST * column.answered
