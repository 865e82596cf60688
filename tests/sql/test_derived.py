"""Variables made of others."""

from sql_tables import gives


def test_a_recode_of_categories_and_one_of_numbers() -> None:
    # Question 11 groups question 1: codes 1 and 2 are group 1, a missing 9 is group 2, 3 is none.
    # Question 12 groups the number 4: up to 9, and from 10 on; 9.5 lies between them.
    gives(
        "derived_groups",
        answers="""
            respondent | question | state     | code | value
            1          | 1        | answered  | 1    |
            2          | 1        | answered  | 2    |
            3          | 1        | answered  | 3    |
            4          | 1        | missing   | 9    |
            5          | 1        | not_asked |      |
            1          | 4        | answered  |      | 9
            2          | 4        | answered  |      | 10
            3          | 4        | answered  |      | 9.5
            4          | 4        | invalid   |      |
            5          | 4        | blank     |      |
            """,
        recodes="""
            question | source | source_code | code
            11       | 1      | 1           | 1
            11       | 1      | 2           | 1
            11       | 1      | 9           | 2
            """,
        recode_ranges="""
            question | source | low | high | code
            12       | 4      |     | 9    | 1
            12       | 4      | 10  |      | 2
            """,
        expected="""
            respondent | question | state     | code | value
            1          | 11       | answered  | 1    |
            2          | 11       | answered  | 1    |
            3          | 11       | missing   |      |
            4          | 11       | answered  | 2    |
            5          | 11       | not_asked |      |
            1          | 12       | answered  | 1    |
            2          | 12       | answered  | 2    |
            3          | 12       | missing   |      |
            4          | 12       | invalid   |      |
            5          | 12       | blank     |      |
            """,
    )


def test_a_cross_has_a_code_where_both_have_one() -> None:
    # Respondent 3 answered the second with a category that is not crossed.
    gives(
        "derived_crosses",
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 1
            1          | 2        | answered | 2
            2          | 1        | answered | 2
            2          | 2        | blank    |
            3          | 1        | answered | 1
            3          | 2        | missing  | 9
            4          | 1        | invalid  |
            4          | 2        | answered | 1
            """,
        crosses="""
            question | first | first_code | second | second_code | code
            20       | 1     | 1          | 2      | 1           | 1
            20       | 1     | 1          | 2      | 2           | 2
            20       | 1     | 2          | 2      | 1           | 3
            20       | 1     | 2          | 2      | 2           | 4
            """,
        expected="""
            respondent | question | state    | code | value
            1          | 20       | answered | 2    |
            2          | 20       | blank    |      |
            3          | 20       | missing  |      |
            4          | 20       | invalid  |      |
            """,
    )


def test_a_count_and_a_mean_over_items() -> None:
    # 30 counts code 1 over the questions 1 and 2: two of two, none of two, one of one.
    # 31 averages scores: (5 + 2) / 2; a missing answer has none; respondent 3 has one answer.
    gives(
        "derived_numbers",
        respondents="respondent\n1\n2\n3\n4",
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 1
            1          | 2        | answered | 1
            2          | 1        | answered | 2
            2          | 2        | missing  | 9
            3          | 1        | answered | 1
            3          | 2        | blank    |
            4          | 1        | blank    |
            4          | 2        | blank    |
            1          | 5        | answered | 1
            1          | 6        | answered | 4
            2          | 5        | missing  | 9
            2          | 6        | missing  | 9
            3          | 5        | answered | 4
            3          | 6        | blank    |
            """,
        counts="""
            question | source | source_code | counted
            30       | 1      | 1           | true
            30       | 1      | 2           | false
            30       | 2      | 1           | true
            30       | 2      | 9           | false
            """,
        means="""
            question | source | source_code | score
            31       | 5      | 1           | 5
            31       | 5      | 4           | 2
            31       | 6      | 1           | 5
            31       | 6      | 4           | 2
            """,
        expected="""
            respondent | question | state    | code | value
            1          | 30       | answered |      | 2
            2          | 30       | answered |      | 0
            3          | 30       | answered |      | 1
            4          | 30       | blank    |      |
            1          | 31       | answered |      | 3.5
            2          | 31       | blank    |      |
            3          | 31       | answered |      | 2
            4          | 31       | blank    |      |
            """,
    )
