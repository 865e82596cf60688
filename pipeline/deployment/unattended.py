"""One run without a person at hand: exports that are complete, then make, then the record."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.deployment.complete_exports import require_complete_exports
from pipeline.deployment.outcome import FAILED, Outcome, outcome_of_make
from pipeline.deployment.run_record import add_to_record, changes, last_published
from pipeline.deployment.run_state import State, state_of
from pipeline.errors import PipelineError, RenderError
from pipeline.paths import Places
from pipeline.runs import only_run

MAKE = ("make", "--no-print-directory", "PAGES=kept")
PUBLISHING = "TO="
"""The variable of make that names the folder of a web server."""


def unattended_run(root: Path, variables: Sequence[str]) -> Outcome:
    """Run the pipeline of a checkout; `variables` are handed to make, such as `CLAIMS=marked`.

    With `TO=<folder>` the site is published there.

    The system ends the lock on `data/` when the last process of the run has ended, however that
    ends. A run that another one keeps out leaves no line in the record: the record is the other's.
    """
    begun = time.monotonic()
    started = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        with only_run(root / "data") as lock:
            outcome, state = _outcome(root, variables, lock)
            record = _record(started, time.monotonic() - begun, outcome, state)
            add_to_record(Places("", "", root), record)
    except PipelineError as error:
        return Outcome(error.status, messages=_as_errors(error.messages))
    except OSError as error:
        return Outcome(FAILED, messages=_as_errors([f"{error.filename}: {error.strerror}"]))
    return outcome


def _outcome(
    root: Path, variables: Sequence[str], lock: Sequence[int]
) -> tuple[Outcome, State | None]:
    try:
        _require_renderer(Places("", "", root))
        require_complete_exports(root)
    except PipelineError as error:
        return Outcome(error.status, messages=_as_errors(error.messages)), None
    target = "publish" if any(one.startswith(PUBLISHING) for one in variables) else "report"
    made = subprocess.run(
        [*MAKE, *variables, target],
        cwd=root,
        env=os.environ | {"LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        pass_fds=lock,
    )
    outcome = outcome_of_make(made.returncode, made.stdout, made.stderr)
    if outcome.words != "published":
        return outcome, None
    state = state_of(root)
    before = last_published(Places("", "", root))
    return replace(outcome, changes=changes(before, state) if before else ()), state


def _require_renderer(places: Places) -> None:
    """make would choose a renderer where none is recorded: a choice for a person."""
    if not places.renderer.is_file():
        raise RenderError(
            f"{places.renderer} does not say which renderer was chosen at set-up; "
            "run make report once, by hand"
        )


def _record(
    started: str, seconds: float, outcome: Outcome, state: State | None
) -> Mapping[str, object]:
    return {
        "started": started,
        "seconds": round(seconds, 1),
        "status": outcome.status,
        "outcome": outcome.words,
        "messages": outcome.messages,
        "stages": outcome.stages,
        "changes": outcome.changes,
        **({"state": state} if state else {}),
    }


def _as_errors(messages: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"error: {message}" for message in messages)
