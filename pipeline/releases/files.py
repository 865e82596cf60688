"""The released numbers of a wave, in reports/<survey>/<wave>/released/: read, compared, frozen."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.database import existing_database
from pipeline.documents import read_document
from pipeline.errors import CorrectionError, ReleaseError
from pipeline.folders import put_in_place, recover
from pipeline.paths import Places
from pipeline.reading import read_inputs
from pipeline.releases.changes import CHANGES, change_messages, changed
from pipeline.releases.corrections import Correction, read_corrections
from pipeline.releases.published_data import published_csv, without_hidden
from pipeline.results import CHANGES as WAVE_CHANGES
from pipeline.results import ESTIMATES, TESTS
from pipeline.wave import Wave

REPLACED = pl.Schema({"correction": pl.String(), **CHANGES})
"""One row a number that a correction replaced; `correction` is the date of the note."""
SCHEMAS = {"estimates": ESTIMATES, "tests": TESTS, "changes": WAVE_CHANGES}
"""By the end of a table's name."""
REPLACED_CSV = "replaced.csv"
HEADER = """\
# What was published of this wave, frozen by `make release`: docs/releasing.md.
# Do not edit. A released number changes only with a note in ../corrections.yml.
"""


@dataclass(frozen=True)
class Standing:
    """How a wave stands to what was published of it: whether it still is a draft, its correction
    notes, those of them whose numbers are not frozen yet, and what they replaced (`REPLACED`)."""

    is_draft: bool
    corrections: tuple[Correction, ...] = ()
    open_notes: tuple[Correction, ...] = ()
    replaced: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=REPLACED))


def is_draft(places: Places, wave: Wave) -> bool:
    """Whether the numbers of a wave are not released; an automatic one never is a draft."""
    return wave.release != "automatic" and not places.release_record.is_file()


def answers_erased(places: Places) -> bool:
    """Whether the answers of a released wave were erased: then it lives from what was released."""
    return places.kept_report.is_dir()


def standing(places: Places, codebook: Codebook, wave: Wave) -> Standing:
    """The numbers of now beside the released ones.

    Raises `ReleaseError` with every number that would change, unless a correction note that was
    not frozen yet lets them; `CorrectionError` for notes that cannot be read.
    """
    recover(places.released)
    notes = read_corrections(places.corrections, codebook.languages)
    if not places.release_record.is_file():
        if notes:
            raise CorrectionError(
                f"{places.corrections}: {places.name} was never released, so there is nothing to "
                "correct; remove the file, or run make release before the change"
            )
        return Standing(is_draft(places, wave))
    frozen = _dates(places)
    known = Standing(False, notes, tuple(one for one in notes if one.date not in frozen))
    released, now = released_tables(places), _published(places)
    changes = changed(released, now)
    if changes.height and not known.open_notes:
        raise ReleaseError([_what_to_do(places, changes), *change_messages(changes)])
    told = changed(_told(released, codebook), _told(now, codebook))
    return replace(known, replaced=_replaced(places, known, told))


def freeze(places: Places, codebook: Codebook, wave: Wave) -> None:
    """Release the numbers of now; what correction notes replaced stays listed.

    All files take their place in one step: an interrupted release leaves the last one whole.
    Raises as `standing`, and `ReleaseError` for a wave whose answers were erased.
    """
    if answers_erased(places):
        raise ReleaseError(
            f"the answers of {places.name} were erased, so nothing of it can be released anew"
        )
    now = standing(places, codebook, wave)
    files = {f"{name}.csv": published_csv(table) for name, table in _published(places).items()}
    if now.replaced.height:
        files[REPLACED_CSV] = now.replaced.write_csv().encode()
    record = yaml.safe_dump(_record(places, wave, now), allow_unicode=True, sort_keys=False)
    files[places.release_record.name] = (HEADER + record).encode()
    new = places.released.with_name(f".{places.released.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for name, content in files.items():
        atomic.write_bytes(new / name, content)
    put_in_place(new, places.released)


def freeze_automatically(places: Places) -> bool:
    """Release a wave that asks for it, where something is not frozen yet; whether it was."""
    codebook, wave = read_inputs(places)
    if wave.release != "automatic":
        return False
    if answers_erased(places):
        return False
    if places.release_record.is_file() and not standing(places, codebook, wave).open_notes:
        return False
    freeze(places, codebook, wave)
    return True


def _what_to_do(places: Places, changes: pl.DataFrame) -> str:
    return (
        f"{places.name} is released, and {changes.height} of its numbers would change (listed "
        f"below: released -> now). Undo what changed them, or write what was corrected and why in "
        f"{places.corrections} (docs/releasing.md)"
    )


def _replaced(places: Places, known: Standing, changes: pl.DataFrame) -> pl.DataFrame:
    """What earlier corrections replaced, and what the newest open note replaces."""
    path = places.released / REPLACED_CSV
    before = pl.DataFrame(schema=REPLACED)
    if path.is_file():
        before = pl.read_csv(path, schema=REPLACED).with_columns(pl.all().fill_null(""))
    if not known.open_notes:
        return before
    dated = changes.select(pl.lit(str(known.open_notes[-1].date)).alias("correction"), pl.all())
    names = [name for name in REPLACED if name not in ("released", "now")]
    return pl.concat([before, dated]).unique(names, keep="first", maintain_order=True)


def _record(places: Places, wave: Wave, now: Standing) -> dict[str, Any]:
    """What the released files are, of which inputs, and when the answers came in."""
    with existing_database(places.database) as database:
        sources = database.table("sources").sort("name")
    inputs = dict(zip(sources["name"], sources["sha256"], strict=True))
    for path in (places.codebook, places.wave_settings):
        inputs[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "survey": wave.survey,
        "wave": wave.wave,
        "answers": {"from": wave.fieldwork.first, "to": wave.fieldwork.last},
        "sha256": inputs,
        "answered_before": _answered_before(places),
        "corrections": [note.date for note in now.corrections],
    }


def _answered_before(places: Places) -> dict[str, int]:
    """Earlier wave -> how many answered in both: known only as long as both have their answers."""
    if not places.comparability.is_file():
        return {}
    counts = pl.read_parquet(places.comparability).drop_nulls("both_n")
    pairs = counts.select("other_wave", "both_n").unique(maintain_order=True)
    return dict(pairs.iter_rows())


def release_record(places: Places) -> Mapping[str, Any]:
    """What released.yml says: SHA-256 of the inputs, corrections, who answered before."""
    record: Mapping[str, Any] = read_document(places.release_record, ReleaseError).values
    return record


def _dates(places: Places) -> frozenset[date]:
    """The dates of the correction notes that are frozen."""
    return frozenset(release_record(places)["corrections"])


def _tables(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.csv")) if path.name != REPLACED_CSV]


def _told(tables: Mapping[str, pl.DataFrame], codebook: Codebook) -> Mapping[str, pl.DataFrame]:
    """Of what a correction replaces, all but the numbers of sensitive variables."""
    secret = [name for name, variable in codebook.variables.items() if variable.sensitive]
    return {name: one.filter(~pl.col("variable").is_in(secret)) for name, one in tables.items()}


def released_tables(places: Places) -> Mapping[str, pl.DataFrame]:
    """Name (`estimates`, `banner_size_tests`, `changes`) -> the released table, none of a draft."""
    recover(places.released)
    return {path.stem: _read(path) for path in _tables(places.released)}


def _read(path: Path) -> pl.DataFrame:
    schema = SCHEMAS[path.stem.rpartition("_")[2]]
    names = pl.read_csv(path, n_rows=0).columns
    overrides = {name: schema[name] for name in names if name in schema}
    table = pl.read_csv(path, schema_overrides=overrides)
    return table.with_columns(pl.col(pl.String).fill_null(""))


def _published(places: Places) -> Mapping[str, pl.DataFrame]:
    """Name -> what may be published now, with all its decimals."""
    found = sorted(places.processed.glob("published_*.parquet"))
    return {
        path.stem.removeprefix("published_"): without_hidden(pl.read_parquet(path))
        for path in found
    }
