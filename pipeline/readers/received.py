"""Files as received: read once, whole, and only when nothing writes to them any more."""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import ExportError
from pipeline.readers.export import Source

# A file touched this recently may still be on its way; others are not waited for.
RECENT_SECONDS = 2.0
# Long enough for a copy to add something, short enough not to be felt.
SETTLE_SECONDS = 0.25


@dataclass(frozen=True)
class Received:
    """The bytes of one file and where they came from."""

    path: Path
    content: bytes
    source: Source

    @property
    def place(self) -> str:
        """The file as messages name it."""
        return self.path.as_posix()


def receive(paths: Sequence[Path]) -> tuple[Received, ...]:
    """Read files whole, in the order given.

    Raises ExportError for files that cannot be read, that are empty, or that change in size or
    date while they are looked at: a copy is still going on.
    """
    try:
        before = [_state(path) for path in paths]
        now = time.time()
        if any(abs(now - modified / 1e9) < RECENT_SECONDS for _, modified in before):
            time.sleep(SETTLE_SECONDS)
        contents = [path.read_bytes() for path in paths]
        after = [_state(path) for path in paths]
    except OSError as error:
        raise ExportError(
            f"{_name(error)}: cannot be read ({error.strerror}). Put the file there, readable."
        ) from error
    _refuse(paths, [then != now for then, now in zip(before, after, strict=True)], STILL_WRITTEN)
    _refuse(paths, [not content or content.isspace() for content in contents], EMPTY)
    return tuple(map(_received, paths, contents))


STILL_WRITTEN = "is still being written. Run again when copying is done."
EMPTY = "empty export: the file holds nothing. Export or copy it again."


def _refuse(paths: Sequence[Path], at_fault: Sequence[bool], problem: str) -> None:
    faulty = [path for path, fault in zip(paths, at_fault, strict=True) if fault]
    if faulty:
        raise ExportError(f"{path.as_posix()}: {problem}" for path in faulty)


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


def _name(error: OSError) -> str:
    return Path(error.filename).as_posix() if error.filename else "the export"


def _received(path: Path, content: bytes) -> Received:
    digest = hashlib.sha256(content).hexdigest()
    return Received(path, content, Source(path.name, len(content), digest))
