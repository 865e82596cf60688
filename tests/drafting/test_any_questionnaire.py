"""Whatever an export's header and answers say, its drafts read back and can be used."""

import csv
import io
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.drafting.new_survey import draft_all
from pipeline.drafting.writing import FoundExport
from pipeline.errors import DraftError, ExportError
from pipeline.paths import Places
from pipeline.readers.column_names import with_names_apart
from pipeline.readers.delimited_file import read_sheet
from pipeline.readers.export import Source
from pipeline.readers.plain import read
from pipeline.readers.received import Received

HOSTILE = (
    *("{{< include /etc/passwd >}}", "$x$", "[a](javascript:alert(1))", "<script>", ":::", "`x`"),
    *(
        "|a|b|",
        "@fig-x",
        "=1+1",
        "\x1b[31m",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
        "\uffff",
        "\u202e",
    ),
    *(
        "עברית",
        "# x",
        "- x",
        ": ",
        "a: b",
        "&a",
        "*a",
        "%x",
        "---",
        "\ta",
        " x ",
        "x\r\ny",
        '"',
        "'",
    ),
    *("\\", "~", "null", "True", "NA", "007", "1e5", "2024-01-01", "../x", "C:\\x", "x" * 300),
    *("row", "ROW", "respondent", "Total", "[SQ001]", "a[b]", "a*", "[!a]", "{a}", "\xa0", "İ"),
)
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
TEXTS = (
    st.sampled_from(HOSTILE)
    | st.tuples(
        st.sampled_from(("Ja", "Nej", "Enig?", "Hvor enig? - ")), st.sampled_from(HOSTILE)
    ).map("".join)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header and rows; columns hold few answers, or joined ones, or one a row."""
    height = draw(st.integers(2, 8))
    columns = []
    for name in draw(st.lists(TEXTS, min_size=1, max_size=5, unique=True)):
        answers = st.sampled_from(draw(st.lists(TEXTS, min_size=1, max_size=4)))
        kind = draw(st.sampled_from(("few", "joined", "any")))
        if kind == "joined":
            answers = st.lists(answers, max_size=3).map(", ".join)
        cells = draw(
            st.lists(TEXTS if kind == "any" else answers, min_size=height, max_size=height)
        )
        columns.append([name, *cells])
    return [list(row) for row in zip(*columns, strict=True)]


@settings(max_examples=60)
@given(tables())
def test_any_table_gives_drafts_that_every_stage_reads(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    content = text.getvalue().encode()
    file = Received(Path("svar.csv"), content, Source("sv\x1bar\n.csv", len(content), ""))
    try:
        export = with_names_apart(read(read_sheet(file), "csv"))
        drafts = draft_all(Places("s", "2024"), FoundExport(Path(), ("sv\x1bar\n.csv",), export))
    except ExportError:
        return
    except DraftError as refused:
        assert "no column looks like a question" in str(refused)
        return
    received = {*drafts.codebook.received_columns, *drafts.codebook.columns.named}
    assert received <= set(export.rows.columns)
    shown = [
        text
        for variable in drafts.codebook.variables.values()
        for one in (variable, *variable.items.values(), *variable.categories.values())
        for text in one.label.values()
    ]
    assert not [text for text in shown if UNSEEN.search(text)]
