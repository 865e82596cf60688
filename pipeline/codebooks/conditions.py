"""Answers that decide on something: whom a question was put to, and who contradicts themselves."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """It holds where `variable` (and item) was answered with one of `categories`."""

    variable: str
    item: str
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """Answers that do not go together: a respondent for whom all conditions hold is flagged."""

    label: Mapping[str, str]
    when: tuple[Condition, ...]
