"""The codebook of a new wave, drafted from the one before and the new export."""

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import polars as pl
import pytest
from drafting_samples import FOLDER, export_of, tiny_before, tiny_export
from waves import REPOSITORY

from pipeline.codebooks.differences import differences
from pipeline.codebooks.reading import read_codebook
from pipeline.documents import read_document
from pipeline.drafting.codebook_draft import Before, draft_codebook
from pipeline.drafting.columns import columns_of
from pipeline.drafting.writing import drafted_codebook
from pipeline.errors import CodebookError, DraftError
from pipeline.readers.export import Export
from pipeline.readers.reading import read_export
from pipeline.wave import ExportFiles, read_wave

HEADER = "q1,q2,q3,q4_1,q4_2,q4_3,q5_1,q5_2,q6"
INNOVATION = REPOSITORY / "data" / "raw" / "innovation"
UNTOLD = (
    "the export does not tell the wording of any question: compare columns and wordings with the "
    "questionnaire, and change what was reworded"
)
ODD = 'views: "x" stands once in the export and is no answer; it will be rejected'
LEADS = "; does it lead to partners (asked_if)?"
TRANSLATE = "; add its words in en"


def changed(text: str, before: str) -> list[str]:
    """The lines that differ, + and - before them."""
    lines = unified_diff(before.splitlines(), text.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def drafted(
    export: Export, codebook: Path = FOLDER / "codebook.yml"
) -> tuple[list[str], list[str]]:
    """The lines that a draft of 2026 changes, and what it finds.

    The name of the wave is left aside, and what is found in every draft of the tiny wave.
    """
    before = tiny_before(codebook)
    draft = draft_codebook(export, before, "2026")
    drafted_codebook(draft.text)
    lines = changed(draft.text, before.codebook_text)
    assert lines[:2] == ['-wave: "2024"', '+wave: "2026"']
    return lines[2:], [one.what for one in draft.findings if one.what not in (UNTOLD, ODD)]


def test_the_same_export_changes_the_name_of_the_wave_alone() -> None:
    assert drafted(tiny_export()) == ([], [])


def test_columns_are_renamed_where_they_stand() -> None:
    lines, findings = drafted(tiny_export((HEADER, HEADER.replace("q3", "v3_tried"))))
    assert lines == ["-    column: q3", "+    column: v3_tried"]
    assert findings == []


def test_a_match_that_is_not_certain_says_so_where_it_stands() -> None:
    export = tiny_export(
        (HEADER, HEADER.replace("q5_1", "q5_fasterr")),
        labels={"q5_fasterr": {"1": "Meget enig", "2": "Enig", "3": "Hverken eller", "4": "Uenig"}},
    )
    lines, findings = drafted(export)
    assert "+      # check: found by a similar name" in lines
    assert 'is column "q5_fasterr" this question? It was found by a similar name' in findings


def test_ticks_in_other_words() -> None:
    export = tiny_export(("1,1,0,0,1,2", "1,Valgt,Ikke valgt,Ikke valgt,1,2"))
    rows = export.rows.with_columns(
        export.rows[name].replace({"1": "Valgt", "0": "Ikke valgt"})
        for name in ("q4_1", "q4_2", "q4_3")
    )
    lines, findings = drafted(Export(**{**vars(export), "rows": rows}))
    assert lines == ["+    ticked: [Valgt]", "+    not_ticked: [Ikke valgt]"]
    assert findings == []


def test_a_question_that_is_gone_takes_along_what_is_made_of_it() -> None:
    export = tiny_export()
    rows = export.rows.drop("q2", "q5_2")
    lines, findings = drafted(Export(**{**vars(export), "rows": rows}))
    assert not [line for line in lines if line.startswith("+")]
    assert [line for line in lines if line in ("-  staff:", "-  size:", "-  kind_by_size:")]
    assert findings == [
        "staff is gone: no column of the export answers it; taken out",
        "views.braver is gone: no column of the export answers it (or was another one, and those "
        "below it moved up?); taken out",
        "size is gone: it is made of staff, which is gone; taken out",
        "kind_by_size is gone: it is made of size, which is gone; taken out",
        "mood is made of fewer items: without braver",
        "the check small_with_others asks about size, which is gone; taken out (take it out of "
        "`quality` in wave.yml as well, where it stands there)",
    ]


def test_who_was_asked_does_without_a_question_that_is_gone() -> None:
    export = tiny_export()
    rows = export.rows.drop("q3")
    lines, findings = drafted(Export(**{**vars(export), "rows": rows}))
    assert "-    asked_if: {tried: [yes]}" in lines
    assert findings[-1] == (
        "partners: who was asked? It depended on tried, which is gone; condition taken out"
    )


def test_a_check_goes_with_its_question_and_the_others_stay(tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.yml"
    more = "  with_firm: {label: {da: Små}, when: {kind: [house], partners.firm: [yes]}}\n"
    before = (FOLDER / "codebook.yml").read_text(encoding="utf-8")
    codebook.write_text(before.replace("\nvariables:\n", f"{more}\nvariables:\n"), "utf-8")
    export = tiny_export()
    lines, findings = drafted(
        Export(**{**vars(export), "rows": export.rows.drop("q4_2")}), codebook
    )
    assert f"-{more.rstrip()}" in lines
    assert not [line for line in lines if "small_with" in line]
    assert (
        "the check with_firm asks about partners.firm, which is gone; taken out (take it out of "
        "`quality` in wave.yml as well, where it stands there)"
    ) in findings
    lines, _ = drafted(Export(**{**vars(export), "rows": export.rows.drop("q2")}))
    assert "-checks:" in lines


def test_an_answer_that_a_check_asks_about_stays(tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.yml"
    more = "  unsure: {label: {da: Usikker}, when: {views.braver: [neither]}}\n"
    before = (FOLDER / "codebook.yml").read_text(encoding="utf-8")
    codebook.write_text(before.replace("\nvariables:\n", f"{more}\nvariables:\n"), "utf-8")
    labels = {"1": "Meget enig", "2": "Enig", "4": "Uenig", "9": "Ved ikke"}
    export = tiny_export(labels={"q5_1": labels, "q5_2": labels})
    assert [line for line in drafted(export)[0] if "neither" in line]
    assert not [line for line in drafted(export, codebook)[0] if "neither" in line]


def test_wordings_of_the_export_replace_those_that_were_reworded() -> None:
    questions = {
        "q3": "Har I prøvet noget nyt nu?",
        "q5_1": "Hvor enige er I nu? - Vi er hurtigere",
        "q5_2": "Hvor enige er I nu? - Vi er modigere end før",
    }
    lines, findings = drafted(tiny_export(questions=questions))
    assert [line for line in lines if line.startswith("+")] == [
        '+    text: {da: "Har I prøvet noget nyt nu?", en: "Have you tried anything new?"}',
        '+    text: {da: "Hvor enige er I nu?", en: "How far do you agree?"}',
        "+      braver: {column: q5_2, label: {da: Vi er modigere end før, en: We are braver}}",
    ]
    assert (
        'reworded: "Har I prøvet noget nyt?" is "Har I prøvet noget nyt nu?" in the '
        "export; add its words in en"
    ) in findings


def test_a_label_that_is_the_wording_is_reworded_with_it(tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.yml"
    text = (FOLDER / "codebook.yml").read_text(encoding="utf-8")
    worded = text.replace("label: {da: Prøvet nyt,", 'label: {da: "Har I prøvet noget nyt?",')
    codebook.write_text(worded, "utf-8")
    lines, _ = drafted(tiny_export(questions={"q3": "Har I prøvet noget nyt nu?"}), codebook)
    assert '+    label: {da: "Har I prøvet noget nyt nu?", en: Tried new things}' in lines


def test_a_wording_that_the_export_before_told_too_is_not_reworded() -> None:
    questions = {"q3": "Noget nyt?", "q5_1": "Enig? - Hurtigere", "q5_2": "Enig? - Modigere nu"}
    earlier = {**questions, "q5_2": "Enig? - Modigere"}
    before = replace(tiny_before(), questions=earlier)
    draft = draft_codebook(tiny_export(questions=questions), before, "2026")
    added = [line for line in changed(draft.text, before.codebook_text) if line.startswith("+")]
    assert added[1:] == [
        "+      braver: {column: q5_2, label: {da: Modigere nu, en: We are braver}}",
    ]


def test_a_new_answer_changes_the_answers_of_its_question() -> None:
    lines, findings = drafted(tiny_export(labels={"q3": {"1": "Ja", "2": "Nej", "3": "Til dels"}}))
    assert lines == ["+      til_dels: {code: 3, label: {da: Til dels}}"]
    assert findings == [
        f'tried: the answer "Til dels" is new (code 3); check its place and name{LEADS}{TRANSLATE}'
    ]


def test_a_scale_changes_where_all_its_questions_did() -> None:
    labels = {"1": "Meget enig", "2": "Enig", "3": "Hverken eller", "4": "Uenig", "5": "Helt uenig"}
    both = {name: {**labels, "9": "Ved ikke"} for name in ("q5_1", "q5_2")}
    lines, findings = drafted(tiny_export(labels=both))
    assert lines == ["+      helt_uenig: {code: 5, label: {da: Helt uenig}}"]
    assert "and write its score" in findings[0]


def test_a_question_gets_answers_of_its_own_where_others_keep_the_scale(tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.yml"
    more = """  later:
    type: single
    column: q7
    text: {da: "Senere?"}
    label: {da: Senere}
    nets: {no: {label: {da: Ej enig}, of: [disagree]}}
    scale: agreement
"""
    codebook.write_text((FOLDER / "codebook.yml").read_text(encoding="utf-8") + more, "utf-8")
    export = tiny_export()
    rows = export.rows.with_columns(export.rows["q5_1"].alias("q7"))
    labels = {"1": "Meget enig", "2": "Enig", "3": "Hverken eller", "4": "Uenig", "9": "Ved ikke"}
    changed_labels = {"q7": labels | {"5": "Helt uenig"}, "q5_1": labels, "q5_2": labels}
    export = Export(**{**vars(export), "rows": rows, "labels": changed_labels})
    lines, _ = drafted(export, codebook)
    assert "-    scale: agreement" in lines
    assert '+      "no": {label: {da: Ej enig}, of: [disagree]}' in lines
    assert "+      helt_uenig: {code: 5, label: {da: Helt uenig}}" in lines
    assert "+    nets:" in lines


def test_an_answer_that_is_gone_leaves_its_net() -> None:
    labels = {"1": "Meget enig", "2": "Enig", "3": "Hverken eller", "4": "Uenig", "9": "Ved ikke"}
    fewer = {code: label for code, label in labels.items() if code != "2"}
    lines, findings = drafted(tiny_export(labels={"q5_1": fewer, "q5_2": fewer}))
    assert (
        "+      agree: {label: {da: Enige i alt, en: Agree in all}, of: [agree_strongly]}" in lines
    )
    assert findings == ['views: the answer "agree_somewhat" is no longer offered; taken out']


def test_an_answer_that_others_need_is_kept_and_told() -> None:
    lines, findings = drafted(tiny_export(labels={"q3": {"2": "Nej"}}))
    assert lines == []
    assert findings == [
        'tried: the answer "yes" is no longer offered; kept, since others name it; take it out'
    ]


def test_codes_that_changed_places() -> None:
    lines, findings = drafted(tiny_export(labels={"q3": {"1": "Nej", "2": "Ja"}}))
    assert [line for line in lines if line.startswith("+")] == [
        "+      yes: {code: 2, label: {da: Ja, en: Yes}}",
        "+      no: {code: 1, label: {da: Nej, en: No}}",
    ]
    assert findings == [
        "tried: recoded, as the labels of the export say: no was 2 and is 1, yes was 1 and is 2"
    ]


def test_a_wording_that_names_the_wave_before_is_told(tmp_path: Path) -> None:
    codebook = tmp_path / "codebook.yml"
    text = (FOLDER / "codebook.yml").read_text(encoding="utf-8")
    codebook.write_text(text.replace("noget nyt?", "noget nyt i 2024?"), encoding="utf-8")
    assert drafted(tiny_export(), codebook)[1] == [
        "tried: its words speak of 2024; are they still the same?"
    ]


def test_a_new_first_question_takes_the_place_of_one_that_is_gone() -> None:
    export = tiny_export((HEADER, HEADER.replace("q1", "v1_region")), ("done,2", "done,Nord"))
    rows = export.rows.with_columns(
        export.rows["v1_region"].replace({"1": "Syd", "2": "Nord"}).alias("v1_region")
    )
    lines, findings = drafted(Export(**{**vars(export), "rows": rows}))
    assert "-  kind:" in lines
    assert "+  region:" in lines
    assert "or is it kind, which is gone" not in findings[0]


def test_an_export_of_something_else_is_refused() -> None:
    export = tiny_export((HEADER, "v1,v2,v3,v4,v5,v6,v7,v8,v9"))
    with pytest.raises(DraftError, match="no column answers a question of tiny 2024"):
        draft_codebook(export, tiny_before(), "2026")


def innovation(wave: str) -> Before:
    folder = INNOVATION / wave
    codebook = read_codebook(folder / "codebook.yml")
    return Before(
        codebook,
        read_wave(folder / "wave.yml", codebook),
        (folder / "codebook.yml").read_text(encoding="utf-8"),
        (folder / "wave.yml").read_text(encoding="utf-8"),
        read_document(folder / "codebook.yml", CodebookError),
        read_document(folder / "wave.yml", CodebookError),
    )


@pytest.fixture(scope="module")
def draft_of_2022() -> str:
    export = read_export(INNOVATION / "2022", ["answers.csv"])
    return draft_codebook(export, innovation("2020"), "2022").text


def test_the_demonstration_of_2022_is_drafted_from_2020(draft_of_2022: str) -> None:
    written = read_codebook(INNOVATION / "2022" / "codebook.yml")
    draft = drafted_codebook(draft_of_2022)
    assert draft.columns == written.columns
    columns = {
        column: (variable.name, item)
        for column, (variable, item) in written.question_columns.items()
    }
    assert {
        column: (variable.name, item) for column, (variable, item) in draft.question_columns.items()
    } == columns
    # What is left is what no export tells: a wording, a translation, who codes open answers.
    assert {(one.question, one.kind) for one in differences(draft, written)} == {
        ("innovated", "changed"),
        ("old_ideas", "changed"),
        ("digital_services", "changed"),
        ("open_innovation_theme", "gone"),
    }


def test_a_draft_keeps_the_look_of_the_codebook_before(draft_of_2022: str) -> None:
    before = (INNOVATION / "2020" / "codebook.yml").read_text(encoding="utf-8")
    lines = changed(draft_of_2022, before)
    assert [line for line in before.splitlines() if "# Page" in line] == [
        line for line in draft_of_2022.splitlines() if "# Page" in line
    ]
    assert len([line for line in lines if "column:" not in line]) < 40


def test_the_same_export_again_asks_for_nothing_but_themes() -> None:
    export = read_export(INNOVATION / "2020", ["dataset.csv", "structure.csv", "labels.csv"])
    before = innovation("2020")
    draft = draft_codebook(export, before, "2021")
    assert changed(draft.text, before.codebook_text) == [
        "-# The questionnaire of 2020 as data. Question wordings are this project's own.",
        "+# The questionnaire of 2021 as data. Question wordings are this project's own.",
        '-wave: "2020"',
        '+wave: "2021"',
    ]
    assert [one.place for one in draft.findings] == [("variables", "open_innovation_theme")]
    assert len(columns_of(export)) == 68


def test_statements_that_moved_up_are_found_by_their_wordings() -> None:
    export = read_export(INNOVATION / "2020", ["dataset.csv", "structure.csv", "labels.csv"])
    # The eighth statement was taken out, and the ninth has its column now.
    moved = Export(
        **{
            **vars(export),
            "rows": export.rows.drop("s_9_8").rename({"s_9_9": "s_9_8"}),
            "questions": {**export.questions, "s_9_8": export.questions["s_9_9"]},
        }
    )
    draft = draft_codebook(moved, innovation("2020"), "2021")
    items = drafted_codebook(draft.text).variables["changes"].items
    assert "centralised" not in items
    assert items["board_involved"].column == "s_9_8"
    assert [one.what for one in draft.findings if "gone" in one.what] == [
        "changes.centralised is gone: no column of the export answers it; taken out"
    ]


def test_many_texts_that_are_no_answer_are_told_in_one_line() -> None:
    texts = [f"Andet {number}" for number in range(7)]
    rows = tiny_export().rows
    many = rows.vstack(rows).vstack(rows).vstack(rows)
    answers = [*texts, *["1"] * (many.height - len(texts))]
    export = export_of(many.with_columns(pl.Series("q1", answers)))
    _, findings = drafted(export)
    (told,) = [one for one in findings if one.startswith("kind: ")]
    assert told == (
        'kind: 7 texts, in 7 answers, are no answer and will be rejected: "Andet 0", "Andet 1", '
        '"Andet 2", "Andet 3", "Andet 4" and 2 more'
    )


def test_ids_that_are_counted_are_told() -> None:
    export = tiny_export()
    ids = pl.Series("id", [str(number + 1) for number in range(export.rows.height)])
    counted = replace(export, rows=export.rows.with_columns(ids))
    told = [one for one in drafted(counted)[1] if "looks counted from 1" in one]
    assert len(told) == 1
    assert "list it under `unused`" in told[0]
    assert not [one for one in drafted(tiny_export())[1] if "looks counted" in one]


@pytest.mark.parametrize(
    ("files", "head", "expected"),
    [
        (("gf.csv",), "# Of 2024, drafted from gf.csv.\n", "# Of 2026, drafted from export.csv.\n"),
        (("a.csv", "b.csv"), "# from a.csv,\n# b.csv of 2024\n", "# from export.csv of 2026\n"),
        (("my-2024.csv",), "# drafted from my-\n# 2024.csv\n", "# drafted from export.csv\n"),
        (("gf.csv",), "# Of 2024, see big-gf.csv.\n", "# Of 2026, see big-gf.csv.\n"),
        ((), "# Of 2024, from gf.csv\n", "# Of 2026, from gf.csv\n"),
    ],
)
def test_the_first_comment_names_the_new_export(
    files: tuple[str, ...], head: str, expected: str
) -> None:
    before = tiny_before()
    named = before.wave.model_copy(update={"export": ExportFiles(files=files)})
    text = head + before.codebook_text
    draft = draft_codebook(tiny_export(), replace(before, wave=named, codebook_text=text), "2026")
    assert draft.text.startswith(expected)
