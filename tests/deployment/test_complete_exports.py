"""An export that is named, there, and no longer growing."""

import time
from pathlib import Path

import pytest
from waves import tiny

from pipeline.deployment import complete_exports
from pipeline.deployment.complete_exports import require_complete_exports
from pipeline.errors import ExportError
from pipeline.paths import Places


@pytest.fixture
def wave(tmp_path: Path) -> Places:
    """The tiny wave, with its export named."""
    places = tiny(tmp_path)
    with places.wave_settings.open("a") as file:
        file.write("export: {format: csv, files: [export.csv]}\n")
    return places


def problems(wave: Places) -> tuple[str, ...]:
    with pytest.raises(ExportError) as caught:
        require_complete_exports(wave.root)
    return caught.value.messages


def test_an_export_that_is_named_and_rests_is_complete(wave: Places) -> None:
    (wave.raw / "export.csv").touch()
    require_complete_exports(wave.root)


def test_an_export_that_is_not_named_is_not_taken(tmp_path: Path) -> None:
    places = tiny(tmp_path)
    assert problems(places) == (
        f"{places.wave_settings} names no export; a scheduled run takes only files that are "
        "named: `export: {format: ..., files: [...]}`",
    )


def test_an_export_that_has_not_arrived_is_waited_for(wave: Places) -> None:
    export = wave.raw / "export.csv"
    export.unlink()
    assert problems(wave) == (
        f"{export} is not there, but wave.yml names it; the run waits for it",
    )


def test_an_export_that_grows_between_two_looks_is_not_taken(
    wave: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = wave.raw / "export.csv"
    export.touch()

    def copy_goes_on(seconds: float) -> None:
        with export.open("a") as file:
            file.write("more")

    monkeypatch.setattr(complete_exports.time, "sleep", copy_goes_on)
    assert problems(wave) == (
        f"{export} is still being written; the next run takes it when it is whole",
    )


def test_an_export_of_last_week_is_not_waited_for(
    wave: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(complete_exports, "RECENT_SECONDS", 0.0)
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("waited"))
    require_complete_exports(wave.root)
