"""Whether every export has arrived: named in wave.yml, there, and no longer growing."""

import time
from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import ExportError
from pipeline.paths import Places
from pipeline.reading import every_wave, read_inputs
from pipeline.releases.files import answers_erased

RECENT_SECONDS = 600.0
"""A file that was written to within this time may still be on its way."""
SECONDS_BETWEEN_LOOKS = 2.0


def require_complete_exports(root: Path) -> None:
    """Look at the size of every export, and a second time where one was written to recently.

    A person who runs `make report` sees what is taken; a scheduler takes only what is named.
    Raises ExportError for exports that wave.yml does not name, that are not there, or that grow,
    and CodebookError for a wave.yml or codebook.yml that cannot be read.
    """
    waves = [one for one in every_wave(root) if not answers_erased(one)]
    files = {wave: read_inputs(wave)[1].export.files for wave in waves}
    if unnamed := [wave for wave in waves if not files[wave]]:
        raise ExportError(map(_unnamed, unnamed))
    paths = [wave.raw / name for wave in waves for name in files[wave]]
    if missing := [path for path in paths if not path.is_file()]:
        raise ExportError(
            f"{path.as_posix()} is not there, but wave.yml names it; the run waits for it"
            for path in missing
        )
    before = _sizes(paths)
    if any(abs(time.time() - path.stat().st_mtime) < RECENT_SECONDS for path in paths):
        time.sleep(SECONDS_BETWEEN_LOOKS)
    after = _sizes(paths)
    if growing := [path for path in paths if before[path] != after[path]]:
        raise ExportError(
            f"{path.as_posix()} is still being written; the next run takes it when it is whole"
            for path in growing
        )


def _unnamed(wave: Places) -> str:
    return (
        f"{wave.wave_settings.as_posix()} names no export; a scheduled run takes only files that "
        "are named: `export: {format: ..., files: [...]}`"
    )


def _sizes(paths: Iterable[Path]) -> dict[Path, int]:
    return {path: path.stat().st_size for path in paths}
