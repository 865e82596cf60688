"""Files that are written beside their place and renamed into it: never half a file."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # rendering needs no frames, and they take long to import
    import polars as pl


def write_bytes(path: Path, content: bytes, mode: int = 0o644) -> bool:
    """Write a file, unless it holds that content already; whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write(path, lambda temporary: temporary.write_bytes(content), mode)
    return True


def write(path: Path, writer: Callable[[Path], object], mode: int = 0o644) -> None:
    """Let `writer` write to a name beside `path`, then put it in its place.

    An error or a full disk leaves what stood there before; an `OSError` names `path`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    try:
        writer(temporary)
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as problem:
        raise OSError(problem.errno, problem.strerror or str(problem), str(path)) from problem
    finally:
        temporary.unlink(missing_ok=True)


def write_table(folder: Path, name: str, frame: pl.DataFrame) -> None:
    """Write a frame as Parquet and as CSV, readable by its owner only."""
    write_parquet(folder / f"{name}.parquet", frame)
    text = frame.write_csv()
    write(folder / f"{name}.csv", lambda temporary: temporary.write_bytes(text.encode()), 0o600)


def write_parquet(path: Path, frame: pl.DataFrame) -> None:
    """Write a frame as Parquet, readable by its owner only.

    By way of memory: what Polars raises for a full disk is no `OSError`.
    """
    buffer = BytesIO()
    frame.write_parquet(buffer)
    write(path, lambda temporary: temporary.write_bytes(buffer.getvalue()), 0o600)
