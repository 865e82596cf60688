"""What came of a run: its exit status, and the words for the e-mail; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.errors import PipelineError

FAILED = PipelineError.status
WORDS = {
    0: "published",
    FAILED: "the run failed",
    3: "data need a decision",
    4: "claims no longer hold",
    5: "the site could not be made",
    6: "a released number would change",
    7: "another run is active",
}
"""Each status that a run ends with, and what it means."""
NOTHING_NEW = "Nothing has changed since the last run."
"""What make says when no stage had anything to do."""
SHOWN = "/current is now version "
"""What it says when a web server shows another version than before."""
OF_A_STAGE = re.compile(r"^make(?:\[\d+\])?: \*\*\* .*\bError (\d+)$", re.MULTILINE)
"""How make, in the language of the locale C, ends after a command that failed."""
MOST_MESSAGES = 20


@dataclass(frozen=True)
class Outcome:
    """The status, what the stages printed, what they complained of, and what changed."""

    status: int
    stages: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The outcome in words."""
        is_shown = any(SHOWN in line for line in self.stages)
        if self.status == 0 and NOTHING_NEW in self.stages and not is_shown:
            return "nothing to do"
        return WORDS[self.status]


def outcome_of_make(status: int, output: str, complaints: str) -> Outcome:
    """The outcome of `make`, which itself ends with 2 whatever fails: make tells the status of
    the stage in its last line, after all that a stage may have said."""
    found = OF_A_STAGE.findall(complaints)
    of_stage = int(found[-1]) if found else FAILED
    known = of_stage if of_stage in WORDS and of_stage else FAILED
    return Outcome(0 if status == 0 else known, _lines(output), _lines(complaints))


def summary(outcome: Outcome) -> str:
    """The outcome as an e-mail tells it: the first line is its subject."""
    if outcome.words == "nothing to do":
        return "Survey findings: nothing to do (status 0)\n"
    parts = [f"Survey findings: {outcome.words} (status {outcome.status})"]
    if outcome.messages:
        parts.append("\n".join(_shortened(outcome.messages)))
    if outcome.status:
        parts.append("The site that readers see stays as it was.")
    if outcome.changes:
        parts.append("Changed since the last run that published:\n" + _indented(outcome.changes))
    if outcome.stages:
        parts.append("Stages:\n" + _indented(outcome.stages))
    return "\n\n".join(parts) + "\n"


def _shortened(messages: Sequence[str]) -> list[str]:
    more = len(messages) - MOST_MESSAGES
    return [*messages[:MOST_MESSAGES], *([f"... and {more} lines more"] if more > 0 else [])]


def _indented(lines: Sequence[str]) -> str:
    return "\n".join(f"  {line}" for line in lines)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())
