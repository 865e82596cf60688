"""Respondent ids -> keyed pseudonyms, which nobody can turn back without the key."""

import hashlib
import hmac
import os
from pathlib import Path

import polars as pl

from pipeline.errors import ExportError

KEY_VARIABLE = "SURVEY_PSEUDONYM_KEY_FILE"
DEFAULT_KEY_FILE = Path("~/.config/survey-findings/pseudonym.key")
DEMONSTRATION_KEY = b"a throw-away key: demonstration data have no real respondent"
LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that a collision among millions is next to impossible."""


def pseudonym_key(demonstration: bool) -> bytes:
    """The key of this machine, kept outside the repository; a throw-away one for demonstrations.

    Raises `ExportError` when there is no key.
    """
    if demonstration:
        return DEMONSTRATION_KEY
    path = Path(os.environ.get(KEY_VARIABLE) or DEFAULT_KEY_FILE).expanduser()
    try:
        key = path.read_bytes().strip()
    except OSError:
        key = b""
    if len(key) < LENGTH:
        raise ExportError(
            f"respondents cannot be given pseudonyms: there is no key in {path}. Make one once "
            f"with `make key`, or name an existing one in {KEY_VARIABLE}; keep it secret, and "
            "keep it: another key gives the same organisation another pseudonym"
        )
    return key


def pseudonyms(respondents: pl.Series, key: bytes) -> pl.Series:
    """The pseudonym of each respondent id (HMAC-SHA256, the first 64 bits in hexadecimal)."""
    return respondents.map_elements(
        lambda one: hmac.new(key, one.encode(), hashlib.sha256).hexdigest()[:LENGTH],
        return_dtype=pl.String,
    )
