"""An export beside the codebook before."""

from collections.abc import Sequence

import polars as pl
from drafting_samples import export_of, tiny_codebook, tiny_export

from pipeline.drafting.columns import columns_of
from pipeline.drafting.comparison import Comparison, compare
from pipeline.readers.export import Export


def compared(export: Export, design: Sequence[str] = ()) -> Comparison:
    columns = columns_of(export)
    before = tiny_codebook()
    return compare(columns, before, {}, design, {}, export.rows.height, export.hints, "da")


def with_column(export: Export, name: str, *answers: str, question: str = "") -> Export:
    """The export with one more column, its answers again and again."""
    texts = [answers[row % len(answers)] for row in range(export.rows.height)]
    rows = export.rows.with_columns(pl.Series(name, texts))
    return export_of(rows, {**export.questions, name: question} if question else export.questions)


def test_the_same_export_is_all_known() -> None:
    found = compared(tiny_export())
    assert len(found.matches) == 9
    assert (found.items, found.questions, found.unused) == ((), (), ())
    assert found.roles.doubts == {}


def test_a_column_beside_the_statements_of_a_battery_is_one_more() -> None:
    (item,) = compared(with_column(tiny_export(), "q5_wiser", "1", "2", "9")).items
    assert (item.variable, item.name, item.label) == ("views", "wiser", "Wiser")


def test_a_column_under_the_wording_of_a_battery_is_one_more() -> None:
    asked = with_column(tiny_export(), "v7", "1", "2", question="Hvor enige er I? - Vi er klogere")
    (item,) = compared(asked).items
    assert (item.variable, item.name, item.label) == ("views", "vi_er_klogere", "Vi er klogere")


def test_other_answers_make_another_question() -> None:
    found = compared(with_column(tiny_export(), "q5_when", "i går", "i dag"))
    assert found.items == ()
    (question,) = [one.question for one in found.questions]
    assert (question.name, question.type, found.after["when"]) == ("when", "single", "remark")


def test_what_is_no_question_is_set_aside() -> None:
    export = with_column(tiny_export(), "date", "2024-03-01", "2024-03-02")
    export = with_column(with_column(export, "telefon", "12 34 56 78", "1"), "w", "0.5", "2.5")
    found = compared(export, design=["w"])
    assert found.unused == ("date",)
    assert found.roles.columns.personal == ("email", "telefon")
    assert found.questions == ()


def test_a_new_question_is_drafted_as_in_a_new_survey() -> None:
    told = "Hvor ofte gør I det?"
    found = compared(
        with_column(tiny_export(), "q9_often", "Aldrig", "Tit", "Altid", question=told)
    )
    (one,) = found.questions
    assert (one.question.name, one.question.text) == ("often", told)
    assert [answer.label for answer in one.question.categories] == ["Altid", "Tit", "Aldrig"]
    assert one.order is not None


def test_a_name_that_a_question_has_gets_a_number() -> None:
    (one,) = compared(with_column(tiny_export(), "x9_kind", "Lille", "Stor")).questions
    assert one.question.name == "kind_2"
