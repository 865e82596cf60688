"""What is read of a wave when its answers are handed on."""

from sql_tables import gives


def test_answers_come_with_their_state_and_open_answers_stay() -> None:
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
            2          | 1        | missing   | 9    |
            1          | 1        | answered  | 2    |
            1          | 2        | answered  |      | 12.5
            2          | 2        | not_asked |      |
            1          | 3        | answered  |      |
            """,
        expected="""
            respondent | question | state     | code | value
            1          | 1        | answered  | 2    |
            2          | 1        | missing   | 9    |
            1          | 2        | answered  |      | 12.5
            2          | 2        | not_asked |      |
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
