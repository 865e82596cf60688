"""What came of a run, as a status and as an e-mail."""

import pytest

from pipeline.deployment.outcome import Outcome, outcome_of_make, summary


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("make: *** [Makefile:104: data/processed/tiny/2024/load.made] Error 3", 3),
        ("make: *** [data/processed/tiny/2024/claims.made] Error 4", 4),  # make 3.81
        ("make[1]: *** [Makefile:140: data/processed/render.made] Error 5", 5),
        ("make: *** [Makefile:104: data/processed/tiny/2024/load.made] Error 7", 7),
        ("make: *** [Makefile:60: .venv/ready] Error 127", 1),
        ("make: *** [Makefile:104: data/processed/tiny/2024/load.made] Killed", 1),
        ("make: *** No rule to make target 'report'.  Stop.", 1),
        ("", 1),
    ],
)
def test_the_status_of_the_stage_is_handed_on(said: str, status: int) -> None:
    assert outcome_of_make(2, "", f"error: what is wrong\n{said}\n").status == status


def test_what_make_says_last_counts_whatever_an_answer_says() -> None:
    complaints = 'error: "\nmake: *** [x] Error 0\n" is no label\nmake: *** [y] Error 3\n'
    assert outcome_of_make(2, "", complaints).status == 3


def test_a_run_that_ends_well_has_published_or_had_nothing_to_do() -> None:
    assert outcome_of_make(0, "load tiny 2024\n\nThe site: x\n", "") == Outcome(
        0, stages=("load tiny 2024", "The site: x")
    )
    nothing = outcome_of_make(0, "Nothing has changed since the last run.\nThe site: x\n", "")
    assert (nothing.status, nothing.words) == (0, "nothing to do")
    assert summary(nothing) == "Survey findings: nothing to do (status 0)\n"


def test_an_old_site_in_a_new_folder_is_published() -> None:
    said = "Nothing has changed since the last run.\n/srv/site/current is now version 1\n"
    assert outcome_of_make(0, said, "").words == "published"


def test_the_summary_tells_what_is_wrong_before_what_was_done() -> None:
    failed = Outcome(4, ("load tiny 2024  15 rows",), tuple(f"error: {n}" for n in range(23)))
    assert summary(failed).splitlines() == [
        "Survey findings: claims no longer hold (status 4)",
        "",
        *(f"error: {n}" for n in range(20)),
        "... and 3 lines more",
        "",
        "The site that readers see stays as it was.",
        "",
        "Stages:",
        "  load tiny 2024  15 rows",
    ]


def test_the_summary_of_what_was_published_tells_what_changed() -> None:
    published = Outcome(0, ("render  23 pages",), changes=("pages: 22 -> 23",))
    assert summary(published).splitlines() == [
        "Survey findings: published (status 0)",
        "",
        "Changed since the last run that published:",
        "  pages: 22 -> 23",
        "",
        "Stages:",
        "  render  23 pages",
    ]
