"""A YAML text in which single entries change, and every other character stays."""

import pytest

from pipeline.drafting.document_edits import DocumentEdits
from pipeline.errors import DraftError

TEXT = """\
# What it is about
name:   "old"   # why

first:
  # Page 1
  one: {a: 1, b: 'x, y', c: 3}
  # about two
  two:
    of: >-
      folded
      text
  three: [1, 2]

last: end
"""


def edited() -> DocumentEdits:
    return DocumentEdits(TEXT, "a.yml")


def changed(edits: DocumentEdits) -> tuple[list[str], list[str]]:
    """The lines that only the text before has, and those that only the text after has."""
    before, after = TEXT.splitlines(), edits.text().splitlines()
    return (
        [line for line in before if line not in after],
        [line for line in after if line not in before],
    )


def test_a_text_without_changes_is_the_same() -> None:
    assert edited().text() == TEXT


def test_a_value_is_replaced_and_its_line_stays_as_it_is() -> None:
    edits = edited()
    edits.replace(("name",), "new")
    edits.replace(("first", "one", "b"), "z")
    assert changed(edits) == (
        ['name:   "old"   # why', "  one: {a: 1, b: 'x, y', c: 3}"],
        ["name:   new   # why", "  one: {a: 1, b: z, c: 3}"],
    )


def test_indented_lines_give_way_to_a_value() -> None:
    edits = edited()
    edits.replace(("first",), "{}")
    assert "first: {}\n\nlast: end\n" in edits.text()


def test_a_text_is_written_as_the_one_before_was() -> None:
    edits = edited()
    edits.write(("first", "two", "of"), "words " * 30)
    edits.write(("last",), "Is it? Yes")
    edits.write(("first", "one", "b"), "Is it? Yes")
    text = edits.text()
    lines = text[text.index("    of: >-") : text.index("  three")].splitlines()
    assert lines[1:] == ["      " + " ".join(["words"] * 18), "      " + " ".join(["words"] * 12)]
    assert "last: Is it? Yes\n" in text
    assert 'b: "Is it? Yes", c: 3' in text


def test_a_word_changes_within_folded_lines() -> None:
    edits = edited()
    edits.replace_word(("first", "two", "of"), "text", "words")
    assert changed(edits) == (["      text"], ["      words"])


def test_an_entry_goes_with_its_comment_and_a_heading_stays() -> None:
    edits = edited()
    edits.remove(("first", "two"))
    assert edits.text() == TEXT.replace(TEXT[TEXT.index("  # about") : TEXT.index("  three")], "")
    edits = edited()
    edits.remove(("first", "three"))
    edits.remove(("first", "two"))
    assert "'x, y', c: 3}\n\nlast" in edits.text()


def test_the_last_one_of_a_section_leaves_one_blank_line() -> None:
    edits = DocumentEdits("a: 1\n\nb: 2\n\nc: 3\n", "a.yml")
    edits.remove(("b",))
    assert edits.text() == "a: 1\n\nc: 3\n"


@pytest.mark.parametrize(
    ("key", "left"),
    [("a", "{b: 'x, y', c: 3}"), ("b", "{a: 1, c: 3}"), ("c", "{a: 1, b: 'x, y'}")],
)
def test_an_entry_in_braces_goes_with_its_comma(key: str, left: str) -> None:
    edits = edited()
    edits.remove(("first", "one", key))
    assert f"  one: {left}\n" in edits.text()


def test_lines_are_added_where_they_belong() -> None:
    edits = edited()
    edits.add_after(("first", "two"), ["", "# new", "four: 4"])
    edits.add_after(("first", "one", "a"), ["d: 4"])
    edits.add_before(("first", "two"), ["# look"])
    assert edits.text() == TEXT.replace("a: 1,", "a: 1, d: 4,").replace(
        "  # about", "  # look\n  # about"
    ).replace("  three", "\n  # new\n  four: 4\n  three")


def test_lines_are_added_below_all_comments_of_a_mapping() -> None:
    edits = DocumentEdits("a:\n  b: 1\n  # b again\n# of c\nc: 2\n", "a.yml")
    edits.add_last(("a",), ["d: 3"])
    edits.add_last((), ["e: 4"])
    assert edits.text() == "a:\n  b: 1\n  # b again\n  d: 3\n# of c\nc: 2\ne: 4\n"


def test_an_entry_becomes_a_comment_below_its_reason() -> None:
    edits = edited()
    edits.comment_out(("first", "two"), "gone")
    assert "  # gone\n  # two:\n  #   of: >-\n  #     folded\n  #     text\n  three" in edits.text()


def test_what_changes_inside_of_what_is_taken_out_is_gone() -> None:
    edits = edited()
    edits.replace(("first", "two", "of"), "new")
    edits.remove(("first", "two"))
    assert "new" not in edits.text()


def test_what_is_added_above_an_entry_stays_when_that_is_taken_out() -> None:
    edits = edited()
    edits.remove(("first", "one"))
    edits.add_before(("first", "one"), ["zero: 0"])
    assert "first:\n  zero: 0\n  # about two\n" in edits.text()


def test_aliases_are_refused() -> None:
    with pytest.raises(DraftError, match=r"a\.yml, c: an alias"):
        DocumentEdits("b: &x {d: 1}\nc: *x\n", "a.yml")
