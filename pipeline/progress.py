"""What a person sees of a stage: a spinner on a terminal, and one line when it is done."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

STEERING = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    **dict.fromkeys((0x7F, *range(0x80, 0xA0), 0x2028, 0x2029), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
}
"""Signs that a terminal obeys instead of showing them, and what is shown: they may be in a file."""


class _Console(Console):
    """Shows all that files say as text; only the colours of our own reach the terminal."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else text.translate(STEERING), style, control)


console = _Console(highlight=False, soft_wrap=True)
errors = _Console(stderr=True, highlight=False, soft_wrap=True)


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


def counted(number: int, noun: str) -> str:
    """How many of what: `1 question`, `1,234 questions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
