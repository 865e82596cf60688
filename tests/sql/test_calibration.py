"""Units of the sample, the calibration cells that respondents are in, and the margins."""

from sql_tables import gives

# Margin 0 is question 1, margin 1 is question 3. Respondent 4 did not answer the second.
ANSWERS = """
    respondent | question | state    | code | value
    1          | 1        | answered | 2    |
    2          | 1        | answered | 1    |
    3          | 1        | answered | 2    |
    4          | 1        | answered | 1    |
    5          | 1        | answered | 2    |
    1          | 2        | answered | 1    |
    2          | 2        | answered | 2    |
    1          | 3        | answered | 1    |
    2          | 3        | answered | 4    |
    3          | 3        | answered | 1    |
    4          | 3        | missing  | 9    |
    5          | 3        | answered | 4    |
    """
RESPONDENTS = """
    respondent | row | stratum | cluster | stratum_label | weight
    1          | 2   | 0       | 0       | north         | 1
    2          | 3   | 0       | 1       | north         | 2
    3          | 4   | 0       | 0       | north         | 1.5
    4          | 7   | 1       | 2       | south         | 1
    5          | 8   | 1       | 2       | south         | 1
    """
MARGINS = """
    margin | question | code | units
    0      | 1        | 1    | 10
    0      | 1        | 2    | 20
    1      | 3        | 1    | 15
    1      | 3        | 4    | 15
    """
NO_MARGINS = "margin | question | code | units"
CELLS = """
    respondent | calibration_cell
    1          | 2
    2          | 1
    3          | 2
    4          | 0
    5          | 3
    """


def test_a_calibration_cell_is_a_combination_of_the_margins_categories() -> None:
    # Codes 1 alone, then 1 4, 2 1 and 2 4. Question 2 is no margin.
    gives(
        "calibration_cells",
        respondents=RESPONDENTS,
        answers=ANSWERS,
        calibration_margins=MARGINS,
        expected=CELLS,
    )


def test_without_margins_there_is_one_cell() -> None:
    gives(
        "calibration_cells",
        respondents=RESPONDENTS,
        answers=ANSWERS,
        calibration_margins=NO_MARGINS,
        expected="""
            respondent | calibration_cell
            1          | 0
            2          | 0
            3          | 0
            4          | 0
            5          | 0
            """,
    )


def test_the_categories_of_a_calibration_cell() -> None:
    gives(
        "calibration_categories",
        answers=ANSWERS,
        calibration_cells=CELLS,
        calibration_margins=MARGINS,
        in_order=True,
        expected="""
            calibration_cell | margin | code
            0                | 0      | 1
            1                | 0      | 1
            1                | 1      | 4
            2                | 0      | 2
            2                | 1      | 1
            3                | 0      | 2
            3                | 1      | 4
            """,
    )


def test_units_of_the_sample_with_the_size_of_their_stratum() -> None:
    # 1 and 3 are of one unit: weights 1 + 1.5, squared 1 + 2.25. Nothing is known of the south.
    gives(
        "sample_units",
        respondents=RESPONDENTS,
        calibration_cells=CELLS,
        stratum_sizes="stratum_label | units\nnorth | 40\nwest | 9",
        in_order=True,
        expected="""
            stratum | cluster | calibration_cell | stratum_label | population | n | sum_w | sum_w2
            0       | 0       | 2                | north         | 40         | 2 | 2.5   | 3.25
            0       | 1       | 1                | north         | 40         | 1 | 2     | 4
            1       | 2       | 0                | south         |            | 1 | 1     | 1
            1       | 2       | 3                | south         |            | 1 | 1     | 1
            """,
    )


def test_margins_that_some_did_not_answer() -> None:
    gives(
        "uncalibrated",
        answers=ANSWERS,
        respondents=RESPONDENTS,
        calibration_margins=MARGINS,
        questions="""
            question | variable
            1        | kind
            2        | tried
            3        | size
            """,
        expected="""
            variable | first_row | respondents
            size     | 7         | 1
            """,
    )


def test_the_sample_beside_margins_and_frame() -> None:
    # Kind is a margin, and its counts there are shown, not those of a frame by it; 3 is of nobody.
    known = {
        "answers": ANSWERS,
        "respondents": RESPONDENTS,
        "calibration_cells": CELLS,
        "questions": "question | variable\n1 | kind\n2 | tried\n3 | size",
        "categories": """
            variable | category | code
            kind     | club     | 1
            kind     | house    | 2
            size     | small    | 1
            size     | middle   | 3
            size     | large    | 4
            """,
    }
    expected = """
            variable | category | units | stratum | cluster | calibration_cell | n | sum_w | sum_w2
            kind     | club     | 10    | 0       | 1       | 1                | 1 | 2     | 4
            kind     | club     | 10    | 1       | 2       | 0                | 1 | 1     | 1
            kind     | house    | 20    | 0       | 0       | 2                | 2 | 2.5   | 3.25
            kind     | house    | 20    | 1       | 2       | 3                | 1 | 1     | 1
            size     | small    | 9     | 0       | 0       | 2                | 2 | 2.5   | 3.25
            size     | middle   | 8     |         |         |                  | 0 | 0     | 0
            size     | large    | 7     | 0       | 1       | 1                | 1 | 2     | 4
            size     | large    | 7     | 1       | 2       | 3                | 1 | 1     | 1
            """
    frame = """
        variable | category | units
        size     | small    | 9
        size     | middle   | 8
        size     | large    | 7
        """
    kind = "margin | question | code | units\n0 | 1 | 1 | 10\n0 | 1 | 2 | 20"
    gives(
        "sample_margins",
        **known,
        calibration_margins=kind,
        frame=frame,
        in_order=True,
        expected=expected,
    )
    both = f"{kind}\n1 | 3 | 1 | 9\n1 | 3 | 3 | 8\n1 | 3 | 4 | 7"
    gives(
        "sample_margins",
        **known,
        calibration_margins=both,
        frame=frame.replace("9", "900"),
        expected=expected,
    )
