"""The stages and other commands: `python -m pipeline <stage> <survey> <wave>`. Parses and calls."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from pipeline.exit_status import exit_status_of
from pipeline.paths import Places
from pipeline.progress import console, errors
from pipeline.runs import only_run
from pipeline.stages import (
    MARKING_STAGES,
    SITE_STAGES,
    SURVEY_STAGES,
    WAVE_STAGES,
    erase,
    release,
)

LISTING_WIDTH = 120
"""Characters that a claim with its verdict needs, also where the output is no terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    asked = _parser().parse_args(arguments)
    return exit_status_of(partial(asked.run, asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    for run in (*WAVE_STAGES, release, erase):
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.add_argument("survey")
        command.add_argument("wave")
        command.set_defaults(run=partial(_stage, run))
    for run in SURVEY_STAGES:
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.add_argument("survey")
        command.set_defaults(run=partial(_stage, run), wave="")
    for run in SITE_STAGES:
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.set_defaults(run=partial(_stage, run), survey="", wave="")
    for run in MARKING_STAGES:
        help_ = "publish claims that do not hold, and mark them, instead of stopping"
        commands.choices[run.__name__].add_argument("--marked", action="store_true", help=help_)
    help_ = "stop for a site that has lost pages, or is out of all proportion to the last one"
    commands.choices["render"].add_argument("--kept", action="store_true", help=help_)
    commands.choices["erase"].add_argument("--sure", action="store_true", help="delete them")
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
    options = {name: getattr(asked, name) for name in ("marked", "kept", "sure") if name in asked}
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

    waves = [
        wave
        for wave in every_wave(Path())
        if asked.survey in ("", wave.survey) and asked.wave in ("", wave.wave)
    ]
    tables = [claim_table(wave_claims(wave), wave.survey, wave.wave) for wave in waves]
    if not asked.survey:
        known = known_results(every_wave(Path()))
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
