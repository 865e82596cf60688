import pytest

from pipeline.readers.separators import Separator, find_separator


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b;c\n1;2;3\n", Separator(";", 3)),
        ("a,b\n1,2\n", Separator(",", 2)),
        ("a\tb\n1\t2\n", Separator("\t", 2)),
        ("only\n1\n2\n", Separator(";", 1)),
        # Other separators in the text of header and rows.
        ("id;What, if anything, helped?\n1;this, that\n2;nothing\n", Separator(";", 2)),
        ('id,"Helped; how, and\tmuch?"\n1,"x; y"\n2,"z; w"\n', Separator(",", 2)),
        ('"a;b";"c;d;e";f\n1;2;3\n', Separator(";", 3)),
        # Decimal commas in each row, none in the header.
        ("a;b\n1,5;2,5\n3,5;4,5\n", Separator(";", 2)),
        # Most rows decide, not each of them; a cut last row does not lead astray.
        ("a;b;c\n1;2;3\n1;2\n4;5;6\n", Separator(";", 3)),
        ("a;b;c\n1;2", Separator(";", 3)),
        ("\n\na;b\n1;2\n", Separator(";", 2)),
    ],
)
def test_the_separator_is_chosen_on_the_header_and_checked_on_rows(text, separator):
    assert find_separator(text.encode()) == separator


def test_a_long_file_is_judged_by_its_head():
    text = "id,Hvorfor; hvordan\n" + "1,fordi; sådan noget\n2,\n" * 100_000
    assert find_separator(text.encode()) == Separator(",", 2)
