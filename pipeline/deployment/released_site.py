"""The site without drafts: built beside the whole one, as if they were not there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.confidential import confidential
from pipeline.errors import PipelineError
from pipeline.paths import Places
from pipeline.reading import every_wave, read_inputs
from pipeline.releases.files import is_draft
from pipeline.render import render
from pipeline.renderers import chosen_renderer
from pipeline.site import make_site


@contextmanager
def released_site(root: Path, marked: bool = False) -> Iterator[Path]:
    """The folder of a site of the released waves alone, gone when it is left.

    Pages, navigation, search, front page and claims are made again from what the stages have made
    of these waves, so that nothing can lead to a draft. Without drafts it is the site that is
    there already. Raises `PipelineError` when no wave is released, `ClaimError` when a page of
    what stays states a number of a draft, `RenderError` when one links to it.
    """
    waves = list(every_wave(root))
    released = [one for one in waves if not is_draft(one, read_inputs(one)[1])]
    if not released:
        raise PipelineError(
            "every wave is a draft, and drafts are not published; see that the numbers are right, "
            "and write: make release SURVEY=... WAVE=..."
        )
    if len(released) == len(waves):
        yield Places("", "", root).site
        return
    with TemporaryDirectory(prefix="released-") as folder:
        beside = Path(folder)
        _copy_reports(root, beside, {one.pages for one in waves} - {one.pages for one in released})
        for wave in released:
            _show(wave, Places(wave.survey, wave.wave, beside))
        make_site(Places("", "", beside), marked)
        reports = Places("", "", beside).reports
        renderer = chosen_renderer(Places("", "", root).renderer)
        render(reports, renderer, confidential=confidential(root))
        yield Places("", "", beside).site


def _copy_reports(root: Path, beside: Path, drafts: set[Path]) -> None:
    """Everything that people wrote and the stages made, but for the folders of drafts and sites."""

    def left_out(folder: str, names: list[str]) -> list[str]:
        paths = {name: Path(folder) / name for name in names}
        return [name for name, path in paths.items() if path in drafts or name.startswith("_site")]

    shutil.copytree(Places("", "", root).reports, beside / "reports", ignore=left_out)


def _show(wave: Places, beside: Places) -> None:
    """The data of a wave below the other root, by links."""
    for source, link in ((wave.raw, beside.raw), (wave.processed, beside.processed)):
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(source.resolve(), target_is_directory=True)
