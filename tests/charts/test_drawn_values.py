"""Every figure of 2020, wide and narrow, in Danish and English: what is drawn is what was found.

Lengths and places are read off the drawing against what it shows itself: its track, the marked
numbers of its axis, or its other segments.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import polars as pl
import pytest
from drawing_checks import marks_stay_inside, words_stay_apart_and_inside
from waves import REPOSITORY, copied, loaded, tabulated

from pipeline.charts import alternative_text, draw, drawing, has_picture
from pipeline.charts.colours import Role
from pipeline.charts.drawing import Box, Dot, Drawing, Line, Words
from pipeline.charts.layout import Width
from pipeline.charts.segments import SEGMENT_GAP
from pipeline.paths import Places
from pipeline.planning.figure import items_of, shows_whole
from pipeline.planning.plan import read_plan
from pipeline.reading import read_inputs

PLACES = Places("innovation", "2020", REPOSITORY)
CODEBOOK = read_inputs(PLACES)[0]
PLAN = read_plan(PLACES.plan, CODEBOOK)
DRAWN = [name for name, figure in PLAN.figures.items() if has_picture(figure)]
WHOLES = [name for name in DRAWN if shows_whole(PLAN.figures[name])]
AREAS = [name for name in DRAWN if PLAN.figures[name].chart == "treemap"]
MEASURED = [name for name in DRAWN if name not in (*WHOLES, *AREAS)]

every_width = pytest.mark.parametrize("width", ["wide", "narrow"])
every_language = pytest.mark.parametrize("language", ["da", "en"])


@pytest.fixture(scope="module")
def estimates(tmp_path_factory: pytest.TempPathFactory) -> pl.DataFrame:
    places = copied("innovation", "2020", REPOSITORY, tmp_path_factory.mktemp("drawn"))
    loaded(places)
    tabulated(places)
    return pl.read_parquet(places.estimates)


@dataclass(frozen=True)
class Shown:
    """A drawing, and the estimates that it shows by the name of their mark."""

    picture: Drawing
    rows: dict[str, dict[str, Any]]

    def named(self, kind: type, first: str) -> dict[str, Any]:
        """Marks of a kind by the rest of their name."""
        return {
            mark.name.removeprefix(f"{first}."): mark
            for mark in self.picture.marks
            if isinstance(mark, kind) and getattr(mark, "name", "").startswith(f"{first}.")
        }


def shown(name: str, estimates: pl.DataFrame, language: str, width: str) -> Shown:
    figure = PLAN.figures[name]
    rows = estimates.filter(figure=name, statistic=figure.estimated)
    picture = drawing(figure, CODEBOOK, estimates.filter(figure=name), language, cast(Width, width))
    if figure.groups and not shows_whole(figure):
        rows = rows.filter(pl.col("group") != "all")
    return Shown(
        picture,
        {f"{row['item']}.{row['group']}.{row['category']}": row for row in rows.to_dicts()},
    )


def scale(found: Shown) -> tuple[float, float]:
    """Where zero stands, and the pixels for 1: by the track of 100 percent or marked numbers."""
    ticks = {float(number): line.start[0] for number, line in found.named(Line, "tick").items()}
    if ticks:
        pixels, zero = np.polyfit(list(ticks), list(ticks.values()), 1)
        return float(zero), float(pixels)
    track = next(
        mark for mark in found.picture.marks if isinstance(mark, Box) and mark.fill is Role.TRACK
    )
    return track.left, track.width


@pytest.mark.parametrize("name", MEASURED)
@every_width
def test_a_bar_a_dot_and_an_interval_stand_where_their_numbers_do(
    name: str, width: str, estimates: pl.DataFrame
) -> None:
    found = shown(name, estimates, "da", width)
    zero, pixels = scale(found)
    bars = found.named(Box, "bar") | found.named(Dot, "bar")
    intervals = found.named(Line, "interval")
    assert bars.keys() == found.rows.keys() == intervals.keys()
    for key, row in found.rows.items():
        bar, interval = bars[key], intervals[key]
        end = bar.left + bar.width if isinstance(bar, Box) else bar.centre[0]
        assert end == pytest.approx(zero + row["estimate"] * pixels)
        assert not isinstance(bar, Box) or bar.left == pytest.approx(zero)
        assert interval.start[0] == pytest.approx(zero + row["ci_low"] * pixels)
        assert interval.end[0] == pytest.approx(zero + row["ci_high"] * pixels)


@pytest.mark.parametrize("name", AREAS)
@every_width
def test_areas_are_shares(name: str, width: str, estimates: pl.DataFrame) -> None:
    found = shown(name, estimates, "da", width)
    boxes = found.named(Box, "bar")
    assert boxes.keys() == {key for key, row in found.rows.items() if row["estimate"]}
    areas = {key: box.width * box.height for key, box in boxes.items()}
    whole = sum(found.rows[key]["estimate"] for key in boxes)
    for key, area in areas.items():
        share = found.rows[key]["estimate"] / whole
        assert area / sum(areas.values()) == pytest.approx(share)


@pytest.mark.parametrize("name", WHOLES)
@every_width
def test_segments_are_as_long_as_their_shares(
    name: str, width: str, estimates: pl.DataFrame
) -> None:
    found = shown(name, estimates, "da", width)
    segments = found.named(Box, "bar")
    # What shows no segment is a share of nobody, or a category of a net that is shown.
    assert segments.keys() <= found.rows.keys()
    assert all(not found.rows[key]["estimate"] for key in found.rows.keys() - segments.keys())
    for key, segment in segments.items():
        pixels = (segment.width + SEGMENT_GAP) / found.rows[key]["estimate"]
        if segment.width > 5:  # a shorter one may be no more than what can be seen
            assert pixels == pytest.approx(pixels_of(found))


def pixels_of(found: Shown) -> float:
    """The pixels for 1, by the longest segment."""
    segments = found.named(Box, "bar")
    longest = max(segments, key=lambda key: segments[key].width)
    return float((segments[longest].width + SEGMENT_GAP) / found.rows[longest]["estimate"])


def rows_of(found: Shown) -> Iterator[list[tuple[str, Box]]]:
    """The segments of each row from left to right, with their names."""
    by_row: dict[str, list[tuple[str, Box]]] = {}
    for key, segment in found.named(Box, "bar").items():
        by_row.setdefault(key.rpartition(".")[0], []).append((key, segment))
    for row in by_row.values():
        yield sorted(row, key=lambda each: each[1].left)


@pytest.mark.parametrize("name", [name for name in WHOLES if PLAN.figures[name].chart == "stacked"])
@every_width
def test_stacked_segments_follow_each_other_from_one_line(
    name: str, width: str, estimates: pl.DataFrame
) -> None:
    found = shown(name, estimates, "da", width)
    pixels = pixels_of(found)
    starts = set()
    for row in rows_of(found):
        position = row[0][1].left - SEGMENT_GAP / 2
        starts.add(round(position, 6))
        for key, segment in row:
            assert segment.left - SEGMENT_GAP / 2 == pytest.approx(position)
            position += found.rows[key]["estimate"] * pixels
    assert len(starts) == 1


@pytest.mark.parametrize(
    "name", [name for name in WHOLES if PLAN.figures[name].chart == "diverging"]
)
@every_width
def test_the_sides_of_a_scale_meet_at_one_line_and_the_rest_stands_apart(
    name: str, width: str, estimates: pl.DataFrame
) -> None:
    found = shown(name, estimates, "da", width)
    (zero,) = {
        mark.start[0]
        for mark in found.picture.marks
        if isinstance(mark, Line) and mark.name == "zero"
    }
    above, below = {"agree", "contributed"}, {"disagree", "challenge"}
    apart = set()
    for row in rows_of(found):
        rest = []
        for key, segment in row:
            answer = key.rpartition(".")[2]
            if answer in above:
                assert segment.left - SEGMENT_GAP / 2 == pytest.approx(zero)
            elif answer in below:
                assert segment.left + segment.width + SEGMENT_GAP / 2 == pytest.approx(zero, abs=1)
            else:
                rest.append(segment.left)
        assert max(s.left + s.width for k, s in row if k.rpartition(".")[2] in above) < min(rest)
        apart.add(round(min(rest), 6))
    assert len(apart) == 1


@pytest.mark.parametrize("name", WHOLES)
@every_width
@every_language
def test_a_number_in_a_segment_is_its_share_rounded(
    name: str, width: str, language: str, estimates: pl.DataFrame
) -> None:
    found = shown(name, estimates, language, width)
    inside = 0
    for words in found.picture.marks:
        if not (isinstance(words, Words) and words.align == "center"):
            continue
        (key,) = (
            key
            for key, box in found.named(Box, "bar").items()
            if box.left < words.x < box.left + box.width
            and box.top < words.baseline < box.top + box.height
        )
        assert words.text == f"{np.floor(100 * found.rows[key]['estimate'] + 0.5 + 1e-9):.0f}"
        inside += 1
    assert inside >= len(list(rows_of(found)))


@pytest.mark.parametrize("name", DRAWN)
@every_width
@every_language
def test_nothing_overlaps_or_leaves_the_canvas(
    name: str, width: str, language: str, estimates: pl.DataFrame
) -> None:
    picture = shown(name, estimates, language, width).picture
    words_stay_apart_and_inside(picture)
    marks_stay_inside(picture)


@pytest.mark.parametrize("name", DRAWN)
@every_width
@every_language
def test_labels_stand_whole(name: str, width: str, language: str, estimates: pl.DataFrame) -> None:
    figure, picture = PLAN.figures[name], shown(name, estimates, language, width).picture
    variable = CODEBOOK.variables[figure.variable]
    text = _letters("".join(mark.text for mark in picture.marks if isinstance(mark, Words)))
    for item in items_of(figure, variable):
        assert item == "" or _letters(variable.items[item].label[language]) in text


def _letters(text: str) -> str:
    """The letters alone: lines end where they have to."""
    return "".join(one for one in text if one.isalnum())


@pytest.mark.parametrize("name", DRAWN)
def test_words_are_outlines(name: str, estimates: pl.DataFrame) -> None:
    svg = draw(PLAN.figures[name], CODEBOOK, estimates.filter(figure=name), "da")
    assert b"<text" not in svg and b"<path" in svg and b"font" not in svg


@pytest.mark.parametrize("name", DRAWN)
@every_language
def test_the_alternative_text_has_every_number_of_the_picture(
    name: str, language: str, estimates: pl.DataFrame
) -> None:
    figure, rows = PLAN.figures[name], estimates.filter(figure=name)
    text = alternative_text(figure, CODEBOOK, rows, language).replace("\u00a0", " ")
    wanted = shown(name, estimates, language, "wide").rows
    unit = {"da": "pct", "en": "per cent"}[language]
    if figure.statistic == "share":
        assert text.count(unit) == len(wanted)
    assert len(text) > 60
