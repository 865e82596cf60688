"""Responses of LimeSurvey with a structure beside them: one as received, others written here.

The structures written here have the tables of LimeSurvey 3, with texts in the rows, and of
LimeSurvey 4 and later, with texts in tables of their own. Bombs and archives that leave their
folder are made here, too.
"""

import io
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from pipeline.errors import ExportError
from pipeline.readers import limesurvey_files, limesurvey_structure
from pipeline.readers.export import BROKEN_SCHEMA, Hint, Source
from pipeline.readers.limesurvey import read_with
from pipeline.readers.limesurvey_structure import structure_of
from pipeline.readers.reading import read_export
from pipeline.readers.sheet import Sheet

EXPORTS = Path(__file__).parents[3] / "shared" / "exports" / "limesurvey"
real = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the real exports are not beside this checkout (../shared/exports)"
)
LANGUAGES = {"da": ("Tilfreds?", "Meget", "Slet ikke"), "en": ("Satisfied?", "Very", "Not at all")}
QUESTIONS = [
    # qid, type, code, other, wording
    ("1", "L", "tilfreds", "Y", "Tilfreds?"),
    ("2", "M", "brug", "N", "<p>Hvad bruger I?</p>"),
    ("3", "F", "enig", "N", "Enig?"),
    ("4", "Y", "ny", "N", "Ny?"),
    ("5", "5", "karakter", "N", "Karakter?"),
    ("6", "1", "to", "N", "To skalaer"),
    ("7", "T", "mere", "N", "Mere?"),
    ("8", "N", "antal", "N", "Antal?"),
    ("9", ":", "tabel", "N", "Tabel"),
    ("10", "P", "valg", "N", "Valg?"),
]
SUBS = [
    ("11", "2", "SQ001", "Mail"),
    ("12", "2", "SQ002", "Chat"),
    ("13", "3", "SQ001", "Mål"),
    ("14", "6", "SQ001", "Række"),
    ("15", "9", "R1", "Række 1"),
    ("16", "9", "C1", "Søjle 1"),
    ("17", "10", "SQ001", "Pris"),
]
ANSWERS = [
    # qid, code, sortorder, scale, label
    ("1", "A2", "2", "0", "Slet ikke"),
    ("1", "A1", "1", "0", "Meget"),
    ("3", "1", "1", "0", "Enig"),
    ("3", "2", "2", "0", "Uenig"),
    ("6", "1", "1", "0", "Venstre"),
    ("6", "1", "1", "1", "Højre"),
]
HEADER = [
    *("id", "submitdate", "tilfreds", "tilfreds[other]", "brug[SQ001]", "brug[SQ002]"),
    *("enig[SQ001]", "ny", "karakter", "to[SQ001][1]", "to[SQ001][2]", "mere", "antal"),
    *("tabel[R1_C1]", "valg[SQ001]", "valg[SQ001comment]"),
]
ROWS = [
    ["1", "", "A1", "", "Y", "", "1", "Y", "5", "1", "1", "Tekst", "3", "4", "Y", "dyrt"],
    ["2", "", "-oth-", "selv", "", "", "2", "N", "1", "1", "1", "", "", "", "", ""],
]


def row(**cells: str) -> str:
    texts = "".join(f"<{tag}><![CDATA[{text}]]></{tag}>" for tag, text in cells.items())
    return f"<row>{texts}</row>"


def table(name: str, rows: list[str]) -> str:
    return f"<{name}><fields/><rows>{''.join(rows)}</rows></{name}>"


def structure(newer: bool) -> bytes:
    """The structure of a small survey in Danish, with one question and two answers in English."""
    da, en = LANGUAGES["da"], LANGUAGES["en"]
    questions, subs, answers, texts, labels = [], [], [], [], []
    for qid, type, code, other, wording in QUESTIONS:
        about = {"qid": qid, "parent_qid": "0", "type": type, "title": code, "other": other}
        wordings = {"da": wording, **({"en": en[0]} if wording == da[0] else {})}
        for language, text in wordings.items():
            texts.append(row(qid=qid, question=text, language=language))
            questions.append(row(**about, question=text, language=language))
        if newer:
            questions[-len(wordings) :] = [row(**about)]
    for qid, parent, code, wording in SUBS:
        about = {"qid": qid, "parent_qid": parent, "type": "T", "title": code}
        texts.append(row(qid=qid, question=wording, language="da"))
        subs.append(row(**about) if newer else row(**about, question=wording, language="da"))
    for number, (qid, code, order, scale, label) in enumerate(ANSWERS):
        about = {"qid": qid, "code": code, "sortorder": order, "scale_id": scale}
        for language in LANGUAGES:
            text = LANGUAGES[language][da.index(label)] if label in da else label
            labels.append(row(aid=str(number), answer=text, language=language))
            answers.append(row(**about, answer=text, language=language))
        if newer:
            answers[-len(LANGUAGES) :] = [row(aid=str(number), **about)]
    tables = [
        table("answers", answers),
        table("questions", questions),
        table("subquestions", subs),
        table("surveys", [row(sid="1", language="da")]),
    ]
    if newer:
        tables += [table("question_l10ns", texts), table("answer_l10ns", labels)]
    return (
        '<?xml version="1.0" encoding="UTF-8"?><document>'
        "<LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>da</language>"
        f"<language>en</language></languages>{''.join(tables)}</document>"
    ).encode()


def archive(**members: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return packed.getvalue()


def responses(put: Any, rows: list[list[str]] = ROWS, header: list[str] = HEADER) -> Path:
    lines = [header, *rows]
    text = "".join(",".join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    folder: Path = put("results.csv", text.encode())
    return folder


@pytest.mark.parametrize("newer", [False, True])
@pytest.mark.parametrize("packed", [False, True])
def test_the_structure_tells_wordings_labels_and_kinds(put, newer, packed):
    content = structure(newer)
    if packed:
        members = {"survey_1.lss": content, "survey_1_responses.lsr": b"<document/>"}
        put("survey.lsa", archive(**members))
    else:
        put("survey.lss", content)
    export = read_export(responses(put))
    assert export.format == "limesurvey"
    assert export.recognised.startswith(
        "LimeSurvey: codes in the header, response id, structure (da); commas"
    )
    assert [one.name for one in export.sources] == [
        "results.csv",
        "survey.lsa" if packed else "survey.lss",
    ]
    assert export.rows.rows() == [tuple(cell or None for cell in one) for one in ROWS]
    assert export.questions == {
        "tilfreds": "Tilfreds?",
        "tilfreds[other]": "Tilfreds? - Andet",
        "brug[SQ001]": "Hvad bruger I? - Mail",
        "brug[SQ002]": "Hvad bruger I? - Chat",
        "enig[SQ001]": "Enig? - Mål",
        "ny": "Ny?",
        "karakter": "Karakter?",
        "to[SQ001][1]": "To skalaer - Skala 1 - Række",
        "to[SQ001][2]": "To skalaer - Skala 2 - Række",
        "mere": "Mere?",
        "antal": "Antal?",
        "tabel[R1_C1]": "Tabel - Række 1 - Søjle 1",
        "valg[SQ001]": "Valg? - Pris",
        "valg[SQ001comment]": "Valg? - Pris - Kommentar",
    }
    assert export.labels == {
        "tilfreds": {"A1": "Meget", "A2": "Slet ikke", "-oth-": "Andet"},
        "enig[SQ001]": {"1": "Enig", "2": "Uenig"},
        "ny": {"Y": "Ja", "N": "Nej"},
        "to[SQ001][1]": {"1": "Venstre"},
        "to[SQ001][2]": {"1": "Højre"},
    }
    assert list(export.labels["tilfreds"]) == ["A1", "A2", "-oth-"]
    assert export.hints == {
        "id": Hint("respondent"),
        "submitdate": Hint("time"),
        "tilfreds": Hint("single", "Tilfreds?"),
        "tilfreds[other]": Hint("other_text", "Tilfreds?"),
        "brug[SQ001]": Hint("multiple", "Hvad bruger I?"),
        "brug[SQ002]": Hint("multiple", "Hvad bruger I?"),
        "enig[SQ001]": Hint("battery", "Enig?"),
        "ny": Hint("single"),
        "karakter": Hint("single", ordered=True),
        "to[SQ001][1]": Hint("battery", "To skalaer - Skala 1"),
        "to[SQ001][2]": Hint("battery", "To skalaer - Skala 2"),
        "mere": Hint("text"),
        "antal": Hint("number"),
        "tabel[R1_C1]": Hint("battery", "Tabel"),
        "valg[SQ001]": Hint("multiple", "Valg?"),
        "valg[SQ001comment]": Hint("other_text", "Valg?"),
    }


def test_answers_in_words_are_their_own_labels_in_the_order_offered(put):
    put("survey.lss", structure(True))
    folder = responses(put, [["1", "", "Slet ikke"], ["2", "", "Andet"]], HEADER[:3])
    assert list(read_export(folder).labels["tilfreds"].items()) == [
        ("Meget", "Meget"),
        ("Slet ikke", "Slet ikke"),
        ("Andet", "Andet"),
    ]


def test_words_that_the_structure_does_not_have_get_no_labels(put):
    put("survey.lss", structure(True))
    folder = responses(put, [["1", "", "Slet ikke"], ["2", "", "Ved ikke"]], HEADER[:3])
    assert read_export(folder).labels == {}


def test_a_header_of_wordings_is_matched_with_the_structure(put):
    put("survey.lss", structure(False))
    header = ["Response ID", "Date submitted", "Hvad bruger I? [Mail]", "Karakter?"]
    export = read_export(responses(put, [["1", "", "Yes", "4"]], header))
    assert export.hints["Hvad bruger I? [Mail]"] == Hint("multiple", "Hvad bruger I?")
    assert export.hints["Karakter?"] == Hint("single", ordered=True)


def test_a_workbook_has_its_structure_beside_it(put):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate([HEADER, *ROWS]):
            sheet.write_row(number, 0, line)
    put("survey.lss", structure(True))
    export = read_export(put("results.xlsx", content.getvalue()))
    assert export.labels["ny"] == {"Y": "Ja", "N": "Nej"}
    assert export.rows.rows() == [tuple(cell or None for cell in one) for one in ROWS]


def test_tables_and_structures_that_do_not_pair_are_refused(put):
    put("survey.lss", structure(True))
    put("other.lss", structure(True))
    folder = responses(put)
    with pytest.raises(
        ExportError, match=r"several exports: limesurvey: results\.csv, other\.lss;"
    ):
        read_export(folder)
    with pytest.raises(ExportError, match=r"is one table of responses, and one \.lss"):
        read_export(folder, ["results.csv", "survey.lss", "other.lss"], "limesurvey")


def test_the_format_can_be_named_for_a_table_alone(put):
    folder = responses(put, [["1", "x"], ["2", "y"]], ["nr", "svar"])
    export = read_export(folder, ["results.csv"], "limesurvey")
    assert export.format == "limesurvey"
    assert export.rows.rows() == [("1", "x"), ("2", "y")]


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;">]><document><LimeSurveyDocType>&c;</LimeSurveyDocType></document>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE document [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<document><LimeSurveyDocType>&a;</LimeSurveyDocType></document>"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (LAUGHS, "declares a document type or entities"),
        (OUTSIDE, "declares a document type or entities"),
        (structure(True)[:-30], "no readable XML"),
        (b"no XML", "no readable XML"),
        (b"<document><LimeSurveyDocType>Label set</LimeSurveyDocType></document>", "no structure"),
        (b"<html/>", "no structure of a LimeSurvey survey"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_is_no_structure_is_refused(put, content, message, packed):
    name = "survey.lsa" if packed else "survey.lss"
    put(name, archive(**{"survey_1.lss": content}) if packed else content)
    with pytest.raises(ExportError, match=rf"{name}.*: .*{message}"):
        read_export(responses(put))


def test_structures_of_too_many_tags_or_bytes_are_refused(put, monkeypatch):
    put("survey.lss", structure(True))
    folder = responses(put)
    monkeypatch.setattr(limesurvey_structure, "MOST_TAGS", 50)
    with pytest.raises(ExportError, match=r"survey\.lss: too large for the structure of a survey"):
        read_export(folder)


def test_a_small_archive_that_unpacks_to_much_is_refused(put):
    bomb = archive(**{"survey_1.lss": b" " * (limesurvey_structure.MOST_BYTES + 1)})
    assert len(bomb) < 100_000
    put("survey.lsa", bomb)
    with pytest.raises(ExportError, match=r"survey\.lsa, survey_1\.lss: too large"):
        read_export(responses(put))


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"../survey_1.lss": b"x"}, "a file in the archive leaves its folder"),
        ({"/survey_1.lss": b"x"}, "a file in the archive leaves its folder"),
        ({"a\\..\\..\\survey_1.lss": b"x"}, "a file in the archive leaves its folder"),
        ({"survey_1.lss": b"x", "more.zip": b"x"}, "holds another archive"),
        ({"survey_1_responses.lsr": b"x"}, r"holds 0 structures \(\.lss\) instead of one"),
        ({"a.lss": b"x", "b.lss": b"x"}, r"holds 2 structures \(\.lss\) instead of one"),
        ({str(number): b"" for number in range(1001)}, "more than 1000 files or 4 GB"),
    ],
)
def test_archives_that_limesurvey_does_not_write_are_refused(put, members, message):
    put("survey.lsa", archive(**members))
    with pytest.raises(ExportError, match=rf"survey\.lsa: .*{message}"):
        read_export(responses(put))


def test_an_archive_whose_members_are_absurdly_large_is_refused(put, monkeypatch):
    monkeypatch.setattr(limesurvey_files, "MOST_UNPACKED", 1024)
    put("survey.lsa", archive(**{"survey_1.lss": structure(True), "x.lsr": b" " * 1024}))
    with pytest.raises(ExportError, match="more than 1000 files or"):
        read_export(responses(put))


@pytest.mark.parametrize("kept", [10, 200, -30])
def test_a_cut_archive_is_refused(put, kept):
    put("survey.lsa", archive(**{"survey_1.lss": structure(True)})[:kept])
    with pytest.raises(ExportError, match=r"survey\.lsa: no readable archive of LimeSurvey"):
        read_export(responses(put))


def test_a_damaged_member_is_refused(put):
    content = bytearray(archive(**{"survey_1.lss": structure(True)}))
    content[60:90] = b"\xff" * 30
    put("survey.lsa", bytes(content))
    with pytest.raises(ExportError, match=r"survey\.lsa: no readable archive of LimeSurvey"):
        read_export(responses(put))


def test_answers_outweigh_a_type_that_they_cannot_have(put):
    """As in the received files, whose structure is of another version."""
    texts = structure(True).replace(b"<type><![CDATA[M]]>", b"<type><![CDATA[Q]]>")
    put("survey.lss", texts)
    header = ["id", "submitdate", "brug[SQ001]", "brug[SQ002]", "antal"]
    folder = responses(put, [["1", "", "Yes", "No", "10 (most)"], ["2", "", "No", "", "3"]], header)
    hints = read_export(folder).hints
    assert hints["brug[SQ001]"] == hints["brug[SQ002]"] == Hint("multiple", "Hvad bruger I?")
    assert "antal" not in hints
    folder = responses(put, [["1", "", "Yes", "Maybe not", "3"]], header)
    assert read_export(folder).hints["brug[SQ001]"].kind == "text"
    put("survey.lss", structure(True).replace(b"<type><![CDATA[M]]>", b"<type><![CDATA[L]]>"))
    for first, second, kind in (("Yes", "No", "multiple"), ("Often", "Seldom", "battery")):
        rows = [["1", "", first, second, "3"], ["2", "", second, first, "3"]]
        assert read_export(responses(put, rows, header)).hints["brug[SQ001]"].kind == kind


def test_a_date_that_was_asked_for_is_no_time_of_an_answer(put):
    put("survey.lss", structure(True).replace(b"<type><![CDATA[N]]>", b"<type><![CDATA[D]]>"))
    rows = [["1", "", "2024-01-02 00:00:00"]]
    export = read_export(responses(put, rows, ["id", "submitdate", "antal"]))
    assert "antal" not in export.hints
    assert export.questions["antal"] == "Antal?"


@real
def test_a_received_structure_is_read_with_its_responses():
    alone = read_export(EXPORTS, ["uk-2017.csv"])
    export = read_export(EXPORTS, ["uk-2017.csv", "uk_core_survey.lss"])
    assert export.recognised.startswith("LimeSurvey: codes and wordings in the header")
    assert ", structure (en); " in export.recognised
    assert export.rows.equals(alone.rows)
    by_code = {name.split(".")[0]: name for name in export.rows.columns}
    country = export.labels[by_code["socio1"]]
    assert len(country) == 249
    assert "Denmark" in country
    assert export.hints[by_code["edu1"]].kind == "single"
    assert export.hints[by_code["currentEmp13[SQ001]"]].kind == "multiple"
    assert export.hints[by_code["tool4can[SQ024]"]].kind == "multiple"
    assert export.hints[by_code["ukrse2[SQ001]"]].kind == "multiple"
    # The structure has "Woman" and "Man", the responses "Female" and "Male".
    assert by_code["socio2"] not in export.labels
    for name, labels in export.labels.items():
        assert Counter(export.rows[name].drop_nulls()).keys() <= labels.keys()


def test_the_structure_tells_its_language_conditions_columns_of_tables_and_own_answers() -> None:
    structure = structure_of(
        b"""<document><LimeSurveyDocType>Survey</LimeSurveyDocType>
        <surveys><rows><row><language>no</language></row></rows></surveys>
        <questions><rows>
        <row><qid>1</qid><title>q1</title><type>C</type><question>Har dere?</question>
        <relevance>1</relevance></row>
        <row><qid>2</qid><title>q2</title><type>:</type><question>Antall</question>
        <relevance>((q1.NAOK == "Y"))</relevance></row></rows></questions>
        <subquestions><rows>
        <row><qid>3</qid><parent_qid>1</parent_qid><title>SQ001</title><question>Plan</question></row>
        <row><qid>4</qid><parent_qid>2</parent_qid><title>SQ001</title><question>Ansatte</question>
        <scale_id>0</scale_id></row>
        <row><qid>5</qid><parent_qid>2</parent_qid><title>SQ001</title><question>Menn</question>
        <scale_id>1</scale_id></row></rows></subquestions></document>""",
        "x.lss",
    )
    cells = pl.DataFrame({"1": ["q1[SQ001]", "U"], "2": ["q2[SQ001_SQ001]", "3"]})
    numbers = pl.Series("row", [1, 2], dtype=pl.UInt32)
    broken = pl.DataFrame(schema=BROKEN_SCHEMA)
    sheet = Sheet(cells, numbers, broken, "x.csv", "commas", Source("x.csv", 1, "0"))
    export = read_with(sheet, structure)
    assert export.language == "nb"
    assert export.labels["q1[SQ001]"] == {"Y": "Ja", "U": "Usikker", "N": "Nei"}
    assert export.questions["q2[SQ001_SQ001]"] == "Antall - Ansatte - Menn"
    assert export.hints["q2[SQ001_SQ001]"].condition == '((q1.NAOK == "Y"))'
    assert export.hints["q1[SQ001]"].condition == ""
