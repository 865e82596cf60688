"""Those who answered in two waves: their answers by table, and what they gave together."""

from sql_tables import gives

RESPONDENTS = """
    respondent | pseudonym | weight
    1          | aaa       | 1
    2          | bbb       | 2
    3          | ccc       | 3
    """
ANSWERS = """
    respondent | question | state    | code | value
    1          | 5        | answered | 1    |
    2          | 5        | missing  | 9    |
    3          | 5        | answered | 2    |
    1          | 6        | answered |      | 12.5
    """
PROFILES = "respondent | profile | weight\n1 | 1 | 1\n2 | 2 | 2\n3 | 1 | 3"
GROUPS = """
    profile | stratum | cluster | calibration_cell | filter | group_question | group_code
    1       | 0       | 0       | 4                | 0      | 0              | 0
    1       | 0       | 0       | 4                | 0      | 2              | 7
    2       | 0       | 0       | 5                | 0      | 0              | 0
    """
TABLES = """
    place | question | group_question | filter
    0     | 5        | 0              | 0
    1     | 5        | 2              | 0
    2     | 6        | 0              | 0
    3     | 6        | 0              | 1
    """


def test_answers_of_the_panel_by_table_and_group() -> None:
    gives(
        "panel_answers",
        respondents=RESPONDENTS,
        answers=ANSWERS,
        respondent_profiles=PROFILES,
        profile_groups=GROUPS,
        panel_tables=TABLES,
        panel="pseudonym\naaa\nbbb",
        expected="""
        place | pseudonym | group_code | state    | code | value | calibration_cell | weight
        0     | aaa       | 0          | answered | 1    |       | 4                | 1
        0     | bbb       | 0          | missing  | 9    |       | 5                | 2
        1     | aaa       | 7          | answered | 1    |       | 4                | 1
        2     | aaa       | 0          | answered |      | 12.5  | 4                | 1
        """,
    )


def test_cells_of_both_waves() -> None:
    head = "place | pseudonym | group_code | state | code | value | calibration_cell | weight\n"
    gives(
        "panel_cells",
        earlier_answers=head
        + """0 | aaa | 0 | answered | 1 | | 4 | 2
             0 | bbb | 0 | answered | 1 | | 4 | 3
             0 | ccc | 0 | blank    |   | | 4 | 1
             1 | aaa | 7 | answered | 1 | | 4 | 2
        """,
        later_answers=head
        + """0 | aaa | 0 | answered | 2 | | 0 | 0.5
             0 | bbb | 0 | answered | 2 | | 0 | 1.5
             0 | ccc | 0 | answered | 2 | | 0 | 1
        """,
        expected="""
        place | group_code | state | code | value | calibration_cell | later_group_code | later_state | later_code | later_value | later_calibration_cell | n | sum_ww
        0 | 0 | answered | 1 | | 4 | 0 | answered | 2 | | 0 | 2 | 5.5
        0 | 0 | blank    |   | | 4 | 0 | answered | 2 | | 0 | 1 | 1
        """,  # noqa: E501
    )
