"""The structure of a LimeSurvey survey (.lss): its questions, sub-questions and answers.

The XML comes from outside: entities and document types are refused, and sizes are bounded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pipeline.errors import ExportError
from pipeline.readers.limesurvey_headings import Heading
from pipeline.readers.surveymonkey import plain_text

MOST_BYTES = 32 * 1024**2
MOST_TAGS = 2_000_000
"""Structures of long surveys have some 20,000; each becomes an object in memory."""
FIRST_SCALE = "0"
ALWAYS = ("", "1", "true")
NEEDED = {
    "questions": frozenset(("qid", "title", "type")),
    "subquestions": frozenset(("qid", "parent_qid", "title")),
    "answers": frozenset(("qid", "code")),
}
"""Table -> what each row must have to be of use."""


@dataclass(frozen=True)
class Question:
    """One question; subs: code -> wording, of the rows where it is a table, and columns of
    its columns; answers: scale -> {code: label}; condition: under which it was asked, or ""."""

    code: str
    type: str
    wording: str
    has_other: bool
    subs: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]
    columns: Mapping[str, str]
    condition: str = ""


@dataclass(frozen=True)
class Structure:
    """The questions of a survey by code, in its base language."""

    language: str
    questions: Mapping[str, Question]

    def question_of(self, heading: Heading) -> Question | None:
        """The question of a column: by its code, or by its wording in a header without codes."""
        if heading.code:
            return self.questions.get(heading.code)
        wanted = _compared(heading.wording)
        same = [one for one in self.questions.values() if _compared(one.wording) == wanted]
        return same[0] if wanted and len(same) == 1 else None


def structure_of(content: bytes, place: str) -> Structure:
    """The structure in a file's content; raises ExportError, naming the file, for anything else."""
    root = _root(content, place)
    if root.tag != "document" or root.findtext("LimeSurveyDocType", "").strip() != "Survey":
        raise ExportError(f"{place}: no structure of a LimeSurvey survey. Export it as .lss.")
    language = next(
        (row["language"] for row in _rows(root, "surveys") if row.get("language")),
        (root.findtext("languages/language") or "").strip(),
    )
    wordings = _wordings(root, language)
    subs: dict[str, dict[str, str]] = {}
    columns: dict[str, dict[str, str]] = {}
    for row in _in_language(_rows(root, "subquestions"), language):
        across = row.get("scale_id", FIRST_SCALE) not in ("", FIRST_SCALE)
        of_question = (columns if across else subs).setdefault(row["parent_qid"], {})
        of_question[row["title"]] = _wording(row, wordings)
    answers = _answers(root, language)
    questions = [
        Question(
            row["title"],
            row["type"],
            _wording(row, wordings),
            row.get("other") == "Y",
            subs.get(row["qid"], {}),
            answers.get(row["qid"], {}),
            columns.get(row["qid"], {}),
            _condition(row.get("relevance", "")),
        )
        for row in _in_language(_rows(root, "questions"), language)
        if row.get("parent_qid", "0") == "0"
    ]
    return Structure(language, {question.code: question for question in questions})


def _root(content: bytes, place: str) -> Element:
    if len(content) > MOST_BYTES or content.count(b"<") > MOST_TAGS:
        raise ExportError(
            f"{place}: too large for the structure of a survey (over {MOST_BYTES // 1024**2} MB or "
            f"{MOST_TAGS} tags). Export the structure (.lss) again, without responses."
        )
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ExportError(
            f"{place}: declares a document type or entities, as no structure of LimeSurvey does. "
            "Export the structure again; do not use a file that you do not know."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ExportError(
            f"{place}: no readable XML ({error}). It may be cut while copying; copy it again."
        ) from error


def _rows(root: Element, table: str) -> list[dict[str, str]]:
    """The rows of a table that have all that is needed to use them; texts as they stand."""
    needed = NEEDED.get(table, frozenset())
    rows = [
        {cell.tag: cell.text or "" for cell in row} for row in root.iterfind(f"{table}/rows/row")
    ]
    return [row for row in rows if needed <= row.keys()]


def _in_language(rows: Iterable[dict[str, str]], language: str) -> list[dict[str, str]]:
    """Rows in a language, or without one: newer versions keep texts in tables of their own."""
    return [row for row in rows if row.get("language", language) == language]


def _condition(relevance: str) -> str:
    """What a question was asked under; "" where it was asked of everybody."""
    text = " ".join(relevance.split())
    return "" if text in ALWAYS else text


def _wordings(root: Element, language: str) -> dict[str, str]:
    rows = _in_language(_rows(root, "question_l10ns"), language)
    return {row.get("qid", ""): row.get("question", "") for row in rows}


def _wording(row: Mapping[str, str], wordings: Mapping[str, str]) -> str:
    return _plain(row.get("question", wordings.get(row["qid"], "")))


def _answers(root: Element, language: str) -> dict[str, dict[str, dict[str, str]]]:
    """Question -> scale -> {code: label}, in the order in which they were offered."""
    texts = {
        row.get("aid", ""): row.get("answer", "")
        for row in _in_language(_rows(root, "answer_l10ns"), language)
    }
    answers: dict[str, dict[str, dict[str, str]]] = {}
    rows = _in_language(_rows(root, "answers"), language)
    for row in sorted(rows, key=_place):
        scale = answers.setdefault(row["qid"], {}).setdefault(
            row.get("scale_id", FIRST_SCALE) or FIRST_SCALE, {}
        )
        scale[row["code"]] = _plain(row.get("answer", texts.get(row.get("aid", ""), "")))
    return answers


def _place(row: Mapping[str, str]) -> int:
    order = row.get("sortorder", "")
    return int(order) if order.isascii() and order.isdecimal() and len(order) < 10 else 0


def _plain(text: str) -> str:
    return " ".join(plain_text(text).replace("&nbsp;", " ").split())


def _compared(text: str) -> str:
    return " ".join(text.split()).casefold()
