"""Numbers over waves as a drawing."""

from itertools import pairwise

import pytest

from pipeline.charts.drawing import Dot, Drawing, Line, Words
from pipeline.charts.layout import CANVAS_WIDTHS, Width
from pipeline.charts.painting import as_svg
from pipeline.charts.trend import trend_drawing
from pipeline.figures.trends import Point, Series


def series(label: str, *shares: float, changed: bool = False, broken: int = 0) -> Series:
    waves = ("2018", "2020", "2024")[-len(shares) :]
    points = tuple(
        Point(wave, share, share - 0.03, share + 0.03, number >= broken)
        for number, (wave, share) in enumerate(zip(waves, shares, strict=True))
    )
    return Series(label, label, "yes", points, changed)


def drawn(*all_: Series, width: Width = "wide", statistic: str = "share") -> Drawing:
    waves = [point.wave for point in all_[0].points]
    return trend_drawing(all_, waves, statistic, "Grå.", "da", width)


def named(drawing: Drawing, beginning: str) -> list[Dot | Line]:
    return [mark for mark in drawing.marks if getattr(mark, "name", "").startswith(beginning)]


def test_a_higher_number_stands_higher_and_waves_stand_at_their_distance() -> None:
    dots = named(drawn(series("a", 0.2, 0.4, 0.5)), "point.")
    (x1, y1), (x2, y2), (x3, y3) = (dot.centre for dot in dots)
    assert y1 > y2 > y3
    assert (x3 - x2) == pytest.approx(2 * (x2 - x1))


def test_two_waves_are_joined_by_a_slope_with_intervals() -> None:
    drawing = drawn(series("a", 0.2, 0.4))
    [slope] = named(drawing, "change.")
    dots = named(drawing, "point.")
    assert [slope.start, slope.end] == [dot.centre for dot in dots]
    assert len(named(drawing, "interval.")) == 2


def test_no_line_crosses_a_break() -> None:
    drawing = drawn(series("a", 0.2, 0.4, 0.5, broken=1))
    [line] = named(drawing, "change.")
    dots = named(drawing, "point.")
    assert line.start == dots[1].centre
    dashes = named(drawing, "break")
    assert dashes
    assert all(dots[0].centre[0] < dash.start[0] < dots[1].centre[0] for dash in dashes)


def test_a_change_that_was_shown_stands_out() -> None:
    drawing = drawn(series("a", 0.2, 0.4, changed=True), series("b", 0.3, 0.3))
    colours = {line.name: line.colour for line in named(drawing, "change.")}
    assert colours["change.a.yes"] != colours["change.b.yes"]
    bold = {word.text for word in drawing.marks if isinstance(word, Words) and word.bold}
    assert any(text.endswith("a") for text in bold)


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_labels_of_like_numbers_do_not_meet_and_stay_inside(width: Width) -> None:
    long = "Vi arbejdede sammen med flere aktører uden for organisationen, end vi plejer"
    drawing = drawn(*(series(f"{n} {long}", 0.4, 0.5) for n in range(8)), width=width)
    start = CANVAS_WIDTHS[width] * 0.45
    words = [mark for mark in drawing.marks if isinstance(mark, Words)]
    beside = [word for word in words if word.x > start and word.align == "left"]
    baselines = sorted(word.baseline for word in beside)
    assert len(beside) > 8
    assert all(after - before > beside[0].size for before, after in pairwise(baselines))
    assert max(baselines) < drawing.height
    assert as_svg(drawing, "light").strip().startswith(b"<svg")


def test_means_are_drawn_on_their_own_scale() -> None:
    drawing = drawn(series("a", 3.2, 3.6), statistic="mean")
    ticks = [float(line.name.removeprefix("tick.")) for line in named(drawing, "tick.")]
    assert min(ticks) > 2
    assert max(ticks) < 5
