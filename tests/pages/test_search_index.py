"""The text of pages, section by section, for the search."""

import json
from pathlib import PurePosixPath

from pipeline.pages.search_index import search_index, sections

PAGE = """<!doctype html><html><body><header>Sitet</header><nav>Menu</nav>
<main id="content"><header class="page"><p class="wave">Bølge</p><h1>Det nye</h1>
<p class="notice">Opdigtede tal</p></header>
<p>Først<br>dette,&nbsp;<em>så</em>dan.</p>
<section id="hvor-mange"><h2>Hvor <em>mange</em>?</h2><p>Mange.</p>
<figure class="finding" id="fig-01"><figcaption><p class="label">Figur 1</p>
<h3>7 ud af 10 &amp; flere</h3></figcaption><img src="x" alt="Nej">
<details><summary>Tallene</summary><table><tr><td>70</td></tr></table></details>
<p>Note.</p><ul class="downloads"><li>CSV</li></ul></figure>
<h3>Uden adresse</h3></section></main><footer>Fod</footer></body></html>"""


def test_a_page_is_split_at_headings_and_figures() -> None:
    assert [(one.anchor, one.heading, one.text) for one in sections(PAGE)] == [
        ("", "Det nye", "Først dette, sådan."),
        ("hvor-mange", "Hvor mange?", "Mange."),
        ("fig-01", "7 ud af 10 & flere", "Figur 1 Note."),
        ("hvor-mange", "Uden adresse", ""),
    ]


def test_the_index_is_a_script_that_sets_one_value() -> None:
    page = "<main><h1>A &lt;/script&gt; \u2028 b</h1><p>x</p></main>"
    script = search_index({PurePosixPath("en/a/b.html"): page}, PurePosixPath("en"))
    assert script.startswith("globalThis.searchIndex=[") and script.endswith("];\n")
    assert "<" not in script and "\u2028" not in script
    value = json.loads(script.removeprefix("globalThis.searchIndex=").rstrip(";\n"))
    assert value == [["a/b.html", "A </script> b", [["", "", "x"]]]]


def test_pages_beside_the_folder_are_reached_from_it() -> None:
    page = PurePosixPath("innovation/2020/en/index.html")
    assert '"../innovation/2020/en/index.html"' in search_index({page: ""}, PurePosixPath("en"))
