"""Respondents and answers as rows of the export: a column's text for each column."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from . import pinned
from .chance import shuffled, stream
from .innovations import NOT_SHOWN, draw_old_ideas, draw_partners, draw_types
from .open_answers import draw_open_answers
from .questionnaire import LAST_PAGE, question_columns
from .respondents import Respondents
from .statements import draw_statements

Row = dict[str, str]
STATUS = ("stato_1", "stato_2", "stato_3", "stato_4", "stato_5")
_, DISTRIBUTED, PARTLY, COMPLETED, _ = STATUS
BACKGROUND = ("respondent", "created", "modified", "distribution", "email", "contact_name")
TIME = "%Y-%m-%d %H:%M:%S"

# Answers a day from 11 to 29 June: the invitation and two reminders bring most, weekends few.
ARRIVALS = (20, 13, 2, 1, 8, 6, 5, 14, 8, 1, 1, 6, 5, 12, 7, 4, 1, 1, 4)
MINUTES_A_PAGE = 1.3


def draw_rows(respondents: Respondents, codebook: Mapping[str, Any]) -> list[Row]:
    """The 903 accepted rows, sorted by the time they were started."""
    by_question = _texts(respondents)
    columns = question_columns(codebook)
    identities = _identities(respondents)
    rows = []
    for place, identity in enumerate(identities):
        row = dict.fromkeys((*BACKGROUND, *columns.values(), *STATUS), "")
        row.update(identity)
        for question, texts in by_question.items():
            row[columns[question]] = texts[place]
        row.update(status(COMPLETED if respondents.last_page[place] == LAST_PAGE else PARTLY))
        rows.append(row)
    return sorted(rows, key=lambda row: row["created"])


def status(which: str) -> Row:
    """SurveyXact's five status columns, one of them ticked."""
    return {column: str(int(column == which)) for column in STATUS}


def complete(row: Row) -> bool:
    """Whether the respondent came to the end."""
    return row[COMPLETED] == "1"


def some(rows: list[Row], purpose: str, condition: Callable[[Row], bool]) -> list[Row]:
    """The rows that meet a condition, in a random order of their own."""
    return shuffled(f"some {purpose}", [row for row in rows if condition(row)])


def _texts(respondents: Respondents) -> dict[str, list[str]]:
    """What stands in the export, by question."""
    types = draw_types(respondents)
    external = types["external_cooperation"]
    ticks = {f"innovation_type.{item}": column for item, column in types.items()}
    partners = draw_partners(respondents, external)
    ticks.update({f"new_partners.{item}": column for item, column in partners.items()})
    codes = {
        "org_type": respondents.org_type,
        "innovated": respondents.innovated,
        "old_ideas": draw_old_ideas(respondents),
        **draw_statements(respondents, external == 1),
    }
    return {
        "employees": _employees(respondents),
        "open_innovation": draw_open_answers(respondents),
        **{
            name: ["" if code == 0 else str(code) for code in column]
            for name, column in codes.items()
        },
        **{
            name: ["" if tick == NOT_SHOWN else str(tick) for tick in column]
            for name, column in ticks.items()
        },
    }


def _employees(respondents: Respondents) -> list[str]:
    """Numbers of employees; blank for 40 of those who stop early."""
    texts = [str(number) for number in respondents.employees]
    early = np.flatnonzero(respondents.last_page <= 3)
    for place in shuffled("no number of employees", list(early))[:40]:
        texts[place] = ""
    return texts


def _identities(respondents: Respondents) -> list[Row]:
    """Key, times and invented contact of each respondent; the order of arrival is random."""
    count = len(respondents)
    keys = shuffled("keys", list(range(3_104_000, 3_109_000)))[:count]
    days = np.repeat(np.arange(len(ARRIVALS)), ARRIVALS)
    uniforms = stream("times").random_sample((4, count))
    innovators = respondents.innovated == pinned.YES
    pages = np.where(innovators, respondents.last_page, np.minimum(respondents.last_page, 4))
    identities = []
    for place in range(count):
        day = int(days[int(uniforms[0, place] * len(days))])
        hours = 7.5 + 4.7 * (uniforms[1, place] + uniforms[2, place])
        created = datetime(2020, 6, 11) + timedelta(days=day, seconds=int(hours * 3600))
        minutes = 1 + MINUTES_A_PAGE * pages[place] * (0.4 + 2 * uniforms[3, place])
        modified = created + timedelta(seconds=int(minutes * 60))
        identities.append(identity(keys[place], created, modified, respondents.org_type[place]))
    return identities


def identity(key: int, created: datetime, modified: datetime, org_type: int) -> Row:
    """The background columns; addresses lie in domains reserved for examples."""
    domain = "forening.invalid" if org_type == pinned.VOLUNTEER else "tilbud.example.org"
    return {
        "respondent": str(key),
        "created": created.strftime(TIME),
        "modified": modified.strftime(TIME),
        "distribution": "mail",
        "email": f"kontakt-{key}@{domain}",
        "contact_name": f"Opfundet Prøvesen {key % 1000}",
    }
