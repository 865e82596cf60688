"""From the export as text to the states and codes of answers."""

from sql_tables import gives

# Question 1 is a single choice, 2 and 3 are options of a multiple-response question of which one
# may be ticked, 4 is a number, 5 is text.
QUESTIONS = """
    question | variable | item | column_name | type     | position | maximum | thousands
    1        | kind     | ''   | q1          | single   | 1        |         | ''
    2        | partners | town | q2_1        | multiple | 2        | 1       | ''
    3        | partners | firm | q2_2        | multiple | 2        | 1       | ''
    4        | staff    | ''   | q3          | number   | 3        |         | '.'
    5        | remark   | ''   | q4          | text     | 4        |         | ''
    """
RESPONDENTS = """
    respondent | row | completed | stratum | cluster | calibration_cell | weight
    1          | 2   | true      | 0       | 0       | 0                | 1
    2          | 4   | false     | 0       | 0       | 0                | 1
    3          | 5   |           | 0       | 0       | 0                | 1
    """


def test_texts_become_codes_and_numbers() -> None:
    # Row 3 is not accepted. "Kirke" is no label, and "-1" failed validation: it is not blank, but
    # no number either.
    gives(
        "coded_answers",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        texts_received="""
            row | q1       | q2_1 | q2_2 | q3  | q4   | not_asked_for
            2   | Forening | 1    | 0    | 1.005,5 | Godt | x
            3   | Hus      | 1    | 0    | 5   | Godt | x
            4   | Hus      |      | 0    | -1  | ''   | x
            5   | Kirke    |      |      |     |      | x
            """,
        answer_texts="""
            question | text     | code | missing
            1        | Forening | 1    | false
            1        | Hus      | 2    | true
            2        | 1        | 1    | false
            2        | 0        | 0    | false
            3        | 1        | 1    | false
            3        | 0        | 0    | false
            """,
        failed_values="""
            row | column_name | value | reason
            4   | q3          | -1    | out of range
            """,
        expected="""
            respondent | question | code | value | missing | blank | says_nothing
            1          | 1        | 1    |       | false   | false | false
            1          | 2        | 1    |       | false   | false | false
            1          | 3        | 0    |       | false   | false | true
            1          | 4        |      | 1005.5 | false   | false | false
            1          | 5        |      |       | false   | false | false
            2          | 1        | 2    |       | true    | false | false
            2          | 2        |      |       | false   | true  | true
            2          | 3        | 0    |       | false   | false | true
            2          | 4        |      |       | false   | false | false
            2          | 5        |      |       | false   | true  | true
            3          | 1        |      |       | false   | false | false
            3          | 2        |      |       | false   | true  | true
            3          | 3        |      |       | false   | true  | true
            3          | 4        |      |       | false   | true  | true
            3          | 5        |      |       | false   | true  | true
            """,
    )


def test_codes_of_no_answer_are_missing_numbers_and_blank_ticks() -> None:
    # 999 is a number that failed nothing, and no answer; so is 9 of the ticks.
    gives(
        "coded_answers",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        texts_received="""
            row | q1       | q2_1 | q2_2 | q3  | q4   | not_asked_for
            2   | Forening | 1    | 9    | 999 | Godt | x
            4   | Forening | 9    | 9    | 5   | Godt | x
            """,
        answer_texts="""
            question | text     | code | missing
            1        | Forening | 1    | false
            2        | 1        | 1    | false
            2        | 9        |      | true
            3        | 1        | 1    | false
            3        | 9        |      | true
            4        | 999      |      | true
            """,
        failed_values="row | column_name | value | reason",
        expected="""
            respondent | question | code | value | missing | blank | says_nothing
            1          | 1        | 1    |       | false   | false | false
            1          | 2        | 1    |       | false   | false | false
            1          | 3        |      |       | true    | true  | true
            1          | 4        |      | 999   | true    | false | false
            1          | 5        |      |       | false   | false | false
            2          | 1        | 1    |       | false   | false | false
            2          | 2        |      |       | true    | true  | true
            2          | 3        |      |       | true    | true  | true
            2          | 4        |      | 5     | false   | false | false
            2          | 5        |      |       | false   | false | false
            """,
    )


CODED = """
    respondent | question | code | value | missing | blank | says_nothing
    1          | 1        | 1    |       | false   | false | false
    1          | 2        | 1    |       | false   | false | false
    1          | 3        | 0    |       | false   | false | true
    2          | 1        | 2    |       | false   | false | false
    2          | 2        |      |       | false   | true  | true
    2          | 3        |      |       | false   | true  | true
    3          | 1        |      |       | false   | true  | true
    3          | 2        | 1    |       | false   | false | false
    3          | 3        | 1    |       | false   | false | false
    """


def test_routing_keeps_a_question_from_those_who_meet_not_all_rules() -> None:
    # Staff is for clubs (rule 1, code 1 or 3) that ticked the town (rule 2).
    # Respondent 1 meets both; 2 neither; 3 said nothing of its kind, so the first fails.
    gives(
        "not_asked",
        questions=QUESTIONS,
        coded_answers=CODED,
        last_positions="""
            respondent | position | completed
            1          | 3        | true
            2          | 3        | true
            3          | 3        | true
            """,
        routing="""
            variable | rule | source_question | code
            staff    | 1    | 1               | 1
            staff    | 1    | 1               | 3
            staff    | 2    | 2               | 1
            """,
        expected="""
            respondent | position
            2          | 3
            3          | 3
            """,
    )


def test_routing_decides_nothing_for_those_who_broke_off_before_its_source() -> None:
    # Staff is for those of code 1 in question 1 (position 1) and with the town (position 2).
    # 1 broke off before both. 2 broke off after the first: its answer, code 2, decides. 3 has
    # code 1 but broke off then: whether he would have been asked is unknown. 4 left both blank,
    # and got to the end.
    gives(
        "not_asked",
        questions=QUESTIONS,
        coded_answers="""
            respondent | question | code | value | missing | blank | says_nothing
            1          | 1        |      |       | false   | true  | true
            1          | 2        |      |       | false   | true  | true
            2          | 1        | 2    |       | false   | false | false
            2          | 2        |      |       | false   | true  | true
            3          | 1        | 1    |       | false   | false | false
            3          | 2        |      |       | false   | true  | true
            4          | 1        |      |       | false   | true  | true
            4          | 2        |      |       | false   | true  | true
            """,
        last_positions="""
            respondent | position | completed
            1          | 0        | false
            2          | 1        | false
            3          | 1        | false
            4          | 0        | true
            """,
        routing="""
            variable | rule | source_question | code
            staff    | 1    | 1               | 1
            staff    | 2    | 2               | 1
            """,
        expected="""
            respondent | position
            2          | 3
            4          | 3
            """,
    )


def test_ticks_are_counted_and_compared_with_the_maximum() -> None:
    gives(
        "tick_counts",
        questions=QUESTIONS,
        coded_answers=CODED,
        expected="""
            respondent | position | filled | ticks | too_many
            1          | 2        | 2      | 1     | false
            3          | 2        | 2      | 2     | true
            """,
    )


def test_the_last_position_is_of_the_last_variable_that_says_something() -> None:
    # Respondent 2 left the options blank; an option that is not ticked says nothing either.
    gives(
        "last_positions",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        coded_answers=CODED,
        expected="""
            respondent | position | completed
            1          | 2        | true
            2          | 1        | false
            3          | 2        | false
            """,
    )


def test_the_state_of_a_question() -> None:
    # 1 got to the end, 2 broke off after the first question. Staff was not asked of 1.
    gives(
        "answers",
        questions=QUESTIONS,
        coded_answers="""
            respondent | question | code | value | missing | blank | says_nothing
            1          | 1        | 9    |       | true    | false | false
            1          | 2        | 1    |       | false   | false | false
            1          | 3        |      |       | false   | true  | true
            1          | 4        |      |       | false   | true  | true
            1          | 5        |      |       | false   | true  | true
            2          | 1        | 2    |       | false   | false | false
            2          | 2        | 0    |       | false   | false | true
            2          | 3        | 0    |       | false   | false | true
            2          | 4        |      |       | false   | true  | true
            2          | 5        |      |       | false   | true  | true
            """,
        last_positions="""
            respondent | position | completed
            1          | 2        | true
            2          | 1        | false
            """,
        not_asked="respondent | position\n1 | 3",
        tick_counts="""
            respondent | position | filled | ticks | too_many
            1          | 2        | 1      | 1     | false
            2          | 2        | 2      | 0     | false
            """,
        expected="""
            respondent | question | state       | code | value
            1          | 1        | missing     | 9    |
            1          | 2        | answered    | 1    |
            1          | 3        | answered    | 0    |
            1          | 4        | not_asked   |      |
            1          | 5        | blank       |      |
            2          | 1        | answered    | 2    |
            2          | 2        | not_reached |      |
            2          | 3        | not_reached |      |
            2          | 4        | not_reached |      |
            2          | 5        | not_reached |      |
            """,
    )


def test_an_answer_that_does_not_count_is_invalid() -> None:
    # 1 has a label that nobody knows, more ticks than allowed, a number although it was not
    # asked, and text; 2 skipped the options as a whole, but went on.
    gives(
        "answers",
        questions=QUESTIONS,
        coded_answers="""
            respondent | question | code | value | missing | blank | says_nothing
            1          | 1        |      |       | false   | false | false
            1          | 2        | 1    |       | false   | false | false
            1          | 3        | 1    |       | false   | false | false
            1          | 4        |      | 5     | false   | false | false
            1          | 5        |      |       | false   | false | false
            2          | 2        |      |       | false   | true  | true
            2          | 3        |      |       | false   | true  | true
            2          | 4        |      | 7.5   | false   | false | false
            """,
        last_positions="""
            respondent | position | completed
            1          | 4        | true
            2          | 3        | false
            """,
        not_asked="respondent | position\n1 | 3",
        tick_counts="""
            respondent | position | filled | ticks | too_many
            1          | 2        | 2      | 2     | true
            """,
        expected="""
            respondent | question | state    | code | value
            1          | 1        | invalid  |      |
            1          | 2        | invalid  |      |
            1          | 3        | invalid  |      |
            1          | 4        | invalid  |      |
            1          | 5        | answered |      |
            2          | 2        | blank    |      |
            2          | 3        | blank    |      |
            2          | 4        | answered |      | 7.5
            """,
    )


def test_a_rejected_value_has_one_reason() -> None:
    # A value that fails validation fails whatever else is wrong; a derived variable has no value.
    gives(
        "rejected_values",
        questions=QUESTIONS + "    6 | size | '' | | recode | 5 | | ''\n",
        respondents=RESPONDENTS,
        answers="""
            respondent | question | state
            1          | 1        | invalid
            1          | 4        | invalid
            2          | 2        | invalid
            2          | 4        | invalid
            2          | 6        | invalid
            3          | 1        | answered
            """,
        failed_values="""
            row | column_name | value | reason
            2   | q1          | Kirke | unknown label
            9   | q1          | Kirke | unknown label
            """,
        not_asked="respondent | position\n1 | 1\n1 | 3",
        tick_counts="""
            respondent | position | filled | ticks | too_many
            2          | 2        | 2      | 2     | true
            """,
        in_order=True,
        expected="""
            row | column_name | value | kind  | reason
            2   | q1          | Kirke | value | unknown label
            2   | q3          |       | value | answer to a question that was not asked
            4   | q2_1        |       | value | more ticks than allowed
            4   | q3          |       | value | unreadable value
            """,
    )


def test_what_remains_of_joined_answers_is_rejected_beside_its_options() -> None:
    gives(
        "rejected_values",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        answers="respondent | question | state\n1 | 1 | invalid\n2 | 1 | answered",
        failed_values="""
            row | column_name | value | reason
            2   | q1          | Kirke | unknown label
            2   | q9          | Fax   | no option
            4   | q9          | Brev  | no option
            9   | q9          | Brev  | no option
            """,
        not_asked="respondent | position\n1 | 3",
        tick_counts="respondent | position | filled | ticks | too_many\n2 | 2 | 2 | 2 | true",
        in_order=True,
        expected="""
            row | column_name | value | kind  | reason
            2   | q1          | Kirke | value | unknown label
            2   | q9          | Fax   | value | no option
            4   | q9          | Brev  | value | no option
            """,
    )


def test_a_value_that_nothing_explains_is_found() -> None:
    gives(
        "checks/unexplained_invalid",
        rejected_values="""
            row | column_name | value | kind  | reason
            2   | q1          | Kirke | value | unknown label
            4   | q3          |       | value | unreadable value
            """,
        expected="row | column_name\n4 | q3",
    )


def test_open_answers_keep_their_text_and_state() -> None:
    gives(
        "open_answers",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        texts_received="""
            row | q1       | q4
            2   | Forening | Ja, og mere
            4   | Hus      | ''
            5   | Hus      |
            9   | Hus      | from a row that is not accepted
            """,
        answers="""
            respondent | question | state
            1          | 5        | answered
            1          | 1        | answered
            2          | 5        | blank
            3          | 5        | blank
            """,
        expected="respondent | variable | state | text\n1 | remark | answered | Ja, og mere",
    )


def test_what_became_of_each_question_as_asked() -> None:
    gives(
        "item_nonresponse",
        questions=QUESTIONS + "    6 | size | '' | | recode | 5 | | ''\n",
        answers="""
            respondent | question | state
            1          | 1        | answered
            2          | 1        | answered
            3          | 1        | missing
            1          | 4        | not_asked
            2          | 4        | not_reached
            3          | 4        | invalid
            1          | 5        | blank
            1          | 6        | answered
            """,
        in_order=True,
        expected="""
            variable | item | answered | missing | blank | not_asked | not_reached | invalid
            kind     | ''   | 2        | 1       | 0     | 0         | 0           | 0
            staff    | ''   | 0        | 0       | 0     | 1         | 1           | 1
            remark   | ''   | 0        | 0       | 1     | 0         | 0           | 0
            """,
    )


def test_a_code_without_a_category_is_found() -> None:
    gives(
        "checks/answer_without_category",
        questions=QUESTIONS,
        answers="""
            respondent | question | state    | code
            1          | 1        | answered | 1
            2          | 1        | answered | 7
            3          | 1        | answered | 7
            3          | 4        | answered |
            """,
        categories="variable | code\nkind | 1\npartners | 7",
        expected="variable | code | answers\nkind | 7 | 2",
    )


def test_a_question_without_an_answer_row_for_each_respondent_is_found() -> None:
    # Kind has all three, staff one too few, remark one twice, and the options none.
    gives(
        "checks/missing_answers",
        questions=QUESTIONS,
        respondents=RESPONDENTS,
        answers="""
            respondent | question | state
            1          | 1        | answered
            2          | 1        | answered
            3          | 1        | blank
            1          | 4        | answered
            2          | 4        | answered
            1          | 5        | answered
            1          | 5        | answered
            2          | 5        | answered
            3          | 5        | answered
            """,
        expected="""
            variable | item | answers | respondents
            partners | town | 0       | 3
            partners | firm | 0       | 3
            staff    | ''   | 2       | 3
            remark   | ''   | 4       | 3
            """,
    )
