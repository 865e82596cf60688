"""Messages about weights and design variables."""

import polars as pl

from pipeline.sampling.design_check import design_problems, population_problems


def test_bad_design_weights_and_blanks_are_named_with_their_rows():
    frame = pl.DataFrame(
        {
            "row": range(2, 12),
            "weight": [1.0, 0, -2, None, 1, float("nan"), 0, float("inf"), 1.5, 1],
            "municipality": ["a", "b", None, None, None, None, None, None, None, "c"],
        }
    )
    assert design_problems(frame, "vægt", ("municipality",)) == [
        'rows 5, 7, column "vægt": the design weight is missing or no number; '
        "correct the export or leave these out",
        'rows 3, 8, column "vægt": a design weight of 0; correct the export or leave these out',
        'row 4, column "vægt": a negative design weight; correct the export or leave these out',
        'row 9, column "vægt": a design weight of a million or more; correct the export or leave '
        "these out",
        'rows 4, 5, 6, 7, 8 and 2 more, column "municipality": blank, although the design needs '
        "it; correct the export or leave these out",
    ]


def test_good_design_weights_are_no_problem():
    frame = pl.DataFrame({"row": [2, 3], "weight": [0.5, 2.0], "stratum": ["a", "b"]})
    assert design_problems(frame, "weight", ("stratum",)) == []


def test_weights_that_the_database_could_not_hold():
    frame = pl.DataFrame({"row": range(2, 6), "weight": [4e-7, 6e-7, 999_999.4, 1e6]})
    assert design_problems(frame, "w", ()) == [
        'row 2, column "w": a design weight of 0; correct the export or leave these out',
        'row 5, column "w": a design weight of a million or more; correct the export or leave '
        "these out",
    ]


def test_sizes_of_strata_that_do_not_fit_the_sample():
    drawn = {"north": 30, "south": 8, "east": 4}
    assert population_problems(drawn, {}) == []
    assert population_problems(drawn, {"north": 30, "south": 80, "east": 4}) == []
    assert population_problems(drawn, {"north": 29, "soth": 80, "east": 40}) == [
        'wave.yml, design.population: the stratum "south" of the sample is missing; add its size',
        'wave.yml, design.population: the sample has no one in the stratum "soth"; correct or '
        'remove it; did you mean "south"?',
        'wave.yml, design.population: the sample has 30 from the stratum "north", more than the '
        "29 that there are; correct the size",
    ]
