"""What `deploy/run` and the Makefile call: `python -m pipeline.deployment <command>`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.progress import console


def run(asked: argparse.Namespace) -> int:
    """One run without a person at hand; prints its summary, gives its status."""
    from pipeline.deployment.outcome import summary
    from pipeline.deployment.unattended import unattended_run

    outcome = unattended_run(Path(), asked.variables)
    console.print(summary(outcome), markup=False, end="")
    return outcome.status


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.deployment", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    running = commands.add_parser("run", help=run.__doc__)
    running.add_argument("variables", nargs="*", help="variables of make, such as CLAIMS=marked")
    running.set_defaults(run=run)
    asked = parser.parse_args(arguments)
    return int(asked.run(asked))


if __name__ == "__main__":
    sys.exit(main())
