"""One run at a time in a folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import BusyError


@contextmanager
def only_run(folder: Path) -> Iterator[tuple[int, ...]]:
    """Keep other runs out of what is made below a folder: the names beside would be shared.

    The system ends this with the process, however that ends. A folder that is not there yet, or
    a file system without locks, is not kept. Gives what is to be handed to the programs that a
    run starts, so that others stay out until these have ended too. Raises `BusyError` when another
    run is there.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield ()
        return
    try:
        _keep(descriptor, folder)
        yield (descriptor,)
    finally:
        os.close(descriptor)


def _keep(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BusyError(
            f"{folder} is in use by another run; run again when that has ended"
        ) from None
    except OSError:
        return
