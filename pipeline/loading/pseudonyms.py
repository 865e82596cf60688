"""Respondent ids -> keyed pseudonyms, which nobody can turn back without the key."""

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

import polars as pl

from pipeline.errors import ExportError

KEY_VARIABLE = "SURVEY_PSEUDONYM_KEY_FILE"
DEFAULT_KEY_FILE = Path("~/.config/survey-findings/pseudonym.key")
DEMONSTRATION_KEY = b"a throw-away key: demonstration data have no real respondent"
LENGTH = 16
"""Hexadecimal digits kept: 64 bits, so that a collision among millions is next to impossible."""


def key_file() -> Path:
    """Where the key of this machine is."""
    return Path(os.environ.get(KEY_VARIABLE) or DEFAULT_KEY_FILE).expanduser()


def make_key() -> Path:
    """Make the key of this machine, readable by its owner only; an existing one stays."""
    path = key_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(FileExistsError):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
    return path


def pseudonym_key(demonstration: bool) -> bytes:
    """The key of this machine, kept outside the repository; a throw-away one for demonstrations.

    Raises `ExportError` when there is no key.
    """
    if demonstration:
        return DEMONSTRATION_KEY
    path = key_file()
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
