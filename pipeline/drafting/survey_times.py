"""Which columns of a survey that nobody has described say when it was answered; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from pipeline.drafting.columns import Column
from pipeline.drafting.dates import days_of
from pipeline.drafting.personal import name_of_words
from pipeline.drafting.wordings import plain

STARTED = (
    *("start", "begin", "begyndt", "påbegyndt", "påbegynt", "opprettet", "oprettet", "created"),
    *("påbörjad", "skapad", "begonnen"),
)
TIMES = frozenset(
    (
        *(
            "dato",
            "datum",
            "date",
            "datetime",
            "time",
            "timestamp",
            "tidspunkt",
            "zeitpunkt",
            "tid",
        ),
        *("created", "closed", "started", "finished", "completed", "submitted", "modified"),
        *("oprettet", "opprettet", "afsluttet", "avsluttet", "besvaret", "besvart", "indsendt"),
        *("innsendt", "startet", "begyndt", "pabegyndt", "paabegyndt", "paabegynt", "gennemfoert"),
        *("skapad", "avslutad", "besvarad", "inskickad", "inkom", "paaboerjad", "begonnen"),
        *("abgeschlossen", "abgesendet", "beendet", "startdato", "sluttdato", "slutdato"),
        *("svardato", "svarsdatum", "registreret", "registrert", "modtaget", "mottatt", "received"),
    )
)
"""Words of a short name or heading above the times at which answers came in."""
LONGEST_HEADING = 3
"""Words: what is longer asks respondents for a date."""
FIRST_COLUMNS = 8
"""Dates further back answer a question."""
EARLIEST, LATEST = 1995, 2100
"""Years in which a survey with an export can have been answered."""


def times_among(columns: Sequence[Column], kinds: Mapping[str, str]) -> list[Column]:
    """Columns of dates: those that the file names, and those at the beginning or called a time."""
    hinted = [one for one in columns if kinds.get(one.name) == "time"]
    return hinted or [
        one
        for number, one in enumerate(columns)
        if (number < FIRST_COLUMNS or _is_called_a_time(one))
        and not one.labels
        and days_of(one.values)
    ]


def _is_called_a_time(column: Column) -> bool:
    heading = name_of_words(column.question or column.name)
    return len(heading) <= LONGEST_HEADING and not TIMES.isdisjoint(
        part for word in heading for part in word.split("_")
    )


def started_and_finished(dated: Sequence[Column]) -> tuple[Column | None, Column | None]:
    """Two dates are the beginning and the end; one alone is the end, unless its name says else."""
    known = [one for one in dated if _is_of_now(days_of(one.values))]
    if not known:
        return None, None
    begins = [one for one in known if _is_called(one, STARTED)]
    others = [one for one in known if one not in begins]
    if begins:
        return begins[0], others[0] if others else None
    return (known[0], known[1]) if len(known) > 1 else (None, known[0])


def _is_called(column: Column, beginnings: tuple[str, ...]) -> bool:
    texts = (column.name, column.question)
    return any(plain(text).replace(" ", "").startswith(beginnings) for text in texts)


def _is_of_now(days: Sequence[date]) -> bool:
    """Whether answers on the web can have come in on such days."""
    return bool(days) and min(days).year >= EARLIEST and max(days).year <= LATEST
