"""Items counted together: which were ticked, and how scores go together."""

from sql_tables import gives

# Set a: the options 4 and 5. Set b: the statements 7 and 8, scored by codes 1 to 3.
QUESTIONS = """
    question | variable
    1        | kind
    4        | options
    5        | options
    7        | views
    8        | views
    """
CATEGORIES = "variable | code | score\nviews | 1 | 5\nviews | 2 | 4\nviews | 3 | 0.5\nviews | 9 |"
ANSWERS = """
    respondent | question | state    | code | value
    1          | 1        | answered | 1    |
    2          | 1        | answered | 2    |
    3          | 1        | missing  | 9    |
    1          | 4        | answered | 1    |
    2          | 4        | answered | 0    |
    3          | 4        | answered | 1    |
    4          | 4        | answered | 0    |
    1          | 5        | answered | 1    |
    2          | 5        | answered | 1    |
    3          | 5        | answered | 1    |
    4          | 5        | answered | 0    |
    1          | 7        | answered | 1    |
    2          | 7        | answered | 2    |
    3          | 7        | answered | 1    |
    4          | 7        | answered | 3    |
    1          | 8        | answered | 2    |
    2          | 8        | missing  | 9    |
    3          | 8        | answered | 2    |
    4          | 8        | answered | 3    |
    """
RESPONDENTS = """
    respondent | stratum | cluster | weight
    1          | 0       | 0       | 1
    2          | 0       | 0       | 2
    3          | 0       | 0       | 1
    4          | 1       | 1       | 0.5
    """
CALIBRATION_CELLS = "respondent | calibration_cell\n1 | 0\n2 | 0\n3 | 0\n4 | 0"
PROFILES = """
    respondent | profile | weight
    1          | 1       | 1
    2          | 2       | 2
    3          | 3       | 1
    4          | 4       | 0.5
    """
GROUPS = """
    profile | stratum | cluster | calibration_cell | filter | group_question | group_code
    1       | 0       | 0       | 0                | 0      | 0              | 0
    1       | 0       | 0       | 0                | 0      | 1              | 1
    2       | 0       | 0       | 0                | 0      | 0              | 0
    2       | 0       | 0       | 0                | 0      | 1              | 2
    3       | 0       | 0       | 0                | 0      | 0              | 0
    3       | 0       | 0       | 0                | 1      | 0              | 0
    4       | 1       | 1       | 0                | 0      | 0              | 0
    """
"""By kind, and everyone; respondent 3 passes filter 1 and has no kind."""


def test_the_filters_and_groups_of_a_profile() -> None:
    gives(
        "profile_groups",
        after=("respondent_profiles",),
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_cells=CALIBRATION_CELLS,
        filter_members="filter | respondent\n1 | 3",
        wanted="question | group_question | filter\n4 | 1 | 0",
        expected=GROUPS,
    )


def test_patterns_of_ticks_of_those_who_ticked_any() -> None:
    gives(
        "tick_patterns",
        answers=ANSWERS,
        respondent_profiles=PROFILES,
        profile_groups=GROUPS,
        item_sets="""
            item_set | item_list | question | kind  | group_question | filter
            a        | 0         | 4        | ticks | 0              | 0
            a        | 0         | 5        | ticks | 0              | 0
            b        | 1         | 7        | scale | 0              | 0
            b        | 1         | 8        | scale | 0              | 0
            """,
        in_order=True,
        expected="""
            item_set | group_question | group_code | stratum | cluster | ticked | n | sum_w | sum_w2
            a        | 0              | 0          | 0       | 0       | [4, 5] | 2 | 2     | 2
            a        | 0              | 0          | 0       | 0       | [5]    | 1 | 2     | 4
            """,
    )


def test_patterns_by_group_and_of_a_filter() -> None:
    gives(
        "tick_patterns",
        answers=ANSWERS,
        respondent_profiles=PROFILES,
        profile_groups=GROUPS,
        item_sets="""
            item_set | item_list | question | kind  | group_question | filter
            a        | 0         | 4        | ticks | 1              | 0
            a        | 0         | 5        | ticks | 1              | 0
            c        | 1         | 5        | ticks | 0              | 1
            """,
        expected="""
            item_set | group_question | group_code | ticked | n
            a        | 1              | 1          | [4, 5] | 1
            a        | 1              | 2          | [5]    | 1
            c        | 0              | 0          | [5]    | 1
            """,
    )


def test_patterns_of_items_of_all_who_answered_every_one() -> None:
    # 4 ticked neither; 5 lacks one answer. Both sets have one list: of everyone, and by kind.
    gives(
        "tick_patterns",
        answers=ANSWERS
        + """\
5          | 4        | answered | 1    |
    5          | 5        | invalid  |      |
    """,
        respondent_profiles=PROFILES + "5          | 4       | 1\n",
        profile_groups=GROUPS,
        item_sets="""
            item_set | item_list | question | kind  | group_question | filter
            a        | 0         | 4        | items | 0              | 0
            a        | 0         | 5        | items | 0              | 0
            b        | 0         | 4        | items | 1              | 0
            b        | 0         | 5        | items | 1              | 0
            """,
        in_order=True,
        expected="""
            item_set | group_question | group_code | stratum | ticked | n | sum_w | sum_w2
            a        | 0              | 0          | 0       | [4, 5] | 2 | 2     | 2
            a        | 0              | 0          | 0       | [5]    | 1 | 2     | 4
            a        | 0              | 0          | 1       | []     | 1 | 0.5   | 0.25
            b        | 1              | 1          | 0       | [4, 5] | 1 | 1     | 1
            b        | 1              | 2          | 0       | [5]    | 1 | 2     | 4
            """,
    )


def test_scores_and_their_products_of_those_with_a_score_on_every_item() -> None:
    # 1 and 3 have 5 and 4, with weights 1 and 1; 4 has 0.5 twice, with weight 0.5; 2 misses one.
    gives(
        "scale_moments",
        answers=ANSWERS,
        questions=QUESTIONS,
        categories=CATEGORIES,
        respondent_profiles=PROFILES,
        profile_groups=GROUPS,
        item_sets="""
            item_set | question | kind  | group_question | filter
            b        | 7        | scale | 0              | 0
            b        | 8        | scale | 0              | 0
            """,
        in_order=True,
        expected="""
            stratum | first_question | second_question | n | sum_w | sum_wx | sum_wxx
            0       | 7              | 7               | 2 | 2     | 10     | 50
            0       | 7              | 8               | 2 | 2     | 10     | 40
            0       | 8              | 8               | 2 | 2     | 8      | 32
            1       | 7              | 7               | 1 | 0.5   | 0.25   | 0.125
            1       | 7              | 8               | 1 | 0.5   | 0.25   | 0.125
            1       | 8              | 8               | 1 | 0.5   | 0.25   | 0.125
            """,
    )
