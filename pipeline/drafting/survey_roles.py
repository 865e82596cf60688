"""Which columns of a survey that nobody has described are no questions; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.codebooks.codebook import Columns, Flag
from pipeline.drafting.columns import Column
from pipeline.drafting.guesses import is_number
from pipeline.drafting.lexicon import WEIGHT, WEIGHTING
from pipeline.drafting.personal import is_number_of_person, is_personal
from pipeline.drafting.roles import COMPLETED, IDENTIFIER
from pipeline.drafting.survey_times import started_and_finished, times_among
from pipeline.drafting.ticks import tick_texts
from pipeline.drafting.wordings import is_wording, name_of, plain, split_wording
from pipeline.readers.export import Hint

IDENTIFIERS = IDENTIFIER | {"respondentid", "responseid", "respid", "caseid", "uuid", "guid", "lfd"}
ENDING = ("nr", "nummer", "number")
"""How words for numbers of respondents end: `löpnr`, `løpenummer`, `Fragebogennummer`."""
ALMOST_ALL = 0.95
FEWEST_ROWS = 20
"""Fewer numbers may be all unlike by chance."""
TOOL = frozenset(
    (
        *(
            "progress",
            "duration",
            "durationinseconds",
            "externalreference",
            "externaldatareference",
        ),
        *("distributionchannel", "userlanguage", "startlanguage", "lastpage", "seed", "refurl"),
        *("collectorid", "submitdate", "datestamp", "recordeddate"),
    )
)
"""Names of columns that survey tools add, without signs."""


@dataclass(frozen=True)
class SurveyRoles:
    """The columns that are no questions.

    why: entry of `columns` -> what it rests on. unused: column -> why it is no question.
    weights: columns that look like weights; they are among the unused.
    """

    columns: Columns
    why: Mapping[str, str]
    unused: Mapping[str, str]
    weights: tuple[str, ...]

    @property
    def taken(self) -> frozenset[str]:
        """Every column that is no question."""
        return frozenset((*self.columns.named, *self.unused))


def survey_roles(columns: Sequence[Column], hints: Mapping[str, Hint], rows: int) -> SurveyRoles:
    """The roles of columns, by what the file says of them, their names and what they hold."""
    kinds = {one.name: hints[one.name].kind for one in columns if one.name in hints}
    personal = [
        one for one in columns if kinds.get(one.name) == "personal" or _is_personal(one, kinds)
    ]
    left = [one for one in columns if one not in personal]
    dated = times_among(left, kinds)
    started, finished = started_and_finished(dated)
    left = [one for one in left if one not in dated]
    respondent = _respondent(left, kinds, rows)
    left = [one for one in left if one is not respondent]
    numbered = [one for one in left if _may_be_asked(one, kinds) and is_number_of_person(one)]
    left = [one for one in left if one not in numbered]
    completed, status = _status(left)
    completed = completed or next((Flag(one.name) for one in dated if _is_sent(one, hints)), None)
    counted = [one for one in left if one is columns[0] and _counts_rows(one)]
    left = [one for one in left if one not in counted]
    weights = [one for one in left if _is_weight(one, kinds)]
    unused = {one.name: "a date" for one in dated if one not in (started, finished)}
    unused |= {one.name: "numbers of rows" for one in counted}
    unused |= {one.name: "what the survey tool notes" for one in left if _is_tool(one, kinds)}
    unused |= {one.name: "how far a respondent got" for one in status}
    unused |= {one.name: "looks like a weight" for one in weights}
    if completed:
        unused.pop(completed.column, None)
    found = Columns(
        respondent.name if respondent else None,
        completed,
        None,
        started.name if started else None,
        finished.name if finished else None,
        tuple(one.name for one in columns if one in personal or one in numbered),
    )
    return SurveyRoles(found, _reasons(found), unused, tuple(one.name for one in weights))


def _reasons(found: Columns) -> dict[str, str]:
    """What a person reads above each entry of `columns`."""
    why = {
        "respondent": (found.respondent, "each row has a value of its own here"),
        "completed": (found.completed, "holds what means that somebody got to the end"),
        "started": (found.started, "dates"),
        "finished": (found.finished, "dates"),
        "personal": (found.personal, "may tell who a respondent is; never stored"),
    }
    return {key: reason for key, (value, reason) in why.items() if value}


def _is_personal(column: Column, kinds: Mapping[str, str]) -> bool:
    return _may_be_asked(column, kinds) and is_personal(column)


def _may_be_asked(column: Column, kinds: Mapping[str, str]) -> bool:
    """Whether a column may tell who somebody is: no file says so of questions; labels do not."""
    asked = kinds.get(column.name, "") in ("", "text", "other_text", "number")
    return asked and not column.labels


def _respondent(columns: Sequence[Column], kinds: Mapping[str, str], rows: int) -> Column | None:
    """The column by which respondents are told apart: unlike in every row, and called so."""
    for column in columns:
        usable = len(column.values) == column.answered >= ALMOST_ALL * rows > 1
        parts = name_of(column.name, ()).split("_")
        named = not is_wording(column.name) and any(
            part in IDENTIFIERS or part.endswith(ENDING) for part in parts
        )
        if usable and (kinds.get(column.name) == "respondent" or named):
            return column
    return None


def _status(columns: Sequence[Column]) -> tuple[Flag | None, list[Column]]:
    """What tells that somebody got to the end, and all columns that tell how far."""
    for column in columns:
        stem, statement = split_wording(column.question)
        ticks = tick_texts(column)
        if ticks and ticks[0] and statement.casefold() in COMPLETED:
            together = [one for one in columns if split_wording(one.question)[0] == stem]
            return Flag(column.name, (ticks[0],)), together
        if ticks and ticks[0] and name_of(column.name, ()) in COMPLETED:
            return Flag(column.name, (ticks[0],)), [column]
        texts = {value: column.labels.get(value, value) for value in column.values}
        done = tuple(value for value, text in texts.items() if text.casefold() in COMPLETED)
        if done and len(texts) <= len(COMPLETED):
            return Flag(column.name, done), [column]
    return None, []


def _is_sent(column: Column, hints: Mapping[str, Hint]) -> bool:
    return column.name in hints and hints[column.name].sent


def _counts_rows(column: Column) -> bool:
    """Whether a first column without a wording holds another whole number in every row."""
    unlike = len(column.values) == column.answered > FEWEST_ROWS
    return unlike and not column.question and all(map(str.isdecimal, column.values))


def _is_weight(column: Column, kinds: Mapping[str, str]) -> bool:
    """Whether a column of numbers is called a weight, by its name or by its whole label."""
    named = not WEIGHT.isdisjoint(name_of(column.name, ()).split("_"))
    named = named or plain(column.question) in WEIGHTING
    numbers = bool(column.values) and all(is_number(value) for value in column.values)
    in_words = is_wording(column.name) or column.labels
    return kinds.get(column.name) == "weight" or (named and numbers and not in_words)


def _is_tool(column: Column, kinds: Mapping[str, str]) -> bool:
    return kinds.get(column.name) in ("technical", "time", "respondent") or (
        plain(column.name).replace(" ", "").replace("_", "") in TOOL
    )
