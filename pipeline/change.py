"""What changed since earlier waves: estimates compared, where the questions can be."""

from collections.abc import Iterator, Mapping

import polars as pl

from pipeline import atomic
from pipeline.codebooks.codebook import Codebook
from pipeline.codebooks.comparability import Break, breaks
from pipeline.codebooks.series import Series, read_series
from pipeline.database import Database, existing_database, memory_database
from pipeline.disclosure.changes import published_changes
from pipeline.errors import SeriesError
from pipeline.estimating.cells import figure_cells, wanted
from pipeline.estimating.changes import changes, changes_since_released
from pipeline.estimating.jumps import jump_problems
from pipeline.estimating.panel import Place, Side, panel_tables
from pipeline.paths import Places
from pipeline.planning.plan import RESPONSE, Plan, items_of, read_plan
from pipeline.reading import read_inputs, waves_before
from pipeline.releases.files import answers_erased, release_record, released_tables
from pipeline.results import CHANGES, COMPARABILITY
from pipeline.tabulate import count, infer, prepare_tables


def change(places: Places) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Changes since the wave before, and since those that series.yml names besides, written.

    Returns the published changes, and one row a figure, item and earlier wave with whether it can
    be compared. Both are empty for a first wave. Raises `SeriesError` for jumps that nobody has
    confirmed.
    """
    later = _side(places)
    series = read_series(places.series)
    earlier_waves = waves_before(places)
    names = [*reversed([one.wave for one in earlier_waves]), places.wave]
    also = series.also_compared.get(places.wave, ())
    compared = [one for one in earlier_waves if one is earlier_waves[0] or one.wave in also]
    both = {one.wave: _answered_both(one, places) for one in compared}
    comparable = pl.DataFrame(
        _comparability(later, names, series, both), COMPARABILITY, orient="row"
    )
    nothing = pl.DataFrame(schema=CHANGES)
    found, told = [nothing], [nothing]
    for one in compared:
        since = _since_released if answers_erased(one) else _since
        found.append(since(one, later, places, comparable))
        earlier = read_inputs(one)[0]
        told.append(published_changes(found[-1], earlier, later.codebook))
    exact, published = pl.concat(found), pl.concat(told)
    if not (places.release_record.is_file() and any(map(answers_erased, compared))):
        # Those of a released wave were judged with the exact numbers, which are gone now.
        _require_confirmed(exact, later, places)
    atomic.write_table(places.processed, "changes", exact)
    atomic.write_table(places.processed, "published_changes", published)
    atomic.write_table(places.processed, "comparability", comparable)
    return published, comparable


def _require_confirmed(exact: pl.DataFrame, later: Side, places: Places) -> None:
    confirmed = read_inputs(places)[1].confirmed_jumps
    if problems := jump_problems(exact, confirmed, later.codebook, str(places.wave_settings)):
        raise SeriesError(problems)


def _side(places: Places) -> Side:
    codebook, wave = read_inputs(places)
    plan = read_plan(places.plan, codebook, wave)
    results = infer(count(places, plan, codebook), plan, codebook, wave)
    return Side(
        plan,
        codebook,
        pl.read_parquet(places.published("estimates")),
        figure_cells(plan, codebook, results.cells),
        results.sampled.units,
    )


def _comparability(
    later: Side, waves: list[str], series: Series, both: Mapping[str, int | None]
) -> Iterator[tuple[str, str, str, bool, str, str, str, int | None]]:
    """One row a figure, item and earlier wave, as `results.COMPARABILITY` has it."""
    for number, other in enumerate(waves[:-1]):
        between = waves[number:]
        for figure, item in _places(later.plan, later.codebook):
            one = _first_break(later, figure, item, between, series)
            broken = (one.since, one.question, one.answer) if one else ("", "", "")
            yield figure, item, other, one is None, *broken, both.get(other)


def _first_break(
    later: Side, name: str, item: str, waves: list[str], series: Series
) -> Break | None:
    figure = later.plan.figures[name]
    questions = [(figure.variable, item)] + ([(figure.groups, "")] if figure.groups else [])
    found = (
        one
        for question in questions
        for one in breaks(question, later.codebook, waves, series.since_last_wave)
    )
    return next(found, None)


def _places(plan: Plan, codebook: Codebook) -> list[Place]:
    return [
        (name, item)
        for name, figure in plan.figures.items()
        if figure.variable != RESPONSE
        for item in items_of(figure, codebook.variables[figure.variable])
    ]


def _since(
    of_earlier: Places, later: Side, of_later: Places, comparable: pl.DataFrame
) -> pl.DataFrame:
    """The changes since one earlier wave."""
    earlier = _side(of_earlier)
    both = {*_places(earlier.plan, earlier.codebook)}
    numbered = [one for one in _comparable_places(of_earlier, later, comparable) if one in both]
    places = {one: number for number, one in enumerate(numbered)}
    panel, respondents = _panel_cells(earlier, of_earlier, later, of_later, places)
    return changes(earlier, later, places, panel, respondents)


def _since_released(
    of_earlier: Places, later: Side, of_later: Places, comparable: pl.DataFrame
) -> pl.DataFrame:
    """The changes since a wave whose answers were erased: as released, or since what was released.

    What this wave released while both had their answers knows who answered in both.
    """
    if of_later.release_record.is_file():
        own = released_tables(of_later).get("changes", pl.DataFrame(schema=CHANGES))
        return own.filter(other_wave=of_earlier.wave).select(
            pl.col(name).cast(kind) for name, kind in CHANGES.items()
        )
    places = _comparable_places(of_earlier, later, comparable)
    return changes_since_released(released_tables(of_earlier)["estimates"], later, places)


def _comparable_places(of_earlier: Places, later: Side, comparable: pl.DataFrame) -> list[Place]:
    can_be = comparable.filter(pl.col("comparable"), other_wave=of_earlier.wave)
    kept = {*can_be.select("figure", "item").iter_rows()}
    return [one for one in _places(later.plan, later.codebook) if one in kept]


def _answered_both(of_earlier: Places, of_later: Places) -> int | None:
    """How many answered in both waves; None where nobody knows any more."""
    if not answers_erased(of_earlier):
        return _panel(of_earlier, of_later).height
    if of_later.release_record.is_file():
        told: int | None = release_record(of_later)["answered_before"].get(of_earlier.wave)
        return told
    return None


def _panel(of_earlier: Places, of_later: Places) -> pl.DataFrame:
    """The pseudonyms of those who answered in both waves; none where rows stand for respondents."""
    names = [_pseudonyms(one) for one in (of_earlier, of_later)]
    if not all(read_inputs(one)[0].columns.respondent for one in (of_earlier, of_later)):
        return names[0].clear()
    return names[0].join(names[1], on="pseudonym", how="semi")


def _pseudonyms(places: Places) -> pl.DataFrame:
    with existing_database(places.database) as database:
        return database.table("respondents").select("pseudonym")


def _panel_cells(
    earlier: Side, of_earlier: Places, later: Side, of_later: Places, places: Mapping[Place, int]
) -> tuple[pl.DataFrame, int]:
    """The cells of those who answered in both waves, and how many there are in the stack."""
    panel = _panel(of_earlier, of_later)
    everyone = sum(_pseudonyms(one).height for one in (of_earlier, of_later))
    with (
        existing_database(of_earlier.database) as first,
        existing_database(of_later.database) as second,
        memory_database() as together,
    ):
        for name, database, side in (
            ("earlier_answers", first, earlier),
            ("later_answers", second, later),
        ):
            together.load_temporary(name, _panel_answers(database, side, panel, places))
        return together.query("panel_cells"), everyone - panel.height


def _panel_answers(
    database: Database, side: Side, panel: pl.DataFrame, places: Mapping[Place, int]
) -> pl.DataFrame:
    prepare_tables(database, wanted(side.plan, side.codebook))
    database.load_temporary("panel", panel)
    database.load_temporary("panel_tables", panel_tables(side, places))
    return database.query("panel_answers")
