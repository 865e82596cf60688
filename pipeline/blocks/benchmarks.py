"""Figures that other surveys published, beside estimates of ours and never counted with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from pipeline.documents import Document, Record, complaints, read_document
from pipeline.errors import BenchmarkError
from pipeline.keys import Estimate, Keys, UnknownKey

Text = Annotated[str, Field(min_length=1)]
Labels = Annotated[dict[str, Text], Field(min_length=1)]
Sure = Literal["primary", "computed", "secondary", "unverified"]
"""Read at the publisher; computed from counts read there; read elsewhere; not found in a source."""


class Source(Record):
    """Where a figure was published."""

    author: Text
    title: Text
    year: int
    address: Annotated[str, Field(pattern=r"^https?://")] | None = None


class Benchmark(Record):
    """One share of another survey, in percent, and the estimate of ours that it stands beside."""

    title: Labels
    ours: Text
    """The end of our estimate's key, as in a claim."""
    ours_of: Labels
    """Whom or what our share is of."""
    survey: Labels
    value: Annotated[float, Field(ge=0, le=100)]
    value_of: Labels
    period: Text
    source: Source
    sure: Sure
    remark: Labels = {}
    """What was read, where the source does not print the figure as it stands here."""
    differs: Labels
    """Why the two cannot be compared directly."""


class Benchmarks(Record):
    """The whole file."""

    benchmarks: Annotated[dict[str, Benchmark], Field(min_length=1)]


@dataclass(frozen=True)
class Beside:
    """A figure of another survey and the estimate of ours."""

    benchmark: Benchmark
    estimate: Estimate


KEYS = tuple({key for record in (Benchmarks, Benchmark, Source) for key in record.model_fields})


def read_benchmarks(path: Path, known: Keys, survey: str, wave: str) -> tuple[Beside, ...]:
    """The figures of benchmarks.yml beside the estimates of a wave; none without the file.

    Raises `BenchmarkError` with one message for each thing that is wrong.
    """
    if not path.exists():
        return ()
    document = read_document(path, BenchmarkError)
    try:
        read = Benchmarks.model_validate(document.values)
    except ValidationError as problem:
        raise BenchmarkError(complaints(document, problem, KEYS)) from None
    return _beside(read.benchmarks, document, known, survey, wave)


def _beside(
    benchmarks: Mapping[str, Benchmark], document: Document, known: Keys, survey: str, wave: str
) -> tuple[Beside, ...]:
    pairs, problems = [], []
    for name, benchmark in benchmarks.items():
        where = document.where(("benchmarks", name, "ours"))
        try:
            estimate = known.find(benchmark.ours, survey, wave)
        except UnknownKey as problem:
            problems.append(f"{where}: {problem}")
            continue
        if estimate.statistic != "share" or estimate.value is None or estimate.suppressed:
            problems.append(f"{where}: {estimate.key} is no share that is published; name another")
        pairs.append(Beside(benchmark, estimate))
    if problems:
        raise BenchmarkError(problems)
    return tuple(pairs)
