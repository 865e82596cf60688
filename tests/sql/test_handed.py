"""What is read of a wave when its answers are handed on."""

from sql_tables import gives


def test_an_answer_or_the_code_of_why_there_is_none() -> None:
    # The missing category 0 of question 1 has moved; open answers stay.
    gives(
        "handed_answers",
        in_order=True,
        questions="""
            question | variable | type
            1        | kind     | single
            2        | staff    | number
            3        | remark   | text
            """,
        answers="""
            respondent | question | state     | code | value
            3          | 1        | blank     |      |
            2          | 1        | missing   | 0    |
            1          | 1        | answered  | 2    |
            1          | 2        | answered  |      | 12.5
            2          | 2        | not_asked |      |
            1          | 3        | answered  |      |
            """,
        state_codes="""
            question | state     | state_code
            1        | blank     | 9991
            1        | not_asked | 9992
            2        | not_asked | 99992
            """,
        moved_codes="""
            question | code | moved
            1        | 0    | 9990
            """,
        expected="""
            respondent | question | number
            1          | 1        | 2
            2          | 1        | 9990
            3          | 1        | 9991
            1          | 2        | 12.5
            2          | 2        | 99992
            """,
    )


def test_the_largest_number_that_was_given() -> None:
    gives(
        "largest_numbers",
        answers="""
            respondent | question | state    | code | value
            1          | 1        | answered | 2    |
            1          | 2        | answered |      | 12.5
            2          | 2        | answered |      | 3
            """,
        expected="""
            question | largest
            2        | 12.5
            """,
    )


def test_respondents_come_with_pseudonym_design_and_calibration_cell() -> None:
    gives(
        "handed_respondents",
        in_order=True,
        respondents="""
            respondent | row | pseudonym | completed | stratum | stratum_label | cluster | weight
            2          | 5   | bo        |           | 1       | south         | 3       | 2.5
            1          | 4   | ann       | true      | 0       | north         | 0       | 1
            """,
        calibration_cells="""
            respondent | calibration_cell
            1          | 4
            2          | 0
            """,
        expected="""
            respondent | pseudonym | completed | stratum | stratum_label | cluster | calibration_cell | weight
            1          | ann       | true      | 0       | north         | 0       | 4                | 1
            2          | bo        |           | 1       | south         | 3       | 0                | 2.5
            """,  # noqa: E501
    )
