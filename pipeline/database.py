"""DuckDB: run a file of `sql/`, load a frame, read a table. The only module that imports duckdb."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa

from pipeline.errors import PipelineError
from pipeline.paths import SQL

BATCH_ROWS = 122_880
"""The rows of a row group of DuckDB: what one thread takes at a time."""


class Database:
    """One wave's database. Tables are named by the files of `sql/`, never by data."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        # Long work shows its own progress, and none in a log.
        connection.execute("set enable_progress_bar = false")

    def load(self, table: str, frame: pl.DataFrame) -> None:
        """Make a table of a frame."""
        self._load(f'create or replace table "{table}" as from frame_to_load', frame)

    def load_temporary(self, table: str, frame: pl.DataFrame) -> None:
        """Make a table of a frame that is gone when the database is closed."""
        self._load(f'create or replace temp table "{table}" as from frame_to_load', frame)

    def offer(self, name: str, frame: pl.DataFrame) -> None:
        """Let queries read a frame under a name, without a copy, until the database is closed."""
        self._connection.register(name, _as_arrow(frame))

    def _load(self, statement: str, frame: pl.DataFrame) -> None:
        self._connection.register("frame_to_load", _as_arrow(frame))
        self._connection.execute(statement)
        self._connection.unregister("frame_to_load")

    def run(self, name: str) -> None:
        """Run the statement of `sql/<name>.sql`."""
        self._connection.execute(_query(name))

    def make(self, table: str) -> None:
        """Make the table that `sql/<table>.sql` describes."""
        self._connection.execute(f'create or replace table "{table}" as {_query(table)}')

    def make_temporary(self, table: str) -> None:
        """Make the table that `sql/<table>.sql` describes, gone when the database is closed."""
        self._connection.execute(f'create or replace temp table "{table}" as {_query(table)}')

    def drop(self, table: str) -> None:
        """Remove a table that nothing needs any longer: a temporary one fills the memory."""
        self._connection.execute(f'drop table "{table}"')

    def append(self, table: str, query: str) -> None:
        """Add the rows that `sql/<query>.sql` gives to a table."""
        self._connection.execute(f'insert into "{table}" by name {_query(query)}')

    def query(self, name: str) -> pl.DataFrame:
        """The rows that `sql/<name>.sql` gives."""
        return _frame(self._connection.sql(_query(name)))

    def table(self, name: str) -> pl.DataFrame:
        """All rows of a table."""
        return _frame(self._connection.table(name))

    def count(self, table: str) -> int:
        """How many rows a table has."""
        ((rows,),) = self._connection.execute(f'select count(*) from "{table}"').fetchall()
        return int(rows)


def _as_arrow(frame: pl.DataFrame) -> pa.Table:
    # Arrow's newest layout is that of Polars, so no text is copied; threads share by batches.
    whole = frame.to_arrow(compat_level=pl.CompatLevel.newest())
    return pa.Table.from_batches(whole.to_batches(max_chunksize=BATCH_ROWS), whole.schema)


def _frame(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    frame = pl.from_arrow(relation.to_arrow_table())
    assert isinstance(frame, pl.DataFrame)
    return frame


def _query(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def new_database(path: Path) -> Iterator[Database]:
    """A database that is made beside `path` and takes its place when all went well.

    Only its owner can read it. An interrupted run or a full disk leaves the last good file; the
    latter raises `PipelineError`.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(f".{path.name}.new")
    _remove(temporary)
    try:
        with duckdb.connect(temporary) as connection:
            temporary.chmod(0o600)
            yield Database(connection)
            # Closing writes as well, but keeps silent about a full disk.
            connection.execute("checkpoint")
        temporary.replace(path)
    except (duckdb.OperationalError, duckdb.FatalException) as problem:
        raise PipelineError(
            f"{path} could not be written: {problem}; make room, and run again"
        ) from None
    finally:
        _remove(temporary)


def _remove(database: Path) -> None:
    """Remove a database and the log that DuckDB keeps beside it."""
    for path in (database, database.with_name(f"{database.name}.wal")):
        path.unlink(missing_ok=True)


@contextmanager
def existing_database(path: Path) -> Iterator[Database]:
    """The database of a wave, to read from.

    Raises `PipelineError` when there is none, or none that can be read.
    """
    if not path.is_file():
        raise PipelineError(f"{path} does not exist; run `make report`, or the stage load first")
    try:
        with duckdb.connect(path, read_only=True) as connection:
            yield Database(connection)
    except (duckdb.ProgrammingError, duckdb.DataError, duckdb.OutOfMemoryException):
        raise  # a query, its numbers or the memory are at fault, and not the file
    except duckdb.Error as problem:
        raise PipelineError(f"{path} cannot be read: {problem}; delete it, and run again") from None


@contextmanager
def memory_database() -> Iterator[Database]:
    """A database that is gone when it is closed."""
    connection = duckdb.connect()
    try:
        yield Database(connection)
    finally:
        connection.close()
