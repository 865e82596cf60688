"""What `deploy/run` and the Makefile call: `python -m pipeline.deployment <command>`."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from pipeline.deployment.outcome import SHOWN, summary
from pipeline.exit_status import exit_status_of
from pipeline.paths import Places
from pipeline.progress import console, say
from pipeline.runs import only_run


def run(asked: argparse.Namespace) -> int:
    """One run without a person at hand; prints its summary, gives its status."""
    from pipeline.deployment.unattended import unattended_run

    outcome = unattended_run(Path(), asked.variables)
    console.print(summary(outcome), markup=False, end="")
    return outcome.status


def publish(asked: argparse.Namespace) -> int:
    """Copy the built site, without drafts, to a folder and show it there."""
    from pipeline.deployment.publishing import publish
    from pipeline.deployment.released_site import released_site

    # No run may replace the site while it is copied.
    with (
        only_run(Places("", "").processed),
        released_site(Path(), asked.marked) as site,
    ):
        published = publish(site, asked.folder)
    words = SHOWN if published.is_new else "/current has nothing new: it is version "
    say(f"{asked.folder}{words}{published.version}")
    return 0


def rollback(asked: argparse.Namespace) -> int:
    """Show the version before the one that is shown."""
    from pipeline.deployment.publishing import roll_back

    version = roll_back(asked.folder)
    say(f"{asked.folder}{SHOWN}{version}")
    return 0


def serve(asked: argparse.Namespace) -> int:
    """Show the built site on this machine, with the headers that a web server should send."""
    from pipeline.deployment.site_server import address_of, site_server

    with site_server(Places("", "").site) as server, suppress(KeyboardInterrupt):
        console.print(f"The site is at {address_of(server)} (stop with Ctrl-C)")
        server.serve_forever()
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.deployment", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    running = commands.add_parser("run", help=run.__doc__)
    running.add_argument("variables", nargs="*", help="variables of make, such as CLAIMS=marked")
    running.set_defaults(run=run)
    for command in (publish, rollback):
        moving = commands.add_parser(command.__name__, help=command.__doc__)
        moving.add_argument("folder", type=Path)
        moving.set_defaults(run=command)
    help_ = "publish claims that do not hold, and mark them, instead of stopping"
    commands.choices["publish"].add_argument("--marked", action="store_true", help=help_)
    commands.add_parser("serve", help=serve.__doc__).set_defaults(run=serve)
    asked = parser.parse_args(arguments)
    return exit_status_of(partial(asked.run, asked))


if __name__ == "__main__":
    sys.exit(main())
