"""Answers counted by group and filter."""

from sql_tables import gives

ANSWERS = """
    respondent | question | state    | code | value
    1          | 1        | answered | 1    |
    2          | 1        | answered | 1    |
    3          | 1        | answered | 2    |
    4          | 1        | missing  | 9    |
    1          | 2        | answered | 1    |
    2          | 2        | answered | 2    |
    3          | 2        | answered | 1    |
    4          | 2        | answered | 1    |
    1          | 3        | answered |      | 5
    2          | 3        | answered |      | 5
    3          | 3        | blank    |      |
    4          | 3        | answered |      | 1.5
    """
RESPONDENTS = """
    respondent | row | stratum | cluster | stratum_label | weight
    1          | 2   | 0       | 0       |               | 1
    2          | 4   | 0       | 0       |               | 2
    3          | 5   | 0       | 0       |               | 1
    4          | 7   | 0       | 0       |               | 0.5
    """
ONE_CALIBRATION_CELL = """
    respondent | calibration_cell
    1          | 0
    2          | 0
    3          | 0
    4          | 0
    """
DESIGN = """
    respondent | row | stratum | cluster | stratum_label | weight
    1          | 2   | 0       | 0       | north         | 1
    2          | 4   | 0       | 0       | north         | 2
    3          | 5   | 0       | 1       | north         | 1
    4          | 7   | 1       | 2       | south         | 0.5
    """
CALIBRATION_CELLS = """
    respondent | calibration_cell
    1          | 0
    2          | 0
    3          | 1
    4          | 1
    """
NO_FILTER = "filter | respondent"


def test_a_filter_lets_pass_who_meets_all_its_rules() -> None:
    # Filter 1: question 1 is 1 or 2, and question 2 is 1. Filter 2: question 1 is 9.
    gives(
        "filter_members",
        answers=ANSWERS,
        filter_rules="""
            filter | rule | question | code
            1      | 0    | 1        | 1
            1      | 0    | 1        | 2
            1      | 1    | 2        | 1
            2      | 0    | 1        | 9
            """,
        expected="""
            filter | respondent
            1      | 1
            1      | 3
            2      | 4
            """,
    )


def test_respondents_who_count_in_the_same_cells_share_a_profile() -> None:
    # By question 1, whose answer of respondent 4 is missing; 3 alone passes the filter.
    gives(
        "respondent_profiles",
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_cells=ONE_CALIBRATION_CELL,
        filter_members="filter | respondent\n1 | 3",
        wanted="question | group_question | filter\n2 | 0 | 1\n2 | 1 | 0",
        expected="""
            respondent | profile | weight | filters
            1          | 1       | 1      | [0]
            2          | 1       | 2      | [0]
            3          | 2       | 1      | [0, 1]
            4          | 3       | 0.5    | [0]
            """,
    )


def test_respondents_of_other_strata_clusters_or_calibration_cells_do_not() -> None:
    gives(
        "respondent_profiles",
        answers=ANSWERS,
        respondents=DESIGN,
        calibration_cells=CALIBRATION_CELLS,
        filter_members=NO_FILTER,
        wanted="question | group_question | filter\n2 | 0 | 0",
        expected="""
            respondent | profile | stratum | cluster | calibration_cell
            1          | 1       | 0       | 0       | 0
            2          | 1       | 0       | 0       | 0
            3          | 2       | 0       | 1       | 1
            4          | 3       | 1       | 2       | 1
            """,
    )


def test_cells_of_everyone_and_by_group() -> None:
    # Question 2 for everyone (group question 0) and by question 1. The group of respondent 4 is
    # missing: it counts for everyone only. Weights of code 1: 1 + 1 + 0.5, squared 1 + 1 + 0.25.
    gives(
        "cells",
        after=("respondent_profiles", "profile_groups"),
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_cells=ONE_CALIBRATION_CELL,
        filter_members=NO_FILTER,
        wanted="""
            question | group_question | filter
            2        | 0              | 0
            2        | 1              | 0
            """,
        in_order=True,
        expected="""
            question | filter | group_question | group_code | state    | code | n | sum_w | sum_w2
            2        | 0      | 0              | 0          | answered | 1    | 3 | 2.5   | 2.25
            2        | 0      | 0              | 0          | answered | 2    | 1 | 2     | 4
            2        | 0      | 1              | 1          | answered | 1    | 1 | 1     | 1
            2        | 0      | 1              | 1          | answered | 2    | 1 | 2     | 4
            2        | 0      | 1              | 2          | answered | 1    | 1 | 1     | 1
            """,
    )


def test_cells_of_a_design_are_of_one_stratum_cluster_and_calibration_cell() -> None:
    gives(
        "cells",
        after=("respondent_profiles", "profile_groups"),
        answers=ANSWERS,
        respondents=DESIGN,
        calibration_cells=CALIBRATION_CELLS,
        filter_members=NO_FILTER,
        wanted="question | group_question | filter\n2 | 0 | 0",
        in_order=True,
        expected="""
            stratum | cluster | calibration_cell | state    | code | n | sum_w | sum_w2
            0       | 0       | 0                | answered | 1    | 1 | 1     | 1
            0       | 0       | 0                | answered | 2    | 1 | 2     | 4
            0       | 1       | 1                | answered | 1    | 1 | 1     | 1
            1       | 2       | 1                | answered | 1    | 1 | 0.5   | 0.25
            """,
    )


def test_cells_of_numbers_are_by_distinct_value_and_all_states_are_counted() -> None:
    gives(
        "cells",
        after=("respondent_profiles", "profile_groups"),
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_cells=ONE_CALIBRATION_CELL,
        filter_members=NO_FILTER,
        wanted="question | group_question | filter\n3 | 0 | 0",
        expected="""
            question | state    | code | value | n | sum_w | sum_w2
            3        | answered |      | 1.5   | 1 | 0.5   | 0.25
            3        | answered |      | 5     | 2 | 3     | 5
            3        | blank    |      |       | 1 | 1     | 1
            """,
    )


def test_cells_of_a_filter_count_its_members_only() -> None:
    gives(
        "cells",
        after=("respondent_profiles", "profile_groups"),
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_cells=ONE_CALIBRATION_CELL,
        filter_members="filter | respondent\n1 | 1\n1 | 2\n2 | 4",
        wanted="question | group_question | filter\n1 | 0 | 1\n1 | 2 | 1\n2 | 0 | 2",
        expected="""
            question | filter | group_question | group_code | state    | code | n
            1        | 1      | 0              | 0          | answered | 1    | 2
            1        | 1      | 2              | 1          | answered | 1    | 1
            1        | 1      | 2              | 2          | answered | 1    | 1
            2        | 2      | 0              | 0          | answered | 1    | 1
            """,
    )
