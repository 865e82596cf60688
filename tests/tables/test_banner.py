"""Banner tables as HTML."""

from pipeline.tables.banner import BannerCell, BannerColumn, BannerTable, as_html
from pipeline.tables.cells import number


def drawn(title: str, question: str) -> str:
    cell = BannerCell(number("63 per cent"), 0.63)
    column = BannerColumn("", "", "", (cell,), 1200, 950, "", variable="")
    return as_html(BannerTable(title, question, (("Yes", False),), (column,)), "en")


def test_the_label_and_the_wording_stand_above_a_table() -> None:
    html = drawn("Tried <it>", "Have you tried?")
    assert '<p class="question"><strong>Tried &lt;it&gt;</strong> Have you tried?</p>' in html
    assert 'aria-label="Tried &lt;it&gt;. Have you tried?"' in html


def test_a_label_that_is_the_wording_stands_there_once() -> None:
    assert drawn("Have you tried?", "Have you tried?").count("Have you tried?") == 3
