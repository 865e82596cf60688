"""A new wave in `data/raw/`: the export and the drafts, never over what a person wrote."""

import difflib
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.reading import read_codebook
from pipeline.codebooks.series import read_series
from pipeline.documents import read_document
from pipeline.drafting.codebook_draft import Before
from pipeline.errors import CodebookError, DraftError, ExportError
from pipeline.paths import Places
from pipeline.readers.export import Export
from pipeline.readers.reading import FILE_FORMATS, NAME_IT, NAMES, read_export
from pipeline.reading import every_wave, read_inputs, wave_before
from pipeline.wave import ExportFiles


@dataclass(frozen=True)
class FoundExport:
    """An export where a person has put it: its folder and its files."""

    folder: Path
    files: tuple[str, ...]
    export: Export


def find_export(path: Path, format: str | None = None) -> FoundExport:
    """The export in a folder, or the one that a file is, or is part of; `format` as `FORMAT` says.

    Raises `ExportError`.
    """
    if format not in (None, *NAMES):
        raise ExportError(f'FORMAT "{format}" is not known. Known are: {", ".join(NAMES)}.')
    path = path.expanduser()
    if not path.exists():
        raise ExportError(f"{path}: there is no such file or folder; name the export")
    if not (path.is_dir() or path.is_file()):
        raise ExportError(f"{path}: is neither a file nor a folder; name the export")
    folder = path if path.is_dir() else path.parent
    files = [] if path.is_dir() else [path.name]
    beside = [one.name for one in folder.iterdir() if one.is_file()]
    together = (names for one in FILE_FORMATS for names in one.find(beside))
    if files:
        files = next((list(names) for names in together if path.name in names), files)
    try:
        export = read_export(folder, files, format)
    except ExportError as problem:
        said = (
            message.replace(NAME_IT, "Name one of them as EXPORT.") for message in problem.messages
        )
        raise ExportError(said) from None
    names = tuple(source.name for source in export.sources)
    return FoundExport(folder, names, export)


def read_before(places: Places) -> Before:
    """The wave before, as a person wrote it.

    Raises `DraftError` where there is none, `CodebookError` for one that is not usable.
    """
    before = wave_before(places)
    if before is None:
        known = sorted({one.survey for one in every_wave(places.root)})
        raise DraftError(
            f"{places.name}: no wave of {places.survey} comes before it, from which it could be "
            f"drafted (surveys: {', '.join(known)}); describe the first wave as README.md says"
        )
    codebook, wave = read_inputs(before)
    return Before(
        codebook,
        wave,
        before.codebook.read_text(encoding="utf-8-sig"),
        before.wave_settings.read_text(encoding="utf-8-sig"),
        read_document(before.codebook, CodebookError),
        read_document(before.wave_settings, CodebookError),
        _questions(before.raw, wave.export),
    )


def _questions(folder: Path, export: ExportFiles) -> Mapping[str, str]:
    """Column -> wording of the export before, which may have been erased since."""
    try:
        return read_export(folder, export.files, export.format).questions
    except ExportError:
        return {}


def drafted_codebook(text: str) -> Codebook:
    """The codebook that a draft is, read as every stage reads it.

    Raises `DraftError` for one that cannot be read: nothing is written then.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "codebook.yml"
        path.write_text(text, encoding="utf-8")
        try:
            return read_codebook(path)
        except CodebookError as problem:
            raise DraftError(
                f"the draft would not be usable: {message.removeprefix(f'{path}, ')}. Write the "
                "codebook by hand, as docs/codebook.md says"
                for message in problem.messages
            ) from None


def refuse_to_overwrite(places: Places, found: FoundExport, drafts: Mapping[Path, str]) -> None:
    """Raises `DraftError` where a file is there already that is not what would be written."""
    other = [
        f"{places.raw / name} is there already, and is not {found.folder / name}. If the new one "
        "corrects it, copy it there yourself; else take the old one away"
        for name in found.files
        if (places.raw / name).is_file()
        and (places.raw / name).read_bytes() != (found.folder / name).read_bytes()
    ]
    problems = other + [
        f"{path} is there already, and is not what would be drafted. Nothing was written. Keep "
        "yours, and take over by hand what you want of the lines with + below; or take it away, "
        f"and run again\n{difference}"
        for path, text in drafts.items()
        if path.is_file() and (difference := "".join(_difference(path, text)))
    ]
    if problems:
        raise DraftError(problems)


def _difference(path: Path, text: str) -> Iterator[str]:
    there = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    drafted = text.splitlines(keepends=True)
    yield from difflib.unified_diff(there, drafted, str(path), "as it would be drafted", n=1)


def write_wave(places: Places, found: FoundExport, drafts: Mapping[Path, str]) -> Sequence[Path]:
    """Write what is not there yet; the files that were written.

    Drafts come in their order; the last should be wave.yml, which makes a folder a wave.
    """
    written = []
    for name in found.files:
        source, place = found.folder / name, places.raw / name
        if not place.is_file():
            mode = source.stat().st_mode & 0o777
            atomic.write(place, partial(shutil.copy2, source), mode)
            written.append(place)
    for path, text in drafts.items():
        if text and atomic.write_bytes(path, text.encode()):
            written.append(path)
    return written


def series_text(places: Places) -> str:
    """series.yml as it is; "" where there is none. Raises `SeriesError` for an unusable one."""
    read_series(places.series)
    return places.series.read_text(encoding="utf-8-sig") if places.series.is_file() else ""
