"""Texts from outside, without the signs in them that nobody sees; pure."""

import re

UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Signs that steer a printer or a terminal, ends of lines among them, and those that are none."""


def visible(text: str) -> str:
    """A text with a space in the place of each such sign."""
    return UNSEEN.sub(" ", text)
