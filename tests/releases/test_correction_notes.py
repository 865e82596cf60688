"""What readers see of drafts and of corrections."""

from datetime import date

import polars as pl

from pipeline.releases.correction_notes import corrections_block, release_notice
from pipeline.releases.corrections import Correction
from pipeline.releases.files import REPLACED

FIRST = Correction(date=date(2024, 5, 2), what={"en": "Late <answers>."}, why={"en": "The mail."})
SECOND = Correction(date=date(2024, 6, 1), what={"en": "A typing error."}, why={"en": "Haste."})


def replaced(*rows: tuple[str, str, str, str, str]) -> pl.DataFrame:
    """Rows of key, statistic, column, released and now, of the first note."""
    return pl.DataFrame(
        [(str(FIRST.date), "estimates", *row) for row in rows], schema=REPLACED, orient="row"
    )


def test_every_page_of_a_draft_says_so_and_of_a_corrected_wave_what_was_last() -> None:
    assert release_notice(True, (), "da").startswith("Kladde: ")
    assert release_notice(True, (), "nb").startswith("Utkast: ")
    assert release_notice(False, (), "en") == ""
    said = release_notice(False, (FIRST, SECOND), "en").replace("\u00a0", " ")
    assert said == "Corrected 1 June 2024: A typing error."


def test_the_list_has_the_newest_first_and_the_numbers_that_read_otherwise() -> None:
    rows = replaced(
        ("s.w1.f.yes", "share", "estimate", "0.8333", "0.7143"),
        ("s.w1.f.yes", "share", "ci_low", "0.5", "0.4"),
        ("s.w1.f.no", "share", "estimate", "0.5", ""),
        ("s.w1.f.mean", "mean", "estimate", "4.5", "gone"),
        ("s.w1.f.same", "share", "estimate", "0.8301", "0.8302"),
    )
    block = corrections_block((FIRST, SECOND), rows, "en").replace("\u00a0", " ")
    assert block.startswith("## Corrections\n")
    assert block.index("A typing error. Haste.") < block.index("Late &lt;answers&gt;. The mail.")
    assert "yes</code></th><td>83 per cent</td><td>71 per cent</td>" in block
    assert "no</code></th><td>50 per cent</td><td>not shown</td>" in block
    assert "mean</code></th><td>4.5</td><td>withdrawn</td>" in block
    assert "same" not in block
    assert block.count("<details>") == 1


def test_without_a_correction_there_is_no_list() -> None:
    assert corrections_block((), replaced(), "en") == ""
