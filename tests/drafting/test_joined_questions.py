"""Questions with all answers in one cell, found again in a new export."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from drafting_samples import FOLDER, column, export_of, tiny_before, tiny_export

from pipeline.codebooks.codebook import Codebook, Columns, Item, Joined, Variable
from pipeline.codebooks.reading.answers import TICK_CATEGORIES
from pipeline.drafting.codebook_draft import draft_codebook
from pipeline.drafting.columns import Column
from pipeline.drafting.joined_questions import taken_apart
from pipeline.drafting.writing import drafted_codebook
from pipeline.readers.export import Hint

TOOLS = "Hvilke redskaber bruger I?"
ITEMS = {
    "mail": Item({"da": "Mail, post"}, f"{TOOLS} [tools.mail]"),
    "chat": Item({"da": "Chat"}, f"{TOOLS} [tools.chat]"),
}
BEFORE = Codebook("tiny", "2024", ("da",), Columns(), {
    "tools": Variable(
        "tools", "multiple", {"da": TOOLS}, {"da": "Redskaber"}, ITEMS, TICK_CATEGORIES,
        ticked=("1",), not_ticked=("0",), joined=Joined(TOOLS, ", "),
    )
})  # fmt: skip
ANSWERS = ("Chat, Mail, post", "Chat", "Chat, Fax", "Mail, post")


def test_a_column_becomes_a_column_an_option() -> None:
    other = column("q1", "1", "2")
    result = taken_apart([other, column(TOOLS, *ANSWERS)], BEFORE)
    assert result.columns == (
        other,
        Column(f"{TOOLS} [tools.mail]", f"{TOOLS} Mail, post", {}, {"1": 2, "0": 2}),
        Column(f"{TOOLS} [tools.chat]", f"{TOOLS} Chat", {}, {"1": 3, "0": 1}),
    )
    assert result.found[0].unknown == {"Fax": 1}


@pytest.mark.parametrize(
    ("name", "answers", "found"),
    [
        ("Hvilke redskaber bruger I i dag?", ANSWERS, True),
        ("Hvilke redskaber bruger I i dag?", ("Ja", "Nej"), False),
        ("Hvor mange er I?", ANSWERS, False),
    ],
)
def test_a_reworded_question_is_found_by_its_words_and_options(
    name: str, answers: tuple[str, ...], found: bool
) -> None:
    result = taken_apart([column(name, *answers)], BEFORE)
    assert [one.column.name for one in result.found] == [name] * found


def joined_codebook(folder: Path) -> Path:
    """The tiny codebook with the partners in one column."""
    text = (FOLDER / "codebook.yml").read_text(encoding="utf-8")
    for column_name in ("q4_1", "q4_2", "q4_3"):
        text = text.replace(f"{{column: {column_name}, label", "{label")
    text = text.replace(
        "    maximum: 2", '    column: Hvem med?\n    joined_by: ","\n    maximum: 2'
    )
    path = folder / "codebook.yml"
    path.write_text(text, encoding="utf-8")
    return path


def drafted(folder: Path, name: str, *answers: str) -> tuple[str, str, list[str]]:
    """The codebook before, the draft, and what is found about the partners."""
    before = tiny_before(joined_codebook(folder))
    rows = tiny_export().rows.drop("q4_1", "q4_2", "q4_3")
    cells = [answers[row % len(answers)] for row in range(rows.height)]
    draft = draft_codebook(export_of(rows.with_columns(pl.Series(name, cells))), before, "2026")
    drafted_codebook(draft.text)
    findings = [one.what for one in draft.findings if "partners" in one.place]
    return before.codebook_text, draft.text, findings


def test_the_same_column_changes_nothing(tmp_path: Path) -> None:
    before, after, findings = drafted(tmp_path, "Hvem med?", "Kommunen", "Andre,Kommunen", "")
    assert after == before.replace('wave: "2024"', 'wave: "2026"')
    assert findings == []


def test_another_column_is_written_and_told(tmp_path: Path) -> None:
    before, after, findings = drafted(tmp_path, "Hvem gør I det med?", "Kommunen", "Andre")
    assert before != after
    assert "    # check: found by a similar wording\n    column: Hvem gør I det med?\n" in after
    assert findings == [
        'is column "Hvem gør I det med?" this question? It was found by a similar wording',
        'reworded: "Hvem med?" is "Hvem gør I det med?" in the export',
    ]


def test_what_is_no_option_is_told_with_the_texts_that_recur(tmp_path: Path) -> None:
    _, _, findings = drafted(tmp_path, "Hvem med?", "Kommunen", "Fax,Andre")
    (finding,) = findings
    assert finding.endswith(
        'answers hold text that is no option; most often "Fax": add options or aliases, or an '
        "item with `other: true`"
    )


def test_a_question_that_is_no_longer_there_is_taken_out(tmp_path: Path) -> None:
    _, after, _ = drafted(tmp_path, "q9", "1", "2")
    assert "partners:" not in after


def test_a_new_question_with_joined_answers_is_drafted_with_its_options() -> None:
    rows = tiny_export().rows
    cells = [("Mail, post", "Chat, Mail, post", "Chat")[row % 3] for row in range(rows.height)]
    export = export_of(rows.with_columns(pl.Series("Hvad bruger I?", cells)))
    hints = {"Hvad bruger I?": Hint("joined", separator=", ")}
    draft = draft_codebook(replace(export, hints=hints), tiny_before(), "2026")
    (question,) = [one.question for one in draft.comparison.questions]
    made = drafted_codebook(draft.text).variables[question.name]
    assert made.joined == Joined("Hvad bruger I?", ", ")
    assert {item.label["da"] for item in made.items.values()} == {"Chat", "Mail, post"}
