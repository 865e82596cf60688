"""The checks of a whole wave, from its export on."""

from pathlib import Path

import polars as pl
from waves import Places, loaded, tabulated, tiny, write_export

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
    assert set(found["check"]) <= {"break_offs", "telephone number"}


def flagged(places: Places, check: str) -> list[tuple[object, ...]]:
    table = pl.read_parquet(places.processed / "quality.parquet").filter(check=check)
    return table.select("variable", "flagged", "base").rows()


def answered(places: Places, variable: str) -> int:
    """Open answers as the export has them, the rejected rows left out."""
    states = pl.read_parquet(places.processed / "item_nonresponse.parquet")
    return int(states.filter(variable=variable)["answered"].item())
