"""Checks of how carefully a wave was answered: counted by hand."""

from sql_tables import gives

RESPONDENTS = """
    respondent | completed | started             | finished
    1          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:10:00
    2          | true      | 01-03-2024 10:00    | 01-03-2024 10:12
    3          |           | 3/13/2024 9:00:00   | 3/13/2024 9:03:00
    4          | false     | 2024-03-01 10:00:00 | 2024-03-01 10:00:05
    5          | true      | 2024-03-01 10:10:00 | 2024-03-01 10:00:00
    6          | true      | soon                | 2024-03-01 10:00:00
    7          | true      |                     |
    8          | true      | 2024-03-01 10:00    | 2024-03-01 10:00
    """
QUESTIONS = """
    question | variable | item | type    | column_name
    1        | kind     | ''   | single  | q1
    2        | views    | a    | battery | q2_a
    3        | views    | b    | battery | q2_b
    4        | views    | c    | battery | q2_c
    5        | views    | d    | battery | q2_d
    6        | short    | a    | battery | q3_a
    7        | short    | b    | battery | q3_b
    8        | size     | ''   | recode  |
    """


def test_times_of_those_who_completed_are_read_in_any_of_the_usual_ways() -> None:
    gives(
        "response_times",
        respondents=RESPONDENTS,
        expected="""
            respondent | seconds
            1          | 600
            2          | 720
            3          | 180
            8          | 0
            """,
    )


def test_a_speeder_takes_less_than_a_third_of_the_median() -> None:
    # The median of 0, 180, 600 and 720 seconds is 390; a third of it is 130.
    gives(
        "speeders",
        respondents=RESPONDENTS,
        after=("response_times",),
        expected="""
            respondent | flagged
            1          | false
            2          | false
            3          | false
            8          | true
            """,
    )


def test_without_times_there_is_no_speeder() -> None:
    gives(
        "speeders",
        respondents="""
            respondent | completed | started | finished
            1          | true      |         |
            """,
        after=("response_times",),
        expected="respondent | flagged",
    )


def test_who_gives_the_same_answer_to_all_items_is_a_straight_liner() -> None:
    # 1 says the same four times; 2 does not; 3 skipped one; of the battery of two nothing is told.
    answers = [(1, q, 2) for q in (2, 3, 4, 5, 6, 7)] + [(2, q, q) for q in (2, 3, 4, 5)]
    answers += [(3, q, 1) for q in (2, 3, 4)]
    lines = "\n".join(f"{who} | {question} | answered | {code}" for who, question, code in answers)
    gives(
        "straight_liners",
        questions=QUESTIONS,
        answers=f"respondent | question | state | code\n{lines}\n3 | 5 | blank |",
        expected="""
            respondent | variable | flagged
            1          | views    | true
            2          | views    | false
            """,
    )


def test_break_offs_are_told_by_the_last_question_that_was_answered() -> None:
    # 4 stopped after views.b; derived answers are none; 1 completed; 7 is not known to have.
    gives(
        "break_offs",
        respondents="""
            respondent | completed
            1          | true
            4          | false
            7          |
            """,
        questions=QUESTIONS,
        answers="""
            respondent | question | state       | code
            1          | 3        | answered    | 1
            4          | 1        | answered    | 1
            4          | 3        | invalid     |
            4          | 4        | not_reached |
            4          | 8        | answered    | 1
            7          | 1        | answered    | 1
            """,
        expected="""
            variable | item | flagged | base
            views    | b    | 1       | 2
            """,
    )


def test_after_a_question_with_ticks_the_question_is_told_and_no_option() -> None:
    gives(
        "break_offs",
        respondents="""
            respondent | completed
            1          | false
            """,
        questions="""
            question | variable | item | type     | column_name
            1        | partners | a    | multiple | q1_a
            2        | partners | b    | multiple | q1_b
            """,
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 1
            1          | 2        | answered | 0
            """,
        expected="""
            variable | item | flagged | base
            partners | ''   | 1       | 1
            """,
    )


def test_answers_that_another_gave_minutes_before_are_alike() -> None:
    # 2 agrees with 1 in ten answers, ten minutes later; 3 agrees an hour later; 4 gave nine only,
    # with options that were not ticked and what was derived; 5 gave the same answers to other
    # questions.
    given = {1: range(1, 11), 2: range(1, 11), 3: range(1, 11), 4: range(2, 14), 5: range(1, 11)}
    codes = {(4, 11): 0, (4, 12): 0, (5, 1): 2, (5, 2): 1}
    gives(
        "answers_alike",
        respondents="""
            respondent | completed | started             | finished
            1          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:10:00
            2          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:20:00
            3          | true      | 2024-03-01 11:00:00 | 2024-03-01 11:20:00
            4          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:11:00
            5          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:11:00
            """,
        after=("response_times",),
        questions="question | type | column_name\n"
        + "\n".join(f"{one} | single | q{one}" for one in range(1, 11))
        + "\n11 | multiple | q11\n12 | multiple | q12\n13 | recode |",
        answers="respondent | question | state | code | value\n"
        + "\n".join(
            f"{who} | {question} | answered | {codes.get((who, question), question)} |"
            for who, questions in given.items()
            for question in questions
        ),
        expected="""
            respondent | flagged
            1          | false
            2          | true
            3          | false
            5          | false
            """,
    )


def test_answers_that_differ_in_a_number_alone_are_not_alike() -> None:
    gives(
        "answers_alike",
        respondents="""
            respondent | completed | started             | finished
            1          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:10:00
            2          | true      | 2024-03-01 10:00:00 | 2024-03-01 10:11:00
            """,
        after=("response_times",),
        questions="question | type | column_name\n"
        + "\n".join(f"{one} | number | q{one}" for one in range(1, 11)),
        answers="respondent | question | state | code | value\n"
        + "\n".join(
            f"{who} | {question} | answered | | {who if question == 10 else 7}"
            for who in (1, 2)
            for question in range(1, 11)
        ),
        expected="""
            respondent | flagged
            1          | false
            2          | false
            """,
    )


def test_a_contradiction_is_judged_of_those_who_answered_all_its_questions() -> None:
    # 1 says both, by either category of the first; 2 and 3 one of them; 4 skipped one; 5 says
    # "don't know", which is an answer to a rule.
    gives(
        "contradictions",
        contradiction_rules="""
            contradiction | rule | question | code
            alone_with    | 1    | 1        | 1
            alone_with    | 1    | 1        | 2
            alone_with    | 2    | 2        | 1
            """,
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 2
            1          | 2        | answered | 1
            2          | 1        | answered | 3
            2          | 2        | answered | 1
            3          | 1        | answered | 1
            3          | 2        | answered | 0
            4          | 1        | answered | 1
            4          | 2        | blank    |
            5          | 1        | missing  | 9
            5          | 2        | answered | 1
            """,
        expected="""
            respondent | item       | flagged
            1          | alone_with | true
            2          | alone_with | false
            3          | alone_with | false
            5          | alone_with | false
            """,
    )


FLAGS = {
    "speeders": "respondent | flagged\n1 | true\n2 | false\n3 | false",
    "answers_alike": "respondent | flagged",
    "straight_liners": """
        respondent | variable | flagged
        1          | views    | true
        2          | views    | true
        2          | aims     | false
        3          | aims     | true
        """,
    "contradictions": "respondent | item | flagged\n1 | alone_with | true\n3 | alone_with | true",
}


def test_flags_are_counted_by_check_and_question() -> None:
    gives(
        "flags_counted",
        **FLAGS,
        after=("flags",),
        questions="""
            question | variable | position
            1        | views    | 1
            2        | aims     | 2
            3        | aims     | 2
            """,
        in_order=True,
        expected="""
            check           | variable | item       | flagged | base
            contradictions  | ''       | alone_with | 2       | 2
            speeders        | ''       | ''         | 1       | 3
            straight_liners | views    | ''         | 2       | 2
            straight_liners | aims     | ''         | 1       | 2
            """,
    )


def test_who_is_left_out_is_so_by_the_first_check_that_is_declared() -> None:
    # 2 answered two batteries and gave the same answer in one of them only.
    gives(
        "left_out_rows",
        **FLAGS,
        after=("flags",),
        respondents="respondent | row\n1 | 11\n2 | 12\n3 | 13",
        leave_out="""
            place | name            | check           | item
            0     | straight_liners | straight_liners | ''
            1     | alone_with      | contradictions  | alone_with
            2     | speeders        | speeders        | ''
            """,
        expected="""
            row | name
            11  | straight_liners
            13  | straight_liners
            """,
    )
    gives(
        "left_out_rows",
        **FLAGS,
        after=("flags",),
        respondents="respondent | row\n1 | 11\n2 | 12\n3 | 13",
        leave_out="place | name | check | item\n1 | alone_with | contradictions | alone_with",
        expected="row | name\n11 | alone_with\n13 | alone_with",
    )
