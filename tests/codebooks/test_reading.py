"""codebook.yml: what it may say, and every complaint, with its line and the nearest name."""

from pathlib import Path
from textwrap import dedent

import pytest

from pipeline.codebooks.codebook import (
    Category,
    Codebook,
    Derivation,
    Group,
    Item,
    Joined,
    Net,
)
from pipeline.codebooks.conditions import Condition, Contradiction
from pipeline.codebooks.reading import read_codebook
from pipeline.errors import CodebookError

FILE = Path("codebook.yml")

HEAD = """\
survey: tiny
wave: "2024"
languages: [da]
"""
"""Three lines, which every codebook here begins with."""

QUESTIONS = """\
variables:
  kind:
    type: single
    column: q1
    text: {da: 'Hvad er I?'}
    label: {da: Type}
    categories:
      club: {code: 1, label: {da: Forening}}
      house: {code: 2, label: {da: Hus}}
      dont_know: {code: 9, label: {da: Ved ikke}, missing: left_out}
    nets:
      either: {label: {da: En af dem}, of: [club, house]}
  staff:
    type: number
    column: q2
    text: {da: 'Hvor mange?'}
    label: {da: Ansatte}
  partners:
    type: multiple
    text: {da: 'Hvem med?'}
    label: {da: Partnere}
    items:
      town: {column: q3_1, label: {da: Kommunen}}
      firm: {column: q3_2, label: {da: En virksomhed}}
"""
"""Lines 4 to 27: one question of each kind that others can build on."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files from here."""
    monkeypatch.chdir(tmp_path)


def read(text: str) -> Codebook:
    FILE.write_text(text, encoding="utf-8")
    return read_codebook(FILE)


def complaints(text: str) -> list[str]:
    """What is said of a codebook that begins with HEAD."""
    with pytest.raises(CodebookError) as raised:
        read(HEAD + dedent(text))
    return list(raised.value.messages)


def also(variable: str) -> str:
    """The questions with one more variable, which begins on line 28."""
    return QUESTIONS + "  " + dedent(variable).replace("\n", "\n  ")


def test_a_codebook_as_values() -> None:
    codebook = read(
        HEAD
        + also(
            """\
            views:
              type: battery
              text: {da: 'Hvor enige?'}
              label: {da: Holdninger}
              asked_if: {partners.town: [yes], kind: [either]}
              categories: {agree: {code: 1, label: {da: Enig}, score: 5}}
              items: {faster: {column: q4, label: {da: Hurtigere}}}
            size:
              type: recode
              of: staff
              label: {da: Størrelse}
              groups:
                small: {label: {da: Små}, range: [0, 9]}
                large: {label: {da: Store}, range: [10, null]}
            kind_by_size: {type: cross, of: [kind, size], label: {da: Begge}}
            ticks: {type: count, of: partners, categories: [yes], label: {da: Antal}}
            mood: {type: mean, of: views, label: {da: Stemning}}
            """
        )
    )
    kind, views, size, cross = (
        codebook.variables[name] for name in ("kind", "views", "size", "kind_by_size")
    )
    assert kind.categories["club"] == Category(1, {"da": "Forening"})
    assert kind.categories["dont_know"] == Category(
        9, {"da": "Ved ikke"}, missing=True, left_out=True
    )
    assert kind.nets == {"either": Net({"da": "En af dem"}, ("club", "house"))}
    assert views.asked_if == (
        Condition("partners", "town", ("yes",)),
        Condition("kind", "", ("club", "house")),
    )
    assert size.derivation == Derivation(
        (("staff", ""),), {"small": Group(low=0, high=9), "large": Group(low=10)}
    )
    assert {name: one.label["da"] for name, one in cross.categories.items()} == {
        "club*small": "Forening, små",
        "club*large": "Forening, store",
        "house*small": "Hus, små",
        "house*large": "Hus, store",
    }
    assert codebook.variables["ticks"].derivation == Derivation(
        (("partners", "town"), ("partners", "firm")), categories=("yes",)
    )
    assert codebook.variables["mood"].derivation == Derivation((("views", "faster"),))
    assert list(codebook.question_columns) == ["q1", "q2", "q3_1", "q3_2", "q4"]


JOINED = """\
    tools:
      type: multiple
      column: q4
      joined_by: ", "
      text: {da: 'Hvilke?'}
      label: {da: Redskaber}
      items:
        mail: {label: {da: Mail}, aliases: ["Mail, post"]}
        rest: {label: {da: Andet}, other: true}
    """


def test_several_answers_in_one_cell() -> None:
    codebook = read(HEAD + also(JOINED))
    tools = codebook.variables["tools"]
    assert tools.joined == Joined("q4", ", ")
    assert tools.items == {
        "mail": Item({"da": "Mail"}, "q4 [tools.mail]", aliases=("Mail, post",)),
        "rest": Item({"da": "Andet"}, "q4 [tools.rest]", other=True),
    }
    assert codebook.received_columns == ("q1", "q2", "q3_1", "q3_2", "q4")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            '  joined_by: ", "\n    ',
            "",
            '28, variables.tools: "column" and "joined_by" belong together: one column that holds '
            "several answers, and what stands between them",
        ),
        (
            "column: q4",
            "column: q1",
            '30, variables.tools.column: column "q1" is also used by variables.kind',
        ),
        (
            "other: true",
            'aliases: ["Mail,  post"]',
            '36, variables.tools.items.rest: "Mail,  post" also means "mail"; texts must differ',
        ),
        (
            "rest: {",
            "rest: {column: q5, ",
            '36, variables.tools.items.rest: has no "column" of its own beside "joined_by"; '
            "remove it",
        ),
        (
            "mail: {",
            "mail: {other: true, ",
            '36, variables.tools.items.rest: "mail" has "other: true" already; only one option '
            "can have it",
        ),
        (
            "type: multiple",
            "type: multiple\n      ticked: ['1']",
            '28, variables.tools: "ticked" and "not_ticked" are for options that have a column '
            "each; remove them",
        ),
    ],
)
def test_joined_answers_that_cannot_be_read(before: str, after: str, expected: str) -> None:
    assert before in JOINED
    lines = complaints(also(JOINED.replace(before, after)))
    assert [line.removeprefix("codebook.yml, line ") for line in lines] == [expected]


def test_an_option_without_a_column_needs_a_joined_one() -> None:
    apart = JOINED.replace("      column: q4\n", "").replace('      joined_by: ", "\n', "")
    assert [line.removeprefix("codebook.yml, line ") for line in complaints(also(apart))] == [
        '33, variables.tools.items.mail: needs its "column"; or the question needs "column" and '
        '"joined_by", where one column holds all answers',
        '33, variables.tools.items.mail: "aliases" and "other" are for answers in one column '
        '("joined_by")',
        '34, variables.tools.items.rest: needs its "column"; or the question needs "column" and '
        '"joined_by", where one column holds all answers',
        '34, variables.tools.items.rest: "aliases" and "other" are for answers in one column '
        '("joined_by")',
    ]


def test_a_scale_gives_its_categories_and_nets_to_the_variables_that_name_it() -> None:
    codebook = read(
        HEAD
        + dedent(
            """\
            scales:
              agreement:
                categories:
                  agree: {code: 1, label: {da: Enig}}
                  disagree: {code: 2, label: {da: Uenig}}
                nets: {any: {label: {da: Noget}, of: [agree, disagree]}}
            variables:
              view:
                {type: single, column: q1, text: {da: 'Hvad?'}, label: {da: Syn}, scale: agreement,
                 nets: {no: {label: {da: Nej}, of: [disagree]}}}
            """
        )
    )
    view = codebook.variables["view"]
    assert list(view.categories) == ["agree", "disagree"]
    assert view.category_names("any") == ("agree", "disagree")
    assert view.category_names("no") == ("disagree",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "varables: {}\n",
            [
                'codebook.yml: "variables" is missing; add it',
                'codebook.yml, line 4, varables: unknown key; did you mean "variables"?',
            ],
            id="unknown key of the file",
        ),
        pytest.param(
            "variables: {}\n",
            [
                "codebook.yml, line 4, variables: dictionary should have at least 1 item after "
                "validation, not 0 (found: {})"
            ],
            id="no variable",
        ),
        pytest.param(
            also("more: {type: text, colum: q4, text: {da: 'Mere?'}, label: {da: Mere}}"),
            [
                'codebook.yml, line 28, variables.more: "column" is missing; add it',
                'codebook.yml, line 28, variables.more.colum: unknown key; did you mean "column"?',
            ],
            id="unknown key of a variable",
        ),
        pytest.param(
            also("more: {type: multipel, label: {da: Mere}}"),
            [
                'codebook.yml, line 28, variables.more: unknown type "multipel"; '
                'did you mean "multiple"?'
            ],
            id="unknown type",
        ),
        pytest.param(
            also("more: {column: q4, text: {da: 'Mere?'}, label: {da: Mere}}"),
            ['codebook.yml, line 28, variables.more: "type" is missing; add it'],
            id="no type",
        ),
        pytest.param(
            also("more: {type: text, column: q4, text: {da: 'Mere?'}}"),
            ['codebook.yml, line 28, variables.more: "label" is missing; add it'],
            id="no label",
        ),
        pytest.param(
            also('more: {type: text, column: q4, text: {da: ""}, label: {da: Mere}}'),
            [
                "codebook.yml, line 28, variables.more.text.da: is empty; write it, or "
                "take the line out (found: '')"
            ],
            id="an empty text",
        ),
        pytest.param(
            also("More: {type: text, column: q4, text: {da: 'Mere?'}, label: {da: Mere}}"),
            [
                "codebook.yml, line 28, variables.More: a name is small letters (a to z), digits "
                "and underscores, a letter first (found: 'More')"
            ],
            id="a name that cannot be part of a key",
        ),
        pytest.param(
            also("more: {type: text, column: q4, text: Mere?, label: {da: Mere}}"),
            [
                "codebook.yml, line 28, variables.more.text: words for readers stand under their "
                "language, as {en: ...} (found: 'Mere?')"
            ],
            id="a text without its language",
        ),
        pytest.param(
            also("more: {type: recode, of: stff, label: {da: Mere}, groups: {}}"),
            [
                'codebook.yml, line 28, variables.more.of: there is no question "stff"; did you '
                'mean "staff"?'
            ],
            id="a source that does not exist",
        ),
    ],
)
def test_keys_and_names(text: str, expected: list[str]) -> None:
    assert complaints(text) == expected


SINGLE = "{type: single, column: q4, text: {da: 'Hvad?'}, label: {da: Mere}, "


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param(
            "categories: {a: {code: 1, label: {da: A}}, b: {code: 1, label: {da: B}}}",
            ['.categories.b: code 1 is also the code of "a"'],
            id="a doubled code",
        ),
        pytest.param(
            "categories: {a: {code: 1, label: {da: Ja}}, b: {code: 2, label: {da: JA}}}",
            ['.categories.b: "JA" also means "a"; texts must differ'],
            id="a doubled text",
        ),
        pytest.param(
            'categories: {a: {code: 1, label: {da: "2"}}, b: {code: 2, label: {da: B}}}',
            ['.categories.b: "2" also means "a"; texts must differ'],
            id="a code that is another's label",
        ),
        pytest.param(
            "categories: {a: {code: 1, label: {da: A}}, b: {code: 2, label: {da: B}, "
            "aliases: [a]}}",
            ['.categories.b: "a" also means "a"; texts must differ'],
            id="an alias that is another's label",
        ),
        pytest.param(
            "categories: {agree: {code: 1, label: {da: A}}}, "
            "nets: {both: {label: {da: B}, of: [agre]}}",
            ['.nets.both: "agre" is no category; did you mean "agree"?'],
            id="a net of a category that does not exist",
        ),
        pytest.param(
            "categories: {a: {code: 1, label: {da: A}}}, nets: {n: {label: {da: B}, of: [a, a]}}",
            ['.nets.n: "a" stands twice; remove one'],
            id="a net that names a category twice",
        ),
        pytest.param(
            "categories: {a: {code: 1, label: {da: A}}}, nets: {a: {label: {da: B}, of: [a]}}",
            ['.nets.a: "a" is a category as well; give the net another name'],
            id="a net with the name of a category",
        ),
        pytest.param(
            "categories: {all: {code: 1, label: {da: A}}}",
            [': a category cannot be called "all", which means everyone; choose another name'],
            id="a category with the name of everyone",
        ),
        pytest.param(
            "scale: agrement",
            ['.scale: "agrement" is no scale'],
            id="a scale that does not exist",
        ),
        pytest.param(
            "scale: a, categories: {b: {code: 1, label: {da: B}}}",
            [': give either "categories" or "scale"', '.scale: "a" is no scale'],
            id="scale and categories",
        ),
        pytest.param("nets: {}", [': give either "categories" or "scale"'], id="no answers at all"),
    ],
)
def test_answers(answers: str, expected: list[str]) -> None:
    found = complaints(also(f"more: {SINGLE}{answers}}}"))
    assert found == [f"codebook.yml, line 28, variables.more{one}" for one in expected]


def test_a_scale_or_a_variable_says_that_it_runs_from_nothing_to_much() -> None:
    scales = """\
scales:
  much: {unipolar: true, categories: {a: {code: 1, label: {da: A}}}}
  agree: {categories: {a: {code: 1, label: {da: A}}}}
"""
    single = "type: single, text: {da: 'Hvad?'}, label: {da: X}"
    codebook = read(
        f"{HEAD}{scales}variables:\n"
        f"  one: {{{single}, column: q1, scale: much}}\n"
        f"  two: {{{single}, column: q2, scale: agree}}\n"
        f"  three: {{{single}, column: q3, unipolar: true, categories: {{a: {{code: 1, "
        "label: {da: A}}}}\n"
    )
    found = {name: variable.unipolar for name, variable in codebook.variables.items()}
    assert found == {"one": True, "two": False, "three": True}


def test_the_answers_of_a_scale_are_checked_where_the_scale_stands() -> None:
    scale = (
        "scales: {s: {categories: {a: {code: 1, label: {da: A}}, b: {code: 1, label: {da: B}}}}}\n"
    )
    assert complaints(scale + QUESTIONS) == [
        'codebook.yml, line 4, scales.s.categories.b: code 1 is also the code of "a"'
    ]


@pytest.mark.parametrize(
    ("asked_if", "expected"),
    [
        (
            "{knid: [club]}",
            '.knid: there is no question "knid"; did you mean "kind"?',
        ),
        (
            "{later: [club]}",
            '.later: "later" must stand before this question',
        ),
        (
            "{kind: [clb]}",
            '.kind: "clb" is no category or net of kind; did you mean "club"?',
        ),
        ("{partners: [yes]}", '.partners: name an item: "partners.<item>"'),
        (
            "{partners.twn: [yes]}",
            '.partners.twn: "twn" is no item of partners; did you mean "town"?',
        ),
        (
            "{staff: [some]}",
            '.staff: "staff" is no coded question of the questionnaire; name one',
        ),
    ],
)
def test_routing(asked_if: str, expected: str) -> None:
    more = (
        f"more: {{type: text, column: q4, text: {{da: M}}, label: {{da: M}}, asked_if: {asked_if}}}"
    )
    later = "\nlater: {type: text, column: q5, text: {da: M}, label: {da: M}}"
    assert complaints(also(more + later)) == [
        f"codebook.yml, line 28, variables.more.asked_if{expected}"
    ]


def test_routing_asks_what_was_answered_never_what_was_derived() -> None:
    made = """\
        group: {type: recode, of: kind, label: {da: G}, groups: {one: {label: {da: E}, of: [club]}}}
        more: {type: text, column: q4, text: {da: M}, label: {da: M}, asked_if: {group: [one]}}
        """
    assert complaints(also(made)) == [
        'codebook.yml, line 29, variables.more.asked_if.group: "group" is no coded question of '
        "the questionnaire; name one"
    ]


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        pytest.param(
            "{type: multiple, text: {da: M}, label: {da: M}, maximum: 2, "
            "items: {a: {column: q4, label: {da: A}}}}",
            [".maximum: must lie between 1 and the 1 items"],
            id="more ticks than items",
        ),
        pytest.param(
            "{type: multiple, text: {da: M}, label: {da: M}, ticked: [x], not_ticked: [x], "
            "items: {a: {column: q4, label: {da: A}}}}",
            [': "x" cannot mean both ticked and not ticked'],
            id="ticked and not ticked",
        ),
        pytest.param(
            "{type: multiple, text: {da: M}, label: {da: M}, missing: ['0', '9'], "
            "items: {a: {column: q4, label: {da: A}}}}",
            [': "0" cannot be an answer and missing'],
            id="not ticked and missing",
        ),
        pytest.param(
            "{type: number, column: q4, text: {da: M}, label: {da: M}, range: [5, 1]}",
            [".range: 5 is more than 1"],
            id="a range the wrong way round",
        ),
        pytest.param(
            "{type: recode, of: staff, label: {da: M}, groups: "
            "{a: {label: {da: A}, range: [0, 9]}, b: {label: {da: B}, range: [9, null]}}}",
            ['.groups.b: overlaps with "a"'],
            id="overlapping ranges",
        ),
        pytest.param(
            "{type: recode, of: staff, label: {da: M}, groups: "
            "{a: {label: {da: A}, range: [9, 0]}}}",
            [".groups.a.range: 9 is more than 0"],
            id="a group's range the wrong way round",
        ),
        pytest.param(
            "{type: recode, of: kind, label: {da: M}, groups: "
            "{a: {label: {da: A}, of: [club]}, b: {label: {da: B}, of: [either]}}}",
            ['.groups.b: overlaps with "a"'],
            id="a category in two groups",
        ),
        pytest.param(
            "{type: recode, of: kind, label: {da: M}, groups: {a: {label: {da: A}, of: [clb]}}}",
            ['.groups.a: "clb" is no category or net of kind; did you mean "club"?'],
            id="a group of a category that does not exist",
        ),
        pytest.param(
            "{type: recode, of: kind, label: {da: M}, groups: "
            "{a: {label: {da: A}, range: [0, 9]}, b: {label: {da: B}}}}",
            ['.groups.a: needs "of", and only it', '.groups.b: needs "of", and only it'],
            id="a range of categories",
        ),
        pytest.param(
            "{type: recode, of: staff, label: {da: M}, groups: {a: {label: {da: A}}}}",
            ['.groups.a: needs "range", and only it'],
            id="a group of numbers without range",
        ),
        pytest.param(
            "{type: recode, of: partners, label: {da: M}, groups: "
            "{a: {label: {da: A}, of: [yes]}}}",
            [".of: a recode is made of one coded question or one number"],
            id="a recode of several items",
        ),
        pytest.param(
            "{type: cross, of: [kind, staff], label: {da: M}}",
            ['.of: "staff" has no categories that can be crossed'],
            id="a cross with a number",
        ),
        pytest.param(
            "{type: cross, of: [kind, partners], label: {da: M}}",
            ['.of: name an item: "partners.<item>"'],
            id="a cross with several items",
        ),
        pytest.param(
            "{type: cross, of: [kind, partners.twn], label: {da: M}}",
            ['.of: "twn" is no item of partners; did you mean "town"?'],
            id="a cross with an item that does not exist",
        ),
        pytest.param(
            "{type: cross, of: [kind], label: {da: M}}",
            [".of: needs 2 entries"],
            id="a cross of one",
        ),
        pytest.param(
            "{type: count, of: kind, categories: [club], label: {da: M}}",
            ['.of: "kind" has no items'],
            id="a count over a single question",
        ),
        pytest.param(
            "{type: count, of: partners.town, categories: [yes], label: {da: M}}",
            ['.of: write "partners", and the items under "items"'],
            id="a count over one item",
        ),
        pytest.param(
            "{type: count, of: partners, items: [town, frm], categories: [yse], label: {da: M}}",
            [
                '.items: "frm" is no item of partners; did you mean "firm"?',
                '.categories: "yse" is no category or net of partners; did you mean "yes"?',
            ],
            id="a count of what does not exist",
        ),
        pytest.param(
            "{type: count, of: partners, items: [town, town], categories: [yes], label: {da: M}}",
            ['.items: "town" stands twice; remove one'],
            id="an item counted twice",
        ),
        pytest.param(
            "{type: mean, of: partners, label: {da: M}}",
            ['.of: no category of "partners" has a score'],
            id="a mean without scores",
        ),
        pytest.param(
            "{type: mean, of: nothing, label: {da: M}}",
            ['.of: there is no question "nothing"; known: kind, staff, partners'],
            id="a mean of nothing",
        ),
    ],
)
def test_questions_and_derivations(variable: str, expected: list[str]) -> None:
    found = complaints(also(f"more: {variable}"))
    assert found == [f"codebook.yml, line 28, variables.more{one}" for one in expected]


def test_a_column_means_one_thing() -> None:
    columns = "columns: {respondent: id, personal: [q4]}\n"
    text = also(
        """\
        more: {type: text, column: q1, text: {da: M}, label: {da: M}}
        most: {type: text, column: q4, text: {da: M}, label: {da: M}}
        pair:
          type: multiple
          text: {da: M}
          label: {da: M}
          items:
            one: {column: q5, label: {da: E}}
            two: {column: q5, label: {da: T}}
        """
    )
    assert complaints(columns + text) == [
        'codebook.yml, line 29, variables.more: column "q1" is also used by variables.kind',
        'codebook.yml, line 30, variables.most: column "q4" is also used by columns',
        'codebook.yml, line 37, variables.pair.items.two: column "q5" is also used by '
        "variables.pair.one",
    ]


def test_labels_are_in_the_main_language_and_in_known_ones() -> None:
    text = also("more: {type: text, column: q4, text: {en: 'More?'}, label: {da: M, sv: M}}")
    assert complaints(text) == [
        'codebook.yml, line 28, variables.more.text: the main language "da" is missing',
        'codebook.yml, line 28, variables.more.text.en: "en" is not among the languages',
        'codebook.yml, line 28, variables.more.label.sv: "sv" is not among the languages',
    ]


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        (
            "[]",
            "tuple should have at least 1 item after validation, not 0 (found: [])",
        ),
        ("[da, da]", '"da" stands twice; remove one'),
        ("da", "must be a list, as [one, another] (found: 'da')"),
    ],
)
def test_languages(languages: str, message: str) -> None:
    with pytest.raises(CodebookError) as raised:
        read(HEAD.replace("[da]", languages) + QUESTIONS)
    assert list(raised.value.messages) == [f"codebook.yml, line 3, languages: {message}"]


def test_a_variable_cannot_have_the_name_of_the_response_table() -> None:
    assert complaints(
        also("response: {type: text, column: q4, text: {da: M}, label: {da: M}}")
    ) == [
        "codebook.yml, line 28, variables.response: the name is taken by the response table; "
        "choose another"
    ]


def test_everything_that_is_wrong_is_said_in_one_go() -> None:
    text = also(
        """\
        one: {type: recode, of: stff, label: {da: M}, groups: {}}
        two: {type: mean, of: kind, label: {da: M}}
        three: {type: text, column: q1, text: {en: M}, label: {da: M}}
        """
    )
    assert [message.split(", ")[1] for message in complaints(text)] == [
        "line 28",
        "line 29",
        "line 30",
        "line 30",
        "line 30",
    ]


REMARK = """\
remark:
  type: text
  column: q9
  text: {da: 'Andet?'}
  label: {da: Bemærkning}
"""
"""Lines 28 to 32: an open question."""


def test_themes_of_an_open_question() -> None:
    themes = """\
        themes:
          type: themes
          of: remark
          coders: [Anna, Bo]
          label: {da: Temaer}
          themes:
            praise:
              label: {da: Ros}
              description: {da: Noget godt}
              key_words: {da: [god*, ros]}
            rest: {label: {da: Resten}}
        """
    variable = read(HEAD + also(REMARK + dedent(themes))).variables["themes"]
    assert variable.text == {"da": "Andet?"}
    assert list(variable.items) == ["praise", "rest"]
    assert variable.items["praise"].key_words == {"da": ("god*", "ros")}
    assert variable.items["praise"].description == {"da": "Noget godt"}
    assert list(variable.categories) == ["yes", "no"]
    assert variable.derivation == Derivation((("remark", ""),))
    assert variable.coders == ("Anna", "Bo")


def test_themes_that_cannot_be() -> None:
    themes = """\
        themes:
          type: themes
          of: remark
          coders: [Final, Bo, Bo]
          label: {da: Temaer}
          themes:
            none: {label: {da: Intet}}
            rest: {label: {da: Resten}, key_words: {de: [gut], da: ["*"]}}
        other:
          type: themes
          of: remark
          coders: [Bo]
          label: {da: Temaer}
          themes: {rest: {label: {da: Resten}}}
        third:
          type: themes
          of: staff
          coders: [Bo]
          label: {da: Temaer}
          themes: {rest: {label: {da: Resten}, description: {de: Rest}}}
        """
    lines = complaints(also(REMARK + dedent(themes)))
    assert [line.removeprefix("codebook.yml, line ") for line in lines] == [
        '36, variables.themes.coders: "Final" has a meaning of its own; name a person',
        '39, variables.themes.themes.none: "none" means that no theme fits; rename it',
        '40, variables.themes.themes.rest.key_words: "de" is not among the languages; known: da',
        '40, variables.themes.themes.rest.key_words: "*" would be found in every answer',
        '36, variables.themes.coders: "Bo" stands twice; remove one',
        '43, variables.other.of: "themes" holds the themes of it already',
        '49, variables.third.of: "staff" is no open question (type: text)',
        '52, variables.third.themes.rest.description: the main language "da" is missing',
        '52, variables.third.themes.rest.description.de: "de" is not among the languages',
    ]


CHECK = "checks: {odd: {label: {da: Sært}, when: {kind: [either], partners.town: [yes]}}}\n"


def test_rules_that_tell_contradictions() -> None:
    assert read(HEAD + QUESTIONS + CHECK).contradictions == {
        "odd": Contradiction(
            {"da": "Sært"},
            (Condition("kind", "", ("club", "house")), Condition("partners", "town", ("yes",))),
        )
    }


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        (
            "kind: [",
            "knd: [",
            '.odd.when.knd: there is no question "knd"; did you mean "kind"?',
        ),
        (
            "[either]",
            "[eithr]",
            '.odd.when.kind: "eithr" is no category or net of kind; did you mean "either"?',
        ),
        ("partners.town", "partners", '.odd.when.partners: name an item: "partners.<item>"'),
        (
            "kind: [either]",
            "staff: [many]",
            '.odd.when.staff: "staff" has no categories; name one that has, or a recode of it',
        ),
        ("odd", "speeders", ".speeders: every wave has a check of this name; choose another"),
        ("{da: Sært}", "{en: Odd}", '.odd.label: the main language "da" is missing'),
    ],
)
def test_a_rule_that_cannot_be_checked(written: str, instead: str, expected: str) -> None:
    found = complaints(QUESTIONS + CHECK.replace(written, instead))
    assert f"codebook.yml, line 28, checks{expected}" in found
