"""The options of one question in one banner table."""

from dataclasses import replace

from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable
from pipeline.tables.banner_items import options_together
from pipeline.tables.cells import number


def option(title: str, shown: str, base: int = 90, about: str = "Partners") -> BannerTable:
    """A table of one option by two groups."""
    cells = (BannerCell(number(shown)),)
    columns = tuple(
        BannerColumn("Type", group, letter, cells, base, base, "p = 0.04", "p = 0.2", "kind")
        for group, letter in (("Club", "A"), ("House", "B"))
    )
    return BannerTable(title, "With whom?", (("Yes", False),), columns, about)


def test_options_are_rows_under_the_question_with_the_test_of_them_all() -> None:
    (table,) = options_together([option("The town", "41%"), option("A firm", "12%")])
    assert (table.title, table.answers) == ("Partners", (("The town", False), ("A firm", False)))
    for column in table.columns:
        assert [cell.shown.text for cell in column.cells] == ["41%", "12%"]
        assert (column.base, column.test, column.together) == (90, "", "p = 0.2")


def test_options_of_unlike_bases_and_other_questions_keep_their_tables() -> None:
    apart = (option("The town", "41%"), option("A firm", "12%", base=60))
    assert options_together(apart) == apart
    untested = tuple(
        replace(one, columns=tuple(replace(column, together="") for column in one.columns))
        for one in (option("The town", "41%"), option("A firm", "12%"))
    )
    assert options_together(untested) == untested
    alone = (option("The town", "41%"), option("Bus", "3%", about="Transport"))
    assert options_together(alone) == alone
    statement = replace(option("We learn", "3%"), answers=(("Agree", False), ("Disagree", False)))
    statements = (statement, replace(statement, title="We stay"))
    assert options_together(statements) == statements
