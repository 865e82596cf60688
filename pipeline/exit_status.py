"""A command's exit status, and what is said of an error: the same for every command line."""

from collections.abc import Callable

from pipeline.errors import PipelineError
from pipeline.progress import errors

DEFECT = 1
"""The exit status of an error that nobody foresaw."""


def exit_status_of(run: Callable[[], int | None]) -> int:
    """Run a command; 0 or what it gives, or the status of the error that stopped it.

    The messages of an error are printed, a line each.
    """
    try:
        return run() or 0
    except PipelineError as error:
        for message in error.messages:
            errors.print(f"error: {message}", style="red", markup=False)
        return error.status
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        errors.print(f"error: {where}{error.strerror or error}", style="red", markup=False)
        return DEFECT
