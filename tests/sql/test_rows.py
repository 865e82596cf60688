"""Which received rows are accepted, and why the others are not."""

from sql_tables import gives

RECEIVED = """
    row | respondent_key | is_test | completed | answers | started | finished | weight | stratum_label | cluster_label
    2   | ann            | false   | true      | 5       |         |          | 1      | north         | 7
    3   | ann            | false   | false     | 7       |         |          | 1      | north         | 7
    4   | bo             | false   | false     | 3       |         |          | 1      | north         | 7
    5   | bo             | false   | false     | 2       |         |          | 1      | south         | 7
    6   | cy             | true    | true      | 5       |         |          | 1      | east          | 7
    7   | di             | false   | true      | 0       |         |          | 1      |               |
    8   |                | false   | true      | 4       |         |          | 1      |               |
    9   | ed             | false   |           | 4       |         |          | 2.5    | north         | 8
    10  | fay            | false   | true      | 4       |         |          | 1      | north         | 9
    11  | fay            | false   | true      | 4       |         |          | 1      | north         | 7
    """  # noqa: E501


NOBODY = "row | name"


def test_of_double_submissions_the_last_complete_one_stays() -> None:
    # ann's complete row 2 beats her later row 3; bo never completed: his last row; fay's last.
    # Clusters are numbered within strata: 7 of the north is not 7 of the south, and nobody of the
    # east is accepted.
    gives(
        "respondents",
        received=RECEIVED,
        left_out=NOBODY,
        in_order=True,
        expected="""
            respondent | row | pseudonym | completed | weight | stratum | cluster
            1          | 2   | ann       | true      | 1      | 0       | 0
            2          | 5   | bo        | false     | 1      | 1       | 2
            3          | 9   | ed        |           | 2.5    | 0       | 1
            4          | 11  | fay       | true      | 1      | 0       | 0
            """,
    )


def test_without_a_design_all_are_in_one_stratum() -> None:
    gives(
        "respondents",
        left_out=NOBODY,
        received="""
            row | respondent_key | is_test | completed | answers | started | finished | weight | stratum_label | cluster_label
            2   | ann            | false   | true      | 5       |         |          | 1      |               |
            3   | bo             | false   | true      | 5       |         |          | 1      |               |
            """,  # noqa: E501
        expected="""
            respondent | stratum | cluster | stratum_label | cluster_label
            1          | 0       | 0       |               |
            2          | 0       | 0       |               |
            """,
    )


RESPONDENTS = """
    respondent | row
    1          | 2
    2          | 5
    3          | 9
    4          | 11
    """


def test_every_other_row_has_its_reason() -> None:
    gives(
        "rejected_rows",
        received=RECEIVED,
        respondents=RESPONDENTS,
        left_out=NOBODY,
        broken_rows="""
            row | text       | reason
            12  | broken;row | 2 cells instead of 8
            """,
        in_order=True,
        expected="""
            row | column_name | value | kind | reason
            3   |             |       | row  | double submission
            4   |             |       | row  | double submission
            6   |             |       | row  | test answer
            7   |             |       | row  | no question answered
            8   |             |       | row  | no respondent id
            10  |             |       | row  | double submission
            12  |             |       | row  | broken row: 2 cells instead of 8
            """,
    )


def test_for_a_submission_that_is_left_out_no_earlier_one_counts() -> None:
    left_out = "row | name\n2 | speeders\n9 | no_staff"
    gives(
        "respondents",
        received=RECEIVED,
        left_out=left_out,
        in_order=True,
        expected="""
            respondent | row | pseudonym
            1          | 5   | bo
            2          | 11  | fay
            """,
    )
    gives(
        "rejected_rows",
        received=RECEIVED,
        respondents="respondent | row\n1 | 5\n2 | 11",
        left_out=left_out,
        broken_rows="row | text | reason",
        in_order=True,
        expected="""
            row | reason
            2   | left out: speeders
            3   | double submission
            4   | double submission
            6   | test answer
            7   | no question answered
            8   | no respondent id
            9   | left out: no_staff
            10  | double submission
            """,
    )


def test_rejections_are_counted_by_reason() -> None:
    gives(
        "rejects_by_reason",
        rejected_rows="""
            row | column_name | value | kind | reason
            3   |             |       | row  | double submission
            4   |             |       | row  | broken row: 2 cells instead of 8
            5   |             |       | row  | broken row: no end of the quotes
            6   |             |       | row  | left out: speeders
            """,
        rejected_values="""
            row | column_name | value | kind  | reason
            2   | q1          | x     | value | unknown label
            2   | q2          | y     | value | unknown label
            """,
        in_order=True,
        expected="""
            kind  | reason            | rejects | rows
            row   | broken row        | 2       | 2
            row   | double submission | 1       | 1
            row   | left out          | 1       | 1
            value | unknown label     | 2       | 1
            """,
    )


def test_the_check_of_rows_finds_one_that_is_lost() -> None:
    tables = {
        "received": "row\n2\n3\n4",
        "broken_rows": "row | text | reason\n5 | x | y",
        "respondents": "respondent | row\n1 | 2\n2 | 3",
    }
    whole = "row\n4\n5"
    gives("checks/accounted_rows", "received | accepted | rejected", rejected_rows=whole, **tables)
    gives(
        "checks/accounted_rows",
        "received | accepted | rejected\n4 | 2 | 1",
        rejected_rows="row\n4",
        **tables,
    )


def test_response_by_the_frame_and_for_all() -> None:
    # Two clubs answered, one to the end; the house did not get to the end; one said nothing of it.
    gives(
        "response",
        respondents="""
            respondent | completed
            1          | true
            2          | false
            3          | false
            4          | true
            """,
        questions="question | variable\n1 | kind\n2 | other",
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 1
            1          | 2        | answered | 2
            2          | 1        | answered | 1
            3          | 1        | answered | 2
            4          | 1        | blank    |
            """,
        categories="""
            variable | code | category
            kind     | 1    | club
            kind     | 2    | house
            kind     | 3    | none
            other    | 2    | house
            """,
        frame="""
            variable | category | units
            kind     | club     | 12
            kind     | house    | 8
            kind     | none     | 1
            """,
        expected="""
            variable | category | invited | responded | completed
            kind     | club     | 12      | 2         | 1
            kind     | house    | 8       | 1         | 0
            kind     | none     | 1       | 0         | 0
            ''       | all      | 21      | 4         | 2
            """,
    )


def test_rejections_of_a_column_are_compared_with_its_answers() -> None:
    # Of q3's four answers two were not asked for; of q4's three one is unknown. Blanks are none.
    gives(
        "rejected_shares",
        questions="""
            question | variable | item | column_name
            1        | maths    |      | q3
            2        | mood     |      | q4
            3        | size     |      |
            """,
        answers="""
            respondent | question | state     | code
            1          | 1        | invalid   |
            2          | 1        | invalid   |
            3          | 1        | answered  | 1
            4          | 1        | missing   | 9
            5          | 1        | blank     |
            1          | 2        | invalid   |
            2          | 2        | answered  | 1
            3          | 2        | answered  | 1
            4          | 2        | not_asked |
            """,
        rejected_values="""
            row | column_name | value | kind  | reason
            12  | q3          |       | value | not asked
            7   | q3          |       | value | not asked
            9   | q4          | x     | value | unknown label
            """,
        expected="""
            column_name | variable | reason        | rejected | answers | first_row
            q3          | maths    | not asked     | 2        | 4       | 7
            q4          | mood     | unknown label | 1        | 3       | 9
            """,
    )
