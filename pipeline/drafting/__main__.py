"""What the Makefile calls to draft: `python -m pipeline.drafting <command>`."""

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from pipeline.errors import DraftError
from pipeline.exit_status import exit_status_of
from pipeline.paths import Places
from pipeline.progress import say

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""Names of surveys and waves are names of folders and parts of addresses."""


def wave(asked: argparse.Namespace) -> None:
    """Draft a new wave from an export and the wave before; list what a person must decide."""
    from pipeline.drafting.new_wave import new_wave

    _refuse_no_name("survey", asked.survey, "members")
    _refuse_no_name("wave", asked.wave, "2024")
    drafted = new_wave(Places(asked.survey, asked.wave), asked.export, asked.format)
    _tell(drafted.recognised, drafted.written, drafted.decisions)
    say("", "Then: make report. It stops while something that it needs is not decided.")


def new(asked: argparse.Namespace) -> None:
    """Draft a new survey from its first export; list what a person must decide."""
    from pipeline.drafting.new_survey import new_survey

    if asked.wave:
        _refuse_no_name("wave", asked.wave, "2024")
    drafted = new_survey(asked.survey, asked.wave, asked.export, format=asked.format)
    _tell(drafted.recognised, drafted.written, drafted.decisions)
    say("", "Then: make report. What you decide nothing about stays as the list says.")


def _refuse_no_name(of: str, name: str, example: str) -> None:
    if not NAME.fullmatch(name):
        raise DraftError(f'"{name}" is no name of a {of}; write letters and digits: {example}')


def _tell(recognised: str, written: Sequence[Path], decisions: Sequence[str]) -> None:
    say(recognised)
    for path in written:
        say(f"wrote {path}")
    if not written:
        say("Nothing to write: the drafts are there already.")
    say("", "Look at this, and decide:", "")
    for number, decision in enumerate(decisions, start=1):
        say(f"{number:>3}. {decision}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.drafting", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    drafting = commands.add_parser("wave", help=wave.__doc__)
    drafting.add_argument("survey")
    drafting.add_argument("wave")
    drafting.add_argument("export", type=Path, help="the file, or the folder with the files")
    drafting.set_defaults(run=wave)
    starting = commands.add_parser("new", help=new.__doc__)
    starting.add_argument("survey")
    starting.add_argument("export", type=Path, help="the file, or the folder with the files")
    starting.add_argument("wave", nargs="?", default="", help="by the dates, where it is left out")
    starting.set_defaults(run=new)
    for command in (drafting, starting):
        command.add_argument("--format", help="where the files tell it wrongly")
    asked = parser.parse_args(arguments)
    return exit_status_of(partial(asked.run, asked))


if __name__ == "__main__":
    sys.exit(main())
