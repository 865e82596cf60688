"""A built site into the folder that a web server shows, and back to an earlier version.

`<folder>/current` is a link to one of `<folder>/versions/<number>`; it is replaced by one rename,
so readers find the one version or the other, whole.
"""

import filecmp
import shutil
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.runs import only_run

KEPT = 5
"""Versions that stay, the one that is shown among them."""
WITHDRAWN = ".withdrawn"
"""Beside a version that was rolled back, as an empty file of the version's name and this."""


@dataclass(frozen=True)
class Published:
    """The version that is shown, and whether this call changed that."""

    version: int
    is_new: bool


def publish(site: Path, folder: Path) -> Published:
    """Copy a site as the next version and show it, unless it is shown already.

    Raises PipelineError for a site that is not there and for one that was rolled back: it must
    change before it is shown again.
    """
    if not (site / "index.html").is_file():
        raise PipelineError(f"{site} holds no site; run make report")
    versions = folder / "versions"
    versions.mkdir(parents=True, exist_ok=True)
    with only_run(folder):
        known = _versions(versions)
        newest = known[-1] if known else 0
        if newest and _same(site, versions / str(newest)):
            if _is_withdrawn(versions, newest):
                raise PipelineError(
                    f"{site} is version {newest} of {folder}, which was rolled back; "
                    "correct it before it is published again"
                )
            is_new = shown(folder) != newest
            _show(folder, newest)
            return Published(newest, is_new)
        beside = versions / ".new"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(site, beside)
        beside.rename(versions / str(newest + 1))
        _show(folder, newest + 1)
        _forget(versions, newest + 1)
        return Published(newest + 1, True)


def roll_back(folder: Path) -> int:
    """Show the version before the one that is shown; its number.

    Raises PipelineError when there is none before it.
    """
    with only_run(folder):
        versions = folder / "versions"
        current = shown(folder)
        before = [
            one for one in _versions(versions) if one < current and not _is_withdrawn(versions, one)
        ]
        if not before:
            raise PipelineError(f"{folder} has no version before the one that is shown")
        # Marked first: a publication that comes between must not show it again.
        _mark(versions, current).touch()
        _show(folder, before[-1])
        return before[-1]


def shown(folder: Path) -> int:
    """The number of the version that is shown; 0 before the first."""
    current = folder / "current"
    return int(current.readlink().name) if current.is_symlink() else 0


def _show(folder: Path, version: int) -> None:
    link = folder / ".current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("versions") / str(version))
    link.replace(folder / "current")


def _forget(versions: Path, newest: int) -> None:
    for version in _versions(versions):
        if version <= newest - KEPT:
            shutil.rmtree(versions / str(version))
            _mark(versions, version).unlink(missing_ok=True)


def _versions(versions: Path) -> list[int]:
    if not versions.is_dir():
        return []
    return sorted(int(path.name) for path in versions.iterdir() if path.name.isdecimal())


def _mark(versions: Path, version: int) -> Path:
    return versions / f"{version}{WITHDRAWN}"


def _is_withdrawn(versions: Path, version: int) -> bool:
    return _mark(versions, version).exists()


def _same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    files = [_files(folder) for folder in (one, other)]
    return files[0] == files[1] and all(
        filecmp.cmp(one / path, other / path, shallow=False) for path in files[0]
    )


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
