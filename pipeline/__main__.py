"""The stages as commands: `python -m pipeline <stage> <survey> <wave>`. Parses, calls, prints."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from pipeline import atomic
from pipeline.errors import PipelineError
from pipeline.paths import Places
from pipeline.progress import console, errors, stage
from pipeline.runs import only_run

DEFECT = 1
"""The exit status of an error that nobody foresaw."""


def load(places: Places) -> None:
    """Export -> raw, accepted respondents and answers."""
    from pipeline.load import load
    from pipeline.reading import read_inputs

    with stage("load", places.name) as summary:
        codebook, wave = read_inputs(places)
        loaded = load(places, codebook, wave)
        summary += [
            f"{loaded.received:,} rows received",
            f"{loaded.accepted:,} accepted",
            f"{loaded.rejected:,} rejected",
            f"{loaded.rejected_values:,} values rejected",
        ]
        _made(places, "load", [places.database])


def plan(places: Places) -> None:
    """Check the figure plan, and what changed since the wave before; write what is counted."""
    from pipeline.codebooks.reading import read_codebook
    from pipeline.codebooks.series import check_series
    from pipeline.planning.plan import check_waves, counted_part, read_plan
    from pipeline.reading import every_wave, read_inputs, wave_before

    with stage("plan", places.name) as summary:
        codebook, wave = read_inputs(places)
        if before := wave_before(places):
            check_series(places.series, read_codebook(before.codebook), codebook)
        check_waves(
            places.plan,
            {one.wave for one in every_wave(places.root) if one.survey == places.survey},
        )
        figures = read_plan(places.plan, codebook, wave)
        atomic.write_bytes(places.counted_plan, counted_part(figures).encode())
        summary.append(f"{len(figures.figures)} figures")
        _made(places, "plan", [places.counted_plan])


def tabulate(places: Places) -> None:
    """Counts, estimates and tests."""
    from pipeline.planning.plan import read_plan
    from pipeline.reading import read_inputs
    from pipeline.tabulate import tabulate

    with stage("tabulate", places.name) as summary:
        codebook, wave = read_inputs(places)
        plan = read_plan(places.plan, codebook, wave)
        results = tabulate(places, plan, codebook, wave)
        summary += [
            f"{results.cells.height:,} cells",
            f"{results.estimates.height:,} estimates",
            f"{results.tests.height} tests",
        ]
        lonely = results.sampled.sample.lonely_strata
        if lonely:
            errors.print(
                f"warning: strata with a single cluster: {lonely}; the distance to the mean of all "
                "stands for their variance, an upper estimate. Join them with others like them in "
                "the export's stratum column to do better"
            )
        of_banners = (path for name in plan.banners for path in places.banner(name))
        _made(places, "tabulate", (*places.results, *of_banners))


def fragments(places: Places) -> None:
    """What the pages include: figures, tables, notes."""
    from pipeline.fragments import make_fragments
    from pipeline.planning.plan import read_plan
    from pipeline.reading import read_inputs

    with stage("fragments", places.name) as summary:
        codebook, wave = read_inputs(places)
        made = make_fragments(places, read_plan(places.plan, codebook, wave), codebook, wave)
        summary.append(f"{len(made)} files")
        _made(places, "fragments", made)


def claims(places: Places, marked: bool = False) -> None:
    """Check what the pages of the wave state."""
    from pipeline.prose import check_wave
    from pipeline.releases.files import freeze_automatically

    with stage("claims", places.name) as summary:
        result = check_wave(places, marked)
        summary.append(f"{result.claims - result.unsupported} claims hold")
        if result.unsupported:
            summary.append(f"{result.unsupported} do not and are marked")
        if freeze_automatically(places):
            summary.append(f"numbers frozen in {places.released}")
        _made(places, "claims", result.files)


def release(places: Places) -> None:
    """Freeze what is published of the wave: from now on it does not change by itself."""
    from pipeline.reading import read_inputs
    from pipeline.releases.files import freeze

    with stage("release", places.name) as summary:
        freeze(places, *read_inputs(places))
        summary.append(f"numbers frozen in {places.released}")


def site(places: Places, marked: bool = False) -> None:
    """What all waves share: the variables of the pages, the list of waves."""
    from pipeline.site import make_site

    with stage("site") as summary:
        made = make_site(places, marked)
        summary.append(f"{len(made)} files")
        _made(places, "site", made)


def render(places: Places, kept: bool = False) -> None:
    """The pages to HTML."""
    from pipeline.render import chosen_renderer, render

    with stage("render") as summary:
        renderer = chosen_renderer(places.renderer)
        pages = render(places.reports, renderer, kept)
        summary.append(f"{len(pages)} pages by {renderer}")
        _made(places, "render", (path for path in sorted(places.site.rglob("*")) if path.is_file()))


def _made(places: Places, stage: str, files: Iterable[Path]) -> None:
    lines = "".join(f"{path}\n" for path in files)
    atomic.write(places.made_by(stage), lambda list_: list_.write_text(lines, encoding="utf-8"))


WAVE_STAGES = (load, plan, tabulate, fragments, claims)
SITE_STAGES = (site, render)
LISTING_WIDTH = 120
"""Characters that a claim with its verdict needs, also where the output is no terminal."""
MARKING_STAGES = (claims, site)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    asked = _parser().parse_args(arguments)
    try:
        asked.run(asked)
    except PipelineError as error:
        for message in error.messages:
            errors.print(f"error: {message}", style="red", markup=False)
        return error.status
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        errors.print(f"error: {where}{error.strerror or error}", style="red", markup=False)
        return DEFECT
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (*WAVE_STAGES, release):
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.add_argument("survey")
        command.add_argument("wave")
        command.set_defaults(run=partial(_stage, run))
    for run in SITE_STAGES:
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.set_defaults(run=partial(_stage, run), survey="", wave="")
    for run in MARKING_STAGES:
        help_ = "publish claims that do not hold, and mark them, instead of stopping"
        commands.choices[run.__name__].add_argument("--marked", action="store_true", help=help_)
    help_ = "stop for a site that has lost pages, or is out of all proportion to the last one"
    commands.choices["render"].add_argument("--kept", action="store_true", help=help_)
    listing = commands.add_parser("list-claims", help="List every claim with its verdict.")
    listing.add_argument("survey", nargs="?", default="")
    listing.add_argument("wave", nargs="?", default="")
    listing.set_defaults(run=_list_claims)
    codes = commands.add_parser("codes", help="Write down the open answers still to be coded.")
    codes.add_argument("survey")
    codes.add_argument("wave")
    codes.set_defaults(run=lambda asked: _alone(_codes, Places(asked.survey, asked.wave)))
    table = commands.add_parser("table", help="Print one table, without touching the plan.")
    table.add_argument("survey")
    table.add_argument("wave")
    table.add_argument("question", help="a variable, or variable.item")
    table.add_argument("--by", metavar="VARIABLE", help="the variable whose groups are compared")
    table.set_defaults(run=_table)
    commands.add_parser(
        "preview", help="Serve the site; build it again while you edit."
    ).set_defaults(run=_preview)
    commands.add_parser("key", help="Make the key for pseudonyms, once.").set_defaults(run=_key)
    return parser


def _codes(places: Places) -> None:
    from pipeline.code_answers import code_answers
    from pipeline.reading import read_inputs

    written = list(code_answers(places, *read_inputs(places)))
    if not written:
        errors.print(f"{places.codebook} has no themes of open answers; see docs/codebook.md")
    for one in written:
        added = f"{one.added} answers added, {one.proposed} of them with a proposal"
        errors.print(f"{one.path}: {added}; {one.present} were there already")


def _stage(run: Callable[..., None], asked: argparse.Namespace) -> None:
    options = {name: getattr(asked, name) for name in ("marked", "kept") if name in asked}
    _alone(partial(run, **options), Places(asked.survey, asked.wave))


def _alone(run: Callable[[Places], None], places: Places) -> None:
    with only_run(places.processed):
        run(places)


def _list_claims(asked: argparse.Namespace) -> None:
    import polars as pl

    from pipeline.claims.table import CLAIMS, claim_table
    from pipeline.prose import wave_claims
    from pipeline.reading import every_wave, known_results
    from pipeline.site import shared_claims
    from pipeline.tables.claims import claim_listing

    known = known_results(every_wave(Path()))
    waves = [
        wave
        for wave in every_wave(Path())
        if asked.survey in ("", wave.survey) and asked.wave in ("", wave.wave)
    ]
    tables = [claim_table(wave_claims(wave, known), wave.survey, wave.wave) for wave in waves]
    if not asked.survey:
        tables.append(claim_table(shared_claims(Places("", ""), known), "", ""))
    console.width = max(console.width, LISTING_WIDTH)
    console.print(claim_listing(pl.concat([pl.DataFrame(schema=CLAIMS), *tables])))


def _table(asked: argparse.Namespace) -> None:
    from pipeline.question_table import question_table

    question_table(Places(asked.survey, asked.wave), asked.question, asked.by)


def _preview(asked: argparse.Namespace) -> None:
    from pipeline.preview import preview

    preview(Places("", ""))


def _key(asked: argparse.Namespace) -> None:
    from pipeline.loading.pseudonyms import make_key

    errors.print(f"The key is in {make_key()}; keep it secret, and keep it")


if __name__ == "__main__":
    sys.exit(main())
