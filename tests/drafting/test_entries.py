"""Entries of a codebook as lines of YAML."""

from dataclasses import replace

import yaml
from drafting_samples import column, tiny_codebook

from pipeline.drafting.entries import answers_lines, category_line, question_lines
from pipeline.drafting.new_questions import NewQuestion


def test_a_category_says_all_that_it_says() -> None:
    categories = tiny_codebook().variables["views"].categories
    assert category_line("agree_strongly", categories["agree_strongly"]) == (
        "agree_strongly: {code: 1, label: {da: Meget enig, en: Strongly agree}, score: 5}"
    )
    assert category_line("yes", categories["dont_know"]) == (
        '"yes": {code: 9, label: {da: Ved ikke, en: Don\'t know}, missing: true}'
    )
    left_out = replace(categories["dont_know"], left_out=True)
    assert "missing: left_out}" in category_line("yes", left_out)


def test_a_scale_becomes_the_answers_of_one_question() -> None:
    written = yaml.safe_load("\n".join(answers_lines(tiny_codebook().variables["views"])))
    assert list(written) == ["categories", "nets"]
    assert written["nets"]["agree"]["of"] == ["agree_strongly", "agree_somewhat"]


def test_a_question_says_what_its_options_hold() -> None:
    columns = (column("q9_a", "Valgt", "Ikke valgt"), column("q9_b", "Ikke valgt"))
    items = (("a", "q9_a", "A"), ("b", "q9_b", "B"))
    question = NewQuestion("q9", "multiple", columns, "Hvem?", "Hvem?", items)
    assert question_lines(question, "da") == [
        "q9:",
        "  type: multiple",
        '  text: {da: "Hvem?"}',
        '  label: {da: "Hvem?"}',
        "  ticked: [Valgt]",
        "  not_ticked: [Ikke valgt]",
        "  items:",
        "    a: {column: q9_a, label: {da: A}}",
        "    b: {column: q9_b, label: {da: B}}",
    ]
