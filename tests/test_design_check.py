"""Messages about weights and design variables."""

import polars as pl

from pipeline.design_check import design_problems


def test_bad_design_weights_and_blanks_are_named_with_their_rows():
    frame = pl.DataFrame(
        {
            "row": range(2, 12),
            "weight": [1.0, 0, -2, None, 1, float("nan"), 0, float("inf"), 1.5, 1],
            "municipality": ["a", "b", None, None, None, None, None, None, None, "c"],
        }
    )
    assert design_problems(frame, "vægt", ("municipality",)) == [
        'rows 5, 7, column "vægt": the design weight is missing; '
        "correct the export or leave these out",
        'rows 3, 8, column "vægt": a design weight of 0; correct the export or leave these out',
        'row 4, column "vægt": a negative design weight; correct the export or leave these out',
        'row 9, column "vægt": an infinite design weight; correct the export or leave these out',
        'rows 4, 5, 6, 7, 8 and 2 more, column "municipality": blank, although the design needs '
        "it; correct the export or leave these out",
    ]


def test_good_design_weights_are_no_problem():
    frame = pl.DataFrame({"row": [2, 3], "weight": [0.5, 2.0], "stratum": ["a", "b"]})
    assert design_problems(frame, "weight", ("stratum",)) == []
