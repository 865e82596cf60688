"""The checks of a whole wave, from its export on."""

from pathlib import Path

import polars as pl
from waves import Places, loaded, tabulated, tiny, write_export

from pipeline.database import existing_database
from pipeline.results import QUALITY


def test_a_wave_has_its_checks_beside_its_results(tmp_path: Path) -> None:
    places = tiny(tmp_path)
    lines = (places.raw / "export.csv").read_text(encoding="utf-8").splitlines()
    lines[1] = f"{lines[1].rpartition(',')[0]},Ring 12345678"
    write_export(places, "\n".join([*lines, ""]))
    loaded(places)
    tabulated(places)
    found = pl.read_parquet(places.processed / "quality.parquet")
    assert found.schema == QUALITY
    assert flagged(places, "telephone number") == [("remark", 1, answered(places, "remark"))]
    assert flagged(places, "e-mail address") == []
    # The tiny wave has no times, and no battery of four.
    assert set(found["check"]) == {"break_offs", "contradictions", "telephone number"}
    # Of a1, a2, a4, a5 and a7, who answered both (b1 ticked too much), a7 alone is small and has
    # other partners.
    assert flagged(places, "contradictions") == [("", 1, 5)]


RULE = "quality: {leave_out: [small_with_others]}\n"
LEFT_OUT_ROW = 16


def test_who_is_left_out_counts_as_if_the_export_had_no_such_row(tmp_path: Path) -> None:
    without, declared = tiny(tmp_path / "without"), tiny(tmp_path / "declared")
    lines = (without.raw / "export.csv").read_text(encoding="utf-8").splitlines()
    assert lines[LEFT_OUT_ROW - 1].startswith("a7,")
    # The broken row may not come last: such a file was cut.
    lines = [lines[0], lines[-2], *lines[1:-2]]
    write_export(without, "\n".join([*lines, ""]))
    with declared.wave_settings.open("a", encoding="utf-8") as file:
        file.write(RULE)
    expected, left = loaded(without), loaded(declared)
    assert (left.received, left.accepted, left.rejected) == (
        expected.received + 1,
        expected.accepted,
        expected.rejected + 1,
    )
    assert left.rejected_values == expected.rejected_values
    for places in (without, declared):
        tabulated(places)
    for name in ("estimates", "tests", "item_nonresponse", "response"):
        one, other = (
            pl.read_parquet(places.processed / f"{name}.parquet") for places in (without, declared)
        )
        assert one.equals(other), name
    with existing_database(declared.database) as database:
        rows = database.table("rejected_rows").filter(pl.col("reason").str.starts_with("left"))
    assert rows.select("row", "reason").rows() == [(LEFT_OUT_ROW, "left out: small_with_others")]
    # The check is told of all: of those who are left out as well.
    assert flagged(declared, "contradictions") == [("", 1, 5)]
    assert flagged(declared, "left_out") == [("", 1, expected.accepted + 1)]


def flagged(places: Places, check: str) -> list[tuple[object, ...]]:
    table = pl.read_parquet(places.processed / "quality.parquet").filter(check=check)
    return table.select("variable", "flagged", "base").rows()


def answered(places: Places, variable: str) -> int:
    """Open answers as the export has them, the rejected rows left out."""
    states = pl.read_parquet(places.processed / "item_nonresponse.parquet")
    return int(states.filter(variable=variable)["answered"].item())
