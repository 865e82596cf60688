"""What a person sees of a stage: a spinner on a terminal, and one line when it is done."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def stage(name: str, what: str = "") -> Iterator[list[str]]:
    """Show that a stage runs; then print its summary: what was appended to the list, and seconds.

    Nothing is printed when the stage fails: then the error is.
    """
    summary: list[str] = []
    title = f"{name} {what}".strip()
    begun = time.perf_counter()
    with console.status(title):
        yield summary
    seconds = time.perf_counter() - begun
    console.print(f"{title:<26} {', '.join([*summary, f'{seconds:.1f} s'])}", markup=False)


def say(*lines: str) -> None:
    """Print lines as they are."""
    for line in lines:
        console.print(line, markup=False)
