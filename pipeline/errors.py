"""What stops a run: one error class a kind, each with the exit status that a scheduler sees."""

from collections.abc import Iterable


class PipelineError(Exception):
    """Everything wrong with one thing, reported in one go.

    Each message says what happened, where (file, row, column, figure) and what to do.
    """

    status = 1

    def __init__(self, messages: str | Iterable[str]) -> None:
        self.messages = (messages,) if isinstance(messages, str) else tuple(messages)
        super().__init__("\n".join(self.messages))


class ExportError(PipelineError):
    """The export cannot be read, or its content makes the wave unusable."""

    status = 3


class CodebookError(PipelineError):
    """codebook.yml or wave.yml is not usable."""

    status = 3


class SeriesError(PipelineError):
    """Nobody decided whether a question that changed between waves can be compared."""

    status = 3


class DraftError(PipelineError):
    """A new wave cannot be drafted, or a person has written there already."""

    status = 3


class PlanError(PipelineError):
    """figures.yml asks for something that the codebook does not have."""

    status = 3


class BenchmarkError(PipelineError):
    """benchmarks.yml is not usable, or names an estimate that does not exist."""

    status = 3


class ClaimError(PipelineError):
    """A sentence states something that the estimates do not."""

    status = 4


class CorrectionError(PipelineError):
    """corrections.yml is not usable."""

    status = 3


class ReleaseError(PipelineError):
    """A number that was released would change, and no correction note says so."""

    status = 6


class RenderError(PipelineError):
    """The site could not be rendered."""

    status = 5


class BusyError(PipelineError):
    """Another run is active."""

    status = 7
