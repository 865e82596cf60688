"""One run at a time in a folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import PipelineError


@contextmanager
def only_run(folder: Path) -> Iterator[None]:
    """Keep other runs out of what is made below a folder: the names beside would be shared.

    The system ends this with the process, however that ends. A folder that is not there yet, or
    a file system without locks, is not kept. Raises `PipelineError` when another run is there.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        _keep(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _keep(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise PipelineError(
            f"{folder} is in use by another run; run again when that has ended"
        ) from None
    except OSError:
        return
