"""What a column is that no codebook describes, guessed from its name and its answers; pure."""

import re

NUMBER = re.compile(r"^-?[0-9]+([.,][0-9]+)?$")
NEARLY_ALL = 0.95
"""The share of different answers from which hardly two answered alike."""
MOST_CATEGORIES = 12
"""More answers than these are words of their own."""
MOST_CODES = 7
"""More numbers than these, as from 0 to 10, are numbers rather than codes."""
FEWEST_REPEATS = 2
"""How often an answer occurs on average, for answers to be categories."""


def is_number(text: str) -> bool:
    """Whether a text is a number, with a comma or a point before the decimals."""
    return bool(NUMBER.match(text))
