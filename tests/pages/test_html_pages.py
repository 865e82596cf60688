"""What is put right in a page after rendering."""

import pytest

from pipeline.pages.html_pages import finished


def test_doctype_and_encoding_come_first_and_once() -> None:
    page = '<html lang="da">\n<head>\n<title>T</title></head></html>'
    expected = (
        '<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n'
        "<title>T</title></head></html>"
    )
    assert finished(page) == expected
    assert finished(expected) == expected
    assert finished('<!DOCTYPE html>\n<html lang="da"><head><meta charset="utf-8"/>') == (
        '<!doctype html>\n<html lang="da"><head>\n<meta charset="utf-8">\n'
    )


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ('<td style="text-align: right;">7</td>', '<td class="right">7</td>'),
        ('<th class="n" style="text-align: center;">', '<th class="n center">'),
        ('<col style="width: 50%" />', "<col />"),
        ('<a href="method.qmd#margin">', '<a href="method.html#margin">'),
        ('<a href="../2018/index.qmd">', '<a href="../2018/index.html">'),
        ('<a href="https://example.org/a.qmd">', '<a href="https://example.org/a.qmd">'),
        ('<li><a href="#x" id="toc-x">X</a>', '<li><a href="#x">X</a>'),
        ('<math display="block">', '<math display="block" tabindex="0">'),
        ("<code>style=&quot;x&quot; a.qmd</code>", "<code>style=&quot;x&quot; a.qmd</code>"),
    ],
)
def test_tags_are_put_right(made: str, expected: str) -> None:
    assert finished(made) == "<!doctype html>\n" + expected


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    html = "<html><head></head><body><p>Hos 44 pct. og 7 ud af 10</p></body></html>"
    assert "<p>Hos 44\u202fpct. og 7 ud af 10</p>" in finished(html)
