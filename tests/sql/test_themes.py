"""Open answers coded into themes: question 5 is the open one, 6 and 7 are its themes."""

from sql_tables import gives

QUESTIONS = """
    question | variable | item
    5        | remark   | ''
    6        | themes   | digital
    7        | themes   | outdoors
    """
THEMES = """
    question | source
    6        | 5
    7        | 5
    """
CODINGS = """
    coding | row | variable | coder | coder_rank | released
    1      | 2   | themes   | anna  | 1          | true
    2      | 2   | themes   | bo    | 2          | false
    3      | 3   | themes   | bo    | 2          | true
    4      | 4   | themes   | anna  | 1          | false
    5      | 4   | themes   | final | 0          | true
    6      | 4   | themes   | bo    | 2          | false
    5      | 9   | themes   | final | 0          | true
    7      | 9   | themes   | anna  | 1          | true
    """
"""Row 9 was not accepted, and is another one that the respondent of row 4 sent."""
CODED_THEMES = """
    coding | question | place
    1      | 7        | 1
    1      | 6        | 2
    2      | 6        | 1
    4      | 6        | 1
    5      | 7        | 1
    7      | 6        | 1
    """
RESPONDENTS = """
    respondent | row
    1          | 2
    2          | 3
    3          | 4
    4          | 5
    5          | 6
    """
ANSWERS = """
    respondent | question | state
    1          | 5        | answered
    2          | 5        | answered
    3          | 5        | answered
    4          | 5        | answered
    5          | 5        | not_asked
    """
COUNTED = """
    respondent | variable | coding
    1          | themes   | 1
    2          | themes   | 3
    3          | themes   | 5
    """


def test_the_first_coder_counts_and_what_was_agreed_on_before_all() -> None:
    gives("counted_codings", COUNTED, codings=CODINGS, respondents=RESPONDENTS)


def test_an_answer_has_its_themes_and_not_the_others() -> None:
    # Respondent 2 was coded with no theme; 4 was not coded; 5 was not asked.
    gives(
        "derived_themes",
        questions=QUESTIONS,
        themes=THEMES,
        answers=ANSWERS,
        counted_codings=COUNTED,
        coded_themes=CODED_THEMES,
        expected="""
            respondent | question | state     | code | value
            1          | 6        | answered  | 1    |
            1          | 7        | answered  | 1    |
            2          | 6        | answered  | 0    |
            2          | 7        | answered  | 0    |
            3          | 6        | answered  | 0    |
            3          | 7        | answered  | 1    |
            4          | 6        | blank     |      |
            4          | 7        | blank     |      |
            5          | 6        | not_asked |      |
            5          | 7        | not_asked |      |
            """,
    )


def test_what_two_coders_saw_in_the_same_answers() -> None:
    # Not what they agreed on in the end, and not the answer that only one of them coded.
    gives(
        "double_codes",
        questions=QUESTIONS,
        codings=CODINGS,
        coded_themes=CODED_THEMES,
        respondents=RESPONDENTS,
        expected="""
            variable | first_coder | second_coder | first_themes     | second_themes | n
            themes   | anna        | bo           | digital          | ''            | 1
            themes   | anna        | bo           | digital outdoors | digital       | 1
            """,
    )


def test_how_far_the_coding_has_come() -> None:
    gives(
        "coding_progress",
        questions=QUESTIONS,
        themes=THEMES,
        answers=ANSWERS.rstrip()
        + """
    1          | 6        | answered
    2          | 6        | answered
    3          | 6        | answered
    4          | 6        | blank
    5          | 6        | not_asked
    1          | 7        | answered
    """,
        expected="""
            variable | answers | coded
            themes   | 4       | 3
            """,
    )


def test_answers_are_shown_when_the_coding_that_counts_releases_them() -> None:
    # Respondent 2 is released without a theme; respondent 4 was coded by nobody.
    gives(
        "released_answers",
        questions=QUESTIONS,
        themes=THEMES,
        codings=CODINGS,
        coded_themes=CODED_THEMES,
        counted_codings=COUNTED,
        respondents=RESPONDENTS,
        open_answers="""
            respondent | variable | state    | text
            1          | remark   | answered | Godt
            2          | remark   | answered | Intet
            3          | remark   | answered | Ude
            4          | remark   | answered | Uset
            """,
        expected="""
            variable | coding | place | theme    | text
            themes   | 1      | 2     | digital  | Godt
            themes   | 1      | 1     | outdoors | Godt
            themes   | 5      | 1     | outdoors | Ude
            """,
        in_order=True,
    )
