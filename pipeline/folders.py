"""A folder that takes the place of another in one step, so that readers always find one whole."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

EXCHANGE = 2
"""RENAME_EXCHANGE of Linux (linux/fs.h) and RENAME_SWAP of macOS (sys/stdio.h)."""
CURRENT_FOLDER = -100
"""AT_FDCWD (linux/fcntl.h): paths are counted from the folder of the process."""
NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def put_in_place(new: Path, place: Path) -> None:
    """Rename a whole folder to `place`; what stood there is removed.

    Where neither system nor file system can exchange two folders, `place` is empty between two
    renames: `recover` puts back what a run that was killed there has left.
    """
    old = _aside(place)
    if not place.exists():
        new.rename(place)
    elif exchanged(new, place):
        old = new
    else:
        place.rename(old)
        try:
            new.rename(place)
        except OSError:
            old.rename(place)
            raise
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Put back a folder that a killed run has moved aside, or remove what it left of the old."""
    old = _aside(place)
    if old.exists() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def exchanged(one: Path, other: Path) -> bool:
    """Exchange the names of two folders in one step; False where that cannot be done."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            status = library.renamex_np(*names, EXCHANGE)
        else:
            status = library.renameat2(CURRENT_FOLDER, names[0], CURRENT_FOLDER, names[1], EXCHANGE)
    except AttributeError:
        return False
    if status == 0:
        return True
    number = ctypes.get_errno()
    if number in NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _aside(place: Path) -> Path:
    return place.with_name(f"{place.name}.old")
