"""What the Makefile calls to hand answers on: `python -m pipeline.handing_on <command>`."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from pipeline.errors import PipelineError
from pipeline.exit_status import exit_status_of
from pipeline.paths import Places
from pipeline.progress import say


def export(asked: argparse.Namespace) -> None:
    """Write the accepted answers of a wave for another program; tell what was left out."""
    from pipeline.handing_on.writing import FORMATS, hand_on

    if asked.format not in FORMATS:
        raise PipelineError(
            f'"{asked.format}" is no format; write FORMAT= and one of {", ".join(FORMATS)}'
        )
    handed = hand_on(Places(asked.survey, asked.wave), asked.format)
    say(f"{handed.respondents:,} respondents, {handed.columns:,} columns")
    say(*(f"wrote {path}" for path in handed.files))
    say(*(f"note: {note}" for note in handed.notes))
    say("These are answers of single respondents: hand them on only to those who may have them.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.handing_on", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    exporting = commands.add_parser("export", help=export.__doc__)
    exporting.add_argument("survey")
    exporting.add_argument("wave")
    exporting.add_argument("format", help="sav, xlsx, csv or parquet")
    exporting.set_defaults(run=export)
    asked = parser.parse_args(arguments)
    return exit_status_of(partial(asked.run, asked))


if __name__ == "__main__":
    sys.exit(main())
