"""What pictures draw: lengths, places, colours and words; not pixels."""

import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from drawing_checks import marks_stay_inside, words_stay_apart_and_inside
from figure_examples import CODEBOOK, LONG, estimates, shares
from waves import REPOSITORY

from pipeline.charts import alternative_text, draw, draw_png, drawing, has_picture
from pipeline.charts.colours import (
    LABEL_ON,
    LEVELS,
    OUTLINED,
    PALETTES,
    UNORDERED,
    Role,
    fills,
    label_on,
)
from pipeline.charts.compact import compact
from pipeline.charts.drawing import Box, Dot, Line, Words
from pipeline.charts.lettering import lines_within, width_of
from pipeline.charts.stacked import SEGMENT_GAP
from pipeline.codebooks.codebook import Category, Derivation
from pipeline.planning.plan import Figure

STYLE_SHEET = REPOSITORY / "reports" / "style.css"
NETS = ("agree", "neither", "disagree", "dont_know")

BY_TYPE = Figure(variable="innovated", groups="org_type", show=("yes",), chart="paired")
YES_BY_TYPE = estimates(
    *shares("all", yes=0.8), *shares("social_service", yes=0.84), *shares("volunteer", yes=0.7)
)
BATTERY = Figure(variable="changes", show=NETS, chart="stacked")
AGREEMENT_BY_ITEM = estimates(
    *shares(item="users", agree=0.23, neither=0.38, disagree=0.31, dont_know=0.08),
    *shares(item="staff", agree=0.85, neither=0.10, disagree=0.02, dont_know=0.03),
    *shares(item="board", agree=0.47, neither=0.36, disagree=0.04, dont_know=0.13),
)
DISTRIBUTION_BY_TYPE = Figure(
    variable="changes", items=("staff",), groups="org_type", chart="stacked"
)
SEVEN = dict(
    zip(
        CODEBOOK.variables["changes"].categories,
        (0.05, 0.25, 0.2, 0.2, 0.1, 0.1, 0.1),
        strict=False,
    )
)
SEVEN_BY_TYPE = estimates(
    *shares("all", "staff", **SEVEN),
    *shares("social_service", "staff", **SEVEN),
    *shares("volunteer", "staff", **SEVEN),
)
TICKS = Figure(variable="types", show=("yes",), chart="bars")
TICKED = estimates(*shares(item="new", yes=0.44), *shares(item="other", yes=0.99))
SEVERAL_ANSWERS = Figure(
    variable="changes", groups="org_type", show=("agree", "disagree"), chart="paired"
)
SEVERAL_BY_TYPE = estimates(
    *(
        row
        for item in ("users", "staff", "board")
        for group in ("all", "social_service", "volunteer")
        for row in shares(group, item, agree=0.3, disagree=1.0)
    )
)
MEANS = Figure(variable="changes", statistic="mean", chart="bars")
MEAN_BY_ITEM = estimates(
    {"item": "users", "estimate": 2.0},
    {"item": "staff", "estimate": 5.0},
    {"item": "board", "estimate": 1.0},
    statistic="mean",
)
PICTURES = {
    "paired": (BY_TYPE, YES_BY_TYPE),
    "stacked items": (BATTERY, AGREEMENT_BY_ITEM),
    "diverging items": (BATTERY.model_copy(update={"chart": "diverging"}), AGREEMENT_BY_ITEM),
    "diverging groups": (
        DISTRIBUTION_BY_TYPE.model_copy(update={"chart": "diverging"}),
        SEVEN_BY_TYPE,
    ),
    "stacked groups": (DISTRIBUTION_BY_TYPE, SEVEN_BY_TYPE),
    "bars": (TICKS, TICKED),
    "several answers": (SEVERAL_ANSWERS, SEVERAL_BY_TYPE),
    "means": (MEANS, MEAN_BY_ITEM),
}
every_picture = pytest.mark.parametrize(("figure", "rows"), PICTURES.values(), ids=PICTURES)
every_width = pytest.mark.parametrize("width", ["wide", "narrow"])


def marks(figure, rows, width="wide", language="da", kind=Box):
    found = drawing(figure, CODEBOOK, rows, language, width).marks
    return {
        mark.name: mark for mark in found if isinstance(mark, kind) and getattr(mark, "name", "")
    }


def words(figure, rows, width="wide", language="da"):
    found = drawing(figure, CODEBOOK, rows, language, width).marks
    return [mark.text.replace("\u00a0", " ") for mark in found if isinstance(mark, Words)]


@every_width
def test_a_bar_is_as_long_as_its_estimate(width):
    bars = marks(BY_TYPE, YES_BY_TYPE, width)
    assert list(bars) == ["bar..social_service.yes", "bar..volunteer.yes"]
    service, volunteer = bars.values()
    assert service.left == volunteer.left
    assert service.width / 0.84 == pytest.approx(volunteer.width / 0.70)
    track = next(
        mark
        for mark in drawing(BY_TYPE, CODEBOOK, YES_BY_TYPE, "da", width).marks
        if isinstance(mark, Box) and mark.fill is Role.TRACK
    )
    assert service.width == pytest.approx(0.84 * track.width)


def test_the_line_on_a_bar_ends_where_the_interval_does():
    bar = marks(BY_TYPE, YES_BY_TYPE)["bar..volunteer.yes"]
    interval = marks(BY_TYPE, YES_BY_TYPE, kind=Line)["interval..volunteer.yes"]
    full = bar.width / 0.7
    assert interval.start[0] == pytest.approx(bar.left + 0.65 * full)
    assert interval.end[0] == pytest.approx(bar.left + 0.75 * full)


@every_width
def test_segments_are_as_long_as_their_shares_and_follow_each_other(width):
    segments = marks(BATTERY, AGREEMENT_BY_ITEM, width)
    board = [segments[f"bar.board.all.{answer}"] for answer in NETS]
    full = (board[0].width + SEGMENT_GAP) / 0.47
    for segment, share, start in zip(
        board, (0.47, 0.36, 0.04, 0.13), (0, 0.47, 0.83, 0.87), strict=False
    ):
        assert segment.width + SEGMENT_GAP == pytest.approx(share * full)
        assert segment.left == pytest.approx(board[0].left + start * full)


AGREE_TO_DISAGREE = BATTERY.model_copy(update={"chart": "diverging"})


@every_width
def test_the_sides_of_a_diverging_bar_begin_at_its_line_and_other_answers_stand_apart(width):
    bars = marks(AGREE_TO_DISAGREE, AGREEMENT_BY_ITEM, width)
    lines = [
        mark
        for mark in drawing(AGREE_TO_DISAGREE, CODEBOOK, AGREEMENT_BY_ITEM, "da", width).marks
        if isinstance(mark, Line) and mark.name == "zero"
    ]
    assert len({line.start[0] for line in lines}) == 1
    zero = lines[0].start[0]
    apart = {bars[f"bar.{item}.all.neither"].left for item in ("users", "staff", "board")}
    assert len(apart) == 1
    for item, agree, disagree in (
        ("users", 0.23, 0.31),
        ("staff", 0.85, 0.02),
        ("board", 0.47, 0.04),
    ):
        above, below = bars[f"bar.{item}.all.agree"], bars[f"bar.{item}.all.disagree"]
        assert above.left == pytest.approx(zero + SEGMENT_GAP / 2)
        assert below.left + below.width == pytest.approx(zero - SEGMENT_GAP / 2)
        lengths = (above.width + SEGMENT_GAP, below.width + SEGMENT_GAP)
        assert lengths[0] / lengths[1] == pytest.approx(agree / disagree)
        assert above.left + above.width < min(apart)


def test_the_mildest_answers_stand_next_to_the_line_of_a_diverging_bar():
    figure = DISTRIBUTION_BY_TYPE.model_copy(update={"chart": "diverging"})
    bars = marks(figure, SEVEN_BY_TYPE)
    from_left = sorted(
        (bar.left, name.rsplit(".")[-1]) for name, bar in bars.items() if ".all." in name
    )
    assert [name for _, name in from_left] == [
        "strongly_disagree",
        "disagree_somewhat",
        "agree_somewhat",
        "strongly_agree",
        "neither",
        "dont_know",
        "not_relevant",
    ]


def test_a_short_side_has_its_number_beyond_its_end():
    found = words(AGREE_TO_DISAGREE, AGREEMENT_BY_ITEM)
    assert [text for text in found if text.isdigit()] == [
        *("2", "85"),  # 10 and 3 percent stand apart, and are too short for their numbers
        *("4", "47", "36", "13"),
        *("31", "23", "38", "8"),
    ]


def test_a_diverging_row_of_which_nothing_may_be_shown_says_so():
    hidden = {"item": "board", "category": "agree", "estimate": 0.4, "suppressed": True}
    rows = estimates(*shares(item="users", agree=0.5, disagree=0.5), hidden)
    figure = AGREE_TO_DISAGREE.model_copy(update={"show": ("agree", "disagree")})
    assert {name.split(".")[1] for name in marks(figure, rows)} == {"users"}
    assert "Vises ikke" in words(figure, rows)


@every_width
@pytest.mark.parametrize(
    ("secret", "beside"), [("agree", "right"), ("disagree", "left"), ("dont_know", "right")]
)
def test_a_sign_stands_at_the_end_of_what_is_shown_of_a_diverging_row(width, secret, beside):
    known = {"agree": 0.4, "disagree": 0.3, "dont_know": 0.3} | {secret: 0.25}
    rows = estimates(
        *shares(item="users", agree=0.5, disagree=0.4, dont_know=0.1),
        *shares(item="board", **known),
    ).with_columns(suppressed=(pl.col("item") == "board") & (pl.col("category") == secret))
    figure = AGREE_TO_DISAGREE.model_copy(update={"show": tuple(known)})
    picture = drawing(figure, CODEBOOK, rows, "da", width)
    words_stay_apart_and_inside(picture)
    boxes = [mark for mark in picture.marks if isinstance(mark, Box)]
    drawn = {box.name.split(".")[-1] for box in boxes if box.name.startswith("bar.board.")}
    assert drawn == set(known) - {secret}
    (sign,) = (mark for mark in picture.marks if isinstance(mark, Words) and mark.text == "·")
    assert (sign.align == "right") == (beside == "left")
    said = " ".join(mark.text for mark in picture.marks if isinstance(mark, Words))
    assert "· står for tal, der ikke vises." in said
    assert "25" not in said


BY_ITEM_AND_TYPE = SEVERAL_ANSWERS.model_copy(update={"show": ("agree",)})


@every_width
def test_groups_are_compared_item_by_item_in_a_colour_each(width):
    picture = drawing(BY_ITEM_AND_TYPE, CODEBOOK, SEVERAL_BY_TYPE, "da", width)
    bars = [mark for mark in picture.marks if isinstance(mark, Box) and mark.name]
    assert [bar.name for bar in bars[:2]] == [
        "bar.users.social_service.agree",
        "bar.users.volunteer.agree",
    ]
    assert [bar.fill for bar in bars] == list(UNORDERED[:2]) * 3
    close = bars[1].top - (bars[0].top + bars[0].height)
    assert close < bars[2].top - (bars[1].top + bars[1].height)
    text = [mark.text for mark in picture.marks if isinstance(mark, Words)]
    assert text.count("Sociale tilbud") == 1 and text.count("100 svar") == 2  # the legend


def test_shares_of_ticks_below_half_are_drawn_on_half_a_scale_with_marked_numbers():
    figure = TICKS.model_copy(update={"base": "ticks"})
    rows = estimates(*shares(item="new", yes=0.2), *shares(item="other", yes=0.4))
    rows = rows.with_columns(statistic=pl.lit("share_of_ticks"))
    found = words(figure, rows)
    assert [text for text in found if text.endswith("%")][-6:] == [
        "0 %", "10 %", "20 %", "30 %", "40 %", "50 %"
    ]  # fmt: skip
    ticks = marks(figure, rows, kind=Line)
    zero, half = (ticks[f"tick.{number}"].start[0] for number in ("0", "0.5"))
    bar = marks(figure, rows)["bar.other.all.yes"]
    assert bar.left == pytest.approx(zero)
    assert bar.width == pytest.approx(0.8 * (half - zero))


def test_a_score_has_a_line_at_zero_between_its_ends():
    figure = Figure(
        variable="changes",
        items=("users",),
        statistic="score",
        top=("agree",),
        bottom=("disagree",),
    )
    rows = estimates({"item": "users", "estimate": -0.2}, statistic="score")
    ticks = marks(figure, rows, kind=Line)
    zero, one = ticks["tick.0"], ticks["tick.1"]
    assert zero.colour is Role.OUTLINE and one.colour is Role.TRACK
    dot = marks(figure, rows, kind=Dot)["bar.users.all."]
    assert dot.centre[0] == pytest.approx(zero.start[0] - 0.2 * (one.start[0] - zero.start[0]))


def test_a_small_base_is_told_as_one():
    rows = estimates(*shares("social_service", yes=0.84), *shares("volunteer", yes=0.7))
    few = rows.with_columns(base_n=pl.when(group="volunteer").then(18).otherwise("base_n"))
    found = words(BY_TYPE, few)
    assert "kun 18 svar" in found and "100 svar" in found


def test_items_that_not_equally_many_answered_tell_how_many():
    assert "100 svar" not in words(MEANS, MEAN_BY_ITEM)
    some = MEAN_BY_ITEM.with_columns(base_n=pl.when(item="board").then(90).otherwise("base_n"))
    assert {"90 svar", "100 svar"} <= set(words(MEANS, some))


def test_a_few_of_a_few_are_counted_in_words():
    hidden = {"group": "volunteer", "category": "yes", "suppressed": True, "note": "count: 3 of 4"}
    rows = estimates(*shares("social_service", yes=0.84), hidden | {"estimate": 0.75})
    assert "tre af de fire" in words(BY_TYPE, rows)


def test_groups_that_are_tested_within_a_kind_stand_below_it():
    sizes = {name: Category(code, {"da": name}) for code, name in enumerate(("Små", "Store"), 1)}
    kinds = CODEBOOK.variables["org_type"].categories
    crossed = {
        f"{kind}*{size}": Category(0, {"da": f"{kind}, {size}"}) for kind in kinds for size in sizes
    }
    made = Derivation((("org_type", ""), ("size", "")))
    plain = CODEBOOK.variables["org_type"]
    variables = CODEBOOK.variables | {
        "size": replace(plain, name="size", categories=sizes),
        "both": replace(plain, name="both", type="cross", categories=crossed, derivation=made),
    }
    figure = Figure(
        variable="changes", items=("users",), groups="both", within="org_type", show=("agree",),
        chart="paired",
    )  # fmt: skip
    groups = ("all", *crossed)
    rows = estimates(*(row for group in groups for row in shares(group, "users", agree=0.5)))
    picture = drawing(figure, replace(CODEBOOK, variables=variables), rows, "da", "wide")
    bold = [mark.text for mark in picture.marks if isinstance(mark, Words) and mark.bold]
    assert [text for text in bold if "%" not in text] == [
        "Flere brugere var med",
        "Sociale tilbud",
        "Frivillige foreninger",
    ]
    labels = [mark.text for mark in picture.marks if isinstance(mark, Words)]
    assert labels.count("Små") == labels.count("Store") == 2


def test_the_painted_picture_has_the_drawn_lengths():
    svg = draw(BY_TYPE, CODEBOOK, YES_BY_TYPE, "da").decode()
    bar = marks(BY_TYPE, YES_BY_TYPE)["bar..volunteer.yes"]
    path = re.search(r'id="bar..volunteer.yes"><path d="M([\d.]+) [\d.]+L([\d.]+) ', svg)
    left, right = (float(number) for number in path.groups())
    assert (left, right) == pytest.approx((bar.left, bar.left + bar.width), abs=0.02)


def test_a_mean_stands_at_its_place_between_the_lowest_and_highest_score():
    dots = marks(MEANS, MEAN_BY_ITEM, kind=Dot)
    lowest, highest = dots["bar.board.all."].centre[0], dots["bar.staff.all."].centre[0]
    assert dots["bar.users.all."].centre[0] == pytest.approx(lowest + (highest - lowest) / 4)


def test_items_come_in_order_of_size_and_groups_in_the_order_of_the_codebook():
    assert list(marks(TICKS, TICKED)) == ["bar.other.all.yes", "bar.new.all.yes"]
    items = [name.split(".")[1] for name in marks(BATTERY, AGREEMENT_BY_ITEM)]
    assert list(dict.fromkeys(items)) == ["staff", "board", "users"]
    groups = [name.split(".")[2] for name in marks(DISTRIBUTION_BY_TYPE, SEVEN_BY_TYPE)]
    assert list(dict.fromkeys(groups)) == ["all", "social_service", "volunteer"]


def test_a_category_inside_a_shown_net_is_no_segment_of_its_own():
    figure = BATTERY.model_copy(update={"show": ("agree", "strongly_agree", "neither")})
    rows = estimates(*shares(item="users", agree=0.5, strongly_agree=0.3, neither=0.2))
    assert list(marks(figure, rows)) == ["bar.users.all.agree", "bar.users.all.neither"]


def test_values_stand_beside_bars_and_in_segments():
    assert [text for text in words(BY_TYPE, YES_BY_TYPE) if "%" in text] == ["84 %", "70 %"]
    assert "84%" in words(BY_TYPE, YES_BY_TYPE, language="en")
    numbers = [text for text in words(BATTERY, AGREEMENT_BY_ITEM, "narrow") if text.isdigit()]
    assert numbers == ["85", "10", "47", "36", "13", "23", "38", "31", "8"]  # 2, 3, 4: no room


def test_a_suppressed_estimate_is_said_and_not_drawn():
    rows = estimates(
        *shares("social_service", yes=0.84),
        {"group": "volunteer", "category": "yes", "estimate": 0.7, "suppressed": True},
    )
    assert list(marks(BY_TYPE, rows)) == ["bar..social_service.yes"]
    assert "Vises ikke" in words(BY_TYPE, rows)
    assert "70 %" not in words(BY_TYPE, rows)
    assert "frivillige foreninger: vises ikke" in alternative_text(BY_TYPE, CODEBOOK, rows, "da")


@every_width
def test_hidden_segments_leave_a_gap_with_a_sign_that_does_not_tell_them_apart(width):
    """Whichever are hidden, those that are shown stand side by side, and the rest is empty."""
    answers = ("agree", "neither", "disagree", "dont_know")
    figure = BATTERY.model_copy(update={"show": answers, "items": ("board",)})
    shown = {"neither": 0.5, "dont_know": 0.25}
    pictures = []
    for agree in (0.05, 0.2):
        rows = estimates(
            *shares(item="board", agree=agree, disagree=0.25 - agree, **shown)
        ).with_columns(suppressed=pl.col("category").is_in(["agree", "disagree"]))
        pictures.append(drawing(figure, CODEBOOK, rows, "da", width))
    assert pictures[0] == pictures[1]
    words_stay_apart_and_inside(pictures[0])
    boxes = [mark for mark in pictures[0].marks if isinstance(mark, Box) and "bar." in mark.name]
    assert [box.name.split(".")[-1] for box in boxes] == ["neither", "dont_know"]
    (sign,) = (mark for mark in pictures[0].marks if isinstance(mark, Words) and mark.text == "·")
    assert sign.x > boxes[-1].left + boxes[-1].width
    said = " ".join(mark.text for mark in pictures[0].marks if isinstance(mark, Words))
    assert "Tal i procent. · står for tal, der ikke vises." in said
    spoken = alternative_text(figure, CODEBOOK, rows, "da")
    assert "enig vises ikke, hverken" in spoken.lower()


@every_width
def test_rounded_shares_that_add_up_to_more_than_everyone_stay_on_the_canvas(width):
    rows = estimates(*shares(item="board", agree=0.48, neither=0.41, disagree=0.04, dont_know=0.08))
    figure = BATTERY.model_copy(update={"items": ("board",)})
    picture = drawing(figure, CODEBOOK, rows, "da", width)
    marks_stay_inside(picture)
    boxes = [mark for mark in picture.marks if isinstance(mark, Box) and "bar." in mark.name]
    assert len(boxes) == 4


def test_a_stacked_row_of_which_nothing_may_be_shown_says_so():
    rows = estimates(*shares(item="board", agree=0.4, neither=0.6), suppressed=True)
    figure = BATTERY.model_copy(update={"show": ("agree", "neither"), "items": ("board",)})
    assert marks(figure, rows) == {}
    assert "Vises ikke" in words(figure, rows)


@every_picture
@every_width
def test_words_and_bars_do_not_overlap_or_leave_the_canvas(figure, rows, width):
    picture = drawing(figure, CODEBOOK, rows, "da", width)
    words_stay_apart_and_inside(picture)
    marks_stay_inside(picture)


def test_a_long_label_wraps_completely():
    text = " ".join(words(BATTERY, AGREEMENT_BY_ITEM, "narrow"))
    assert LONG in text


def test_lines_break_at_spaces_then_hyphens_then_inside_words_and_lose_nothing():
    assert lines_within("", 100, 13) == ()
    assert lines_within("kort", 100, 13) == ("kort",)
    assert lines_within("Uddannelses- og forskning", 110, 13) == ("Uddannelses-", "og forskning")
    assert lines_within("råd/vejledning", 80, 13) == ("råd/", "vejledning")
    assert lines_within("100\u00a0pct. af alle", 70, 13) == ("100\u00a0pct.", "af alle")
    broken = lines_within("socialpsykiatrisamarbejde", 90, 13)
    assert "".join(line.removesuffix("-") for line in broken) == "socialpsykiatrisamarbejde"
    assert all(width_of(line, 13) <= 90 for line in broken)


def test_labels_are_text_and_never_formulas_or_markup():
    label = {"da": "$x^2$ <b>&</b> --> #f0f010"}
    answers = {"yes": Category(1, label), "no": Category(2, {"da": "Nej"})}
    strange = replace(CODEBOOK.variables["innovated"], categories=answers)
    codebook = replace(CODEBOOK, variables={"innovated": strange})
    figure = Figure(variable="innovated", chart="stacked")
    rows = estimates(*shares(yes=0.5, no=0.5))
    svg = draw(figure, codebook, rows, "da")
    assert label["da"] in [
        mark.text
        for mark in drawing(figure, codebook, rows, "da", "wide").marks
        if isinstance(mark, Words)
    ]
    assert b"<b>" not in svg and b"<!--" not in svg


def test_the_same_input_gives_the_same_bytes():
    from pipeline.charts.painting import _placeholder_svg

    first = draw(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da")
    png = draw_png(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da")
    _placeholder_svg.cache_clear()
    assert draw(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da") == first
    assert draw_png(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da") == png
    assert b"<metadata" not in first and b"<text" not in first and b"style" not in first


def test_dark_differs_from_light_in_colours_only():
    light, dark = (
        draw(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da", theme=theme) for theme in PALETTES
    )
    colour = re.compile(rb"#[0-9a-f]{6}")
    assert light != dark
    assert colour.sub(b"", light) == colour.sub(b"", dark)
    for svg, theme in ((light, "light"), (dark, "dark")):
        assert {found.decode() for found in colour.findall(svg)} <= set(PALETTES[theme].values())


def test_compact_svg_keeps_the_size_of_letters_and_of_the_picture():
    svg = b"""<svg xmlns:xlink="http://x" width="720pt" height="80.5pt">
  <defs>
   <style type="text/css">*{stroke-linecap: butt}</style>
  </defs>
  <!-- a label -->
  <g style="fill: none; stroke: #fff" transform="translate(1.23456 2) scale(0.115 -0.115)">
   <path id="DejaVuSans-24" d="M 2188 4044
L 1331 1722
" transform="scale(0.015625)"/>
   <use xlink:href="#DejaVuSans-24" transform="translate(68.40625 0)"/>
  </g>
</svg>"""
    assert compact(svg) == (
        b'<svg width="720" height="80.5">'
        b'<g fill="none" stroke="#fff" transform="translate(1.23 2) scale(0.115 -0.115)">'
        b'<path id="r24" d="M274 506L166 215" transform="scale(0.125)"/>'
        b'<use href="#r24" x="68.40"/></g></svg>'
    )


def test_pictures_are_720_and_358_pixels_wide():
    assert b'<svg width="720" ' in draw(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da")
    assert b'<svg width="358" ' in draw(BATTERY, CODEBOOK, AGREEMENT_BY_ITEM, "da", "narrow")


def luminance(colour):
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def contrast(one, other):
    """WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUND = {Role.PAGE, Role.TRACK, Role.TEXT, Role.MUTED, Role.OUTLINE}
FILLS = [role for role in Role if role not in GROUND and not role.name.startswith("ON_")]


def test_pictures_are_coloured_for_the_ground_and_ink_of_the_pages():
    sheet = STYLE_SHEET.read_text("utf-8")
    assert re.findall(r"--paper: (#\w+);", sheet) == [
        palette[Role.PAGE] for palette in PALETTES.values()
    ]
    assert re.findall(r"--ink: (#\w+);", sheet) == [
        palette[Role.TEXT] for palette in PALETTES.values()
    ]


@pytest.mark.parametrize("theme", PALETTES)
def test_contrast_of_words(theme):
    palette = PALETTES[theme]
    for ground in (Role.PAGE, Role.TRACK):
        assert contrast(palette[Role.TEXT], palette[ground]) >= 4.5
        assert contrast(palette[Role.MUTED], palette[ground]) >= 4.5
    for fill in FILLS:
        assert contrast(palette[label_on(fill)], palette[fill]) >= 4.5, fill


@pytest.mark.parametrize("theme", PALETTES)
def test_contrast_of_neighbours(theme):
    """Segments are apart by a gap of the page's colour: each edge must stand out from it."""
    palette = PALETTES[theme]
    for fill in FILLS:
        edge = Role.OUTLINE if fill in OUTLINED else fill
        assert contrast(palette[edge], palette[Role.PAGE]) >= 3, fill
    for bar in (Role.POSITIVE, Role.NEGATIVE, Role.SECOND, Role.THIRD, Role.FOURTH, Role.FIFTH):
        assert contrast(palette[bar], palette[Role.TRACK]) >= 3, bar
    for ground in (Role.POSITIVE, Role.NEGATIVE, Role.NEUTRAL, Role.TRACK):
        assert contrast(palette[Role.TEXT], palette[ground]) >= 3, ground  # the interval's line
    for strong, weak in (
        (Role.POSITIVE_STRONG, Role.POSITIVE_WEAK),
        (Role.NEGATIVE_STRONG, Role.NEGATIVE_WEAK),
    ):
        assert contrast(palette[strong], palette[weak]) >= 3


# Machado, Oliveira & Fernandes (2009), severity 1.0.
COLOUR_BLINDNESS = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def lab(colour, matrix):
    """CIE L*a*b* (D65) of a colour as a colour-blind reader sees it."""
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(matrix) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.cbrt(np.array(to_xyz) @ seen / (0.9505, 1.0, 1.089))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", COLOUR_BLINDNESS)
def test_colour_blind_readers_tell_the_answers_of_a_scale_apart(theme, kind):
    scales = [
        [Role.POSITIVE, Role.NEUTRAL, Role.NEGATIVE, Role.MISSING_TOO],
        [
            Role.POSITIVE_STRONG,
            Role.POSITIVE_WEAK,
            Role.NEUTRAL,
            Role.NEGATIVE_WEAK,
            Role.NEGATIVE_STRONG,
        ],
        *LEVELS.values(),
        UNORDERED,
    ]
    for scale in scales:
        seen = {role: lab(PALETTES[theme][role], COLOUR_BLINDNESS[kind]) for role in scale}
        for one, other in combinations(scale, 2):
            assert np.linalg.norm(seen[one] - seen[other]) > 15, (one, other)


def test_a_scale_runs_from_blue_over_pale_to_orange_and_missing_answers_are_grey():
    changes = CODEBOOK.variables["changes"]
    assert list(fills(changes, NETS).values()) == [
        Role.POSITIVE,
        Role.NEUTRAL,
        Role.NEGATIVE,
        Role.MISSING,
    ]
    assert list(fills(changes, tuple(changes.categories)).values()) == [
        Role.POSITIVE_STRONG,
        Role.POSITIVE_WEAK,
        Role.NEUTRAL,
        Role.NEGATIVE_WEAK,
        Role.NEGATIVE_STRONG,
        Role.MISSING,
        Role.MISSING_TOO,
    ]
    assert set(LABEL_ON) >= {Role.NEUTRAL, Role.MISSING}


def test_a_scale_from_nothing_to_much_is_shades_of_one_colour():
    extent = replace(CODEBOOK.variables["changes"], unipolar=True)
    five = [name for name, one in extent.categories.items() if not one.missing]
    assert tuple(fills(extent, five).values()) == LEVELS[5]
    assert fills(extent, ("agree", "disagree")) == {
        "agree": Role.MUCH,
        "disagree": Role.NEUTRAL,
    }


def test_alternative_text_tells_the_form_and_the_numbers():
    def text(figure, rows, language):
        return alternative_text(figure, CODEBOOK, rows, language).replace("\u00a0", " ")

    assert text(BY_TYPE, YES_BY_TYPE, "da") == (
        "Søjlediagram. Andel, der har svaret »Ja«: "
        "sociale tilbud 84 pct., frivillige foreninger 70 pct."
    )
    assert text(BY_TYPE, YES_BY_TYPE, "nb") == (
        "Søylediagram. Andel som har svart «Ja»: "
        "sociale tilbud 84 prosent, frivillige foreninger 70 prosent."
    )
    assert text(BY_TYPE, YES_BY_TYPE, "en") == (
        "Bar chart. Share who answered “Yes”: social services 84 per cent, "
        "associations 70 per cent."
    )
    two = BATTERY.model_copy(update={"show": ("agree", "neither"), "items": ("users", "board")})
    assert text(two, AGREEMENT_BY_ITEM, "da") == (
        "Stablet søjlediagram. Bestyrelsen var mere med: enig 47 pct., "
        "hverken enig eller uenig 36 pct.; Flere brugere var med: enig 23 pct., "
        "hverken enig eller uenig 38 pct."
    )


def test_a_table_has_no_picture():
    table = BY_TYPE.model_copy(update={"chart": "table"})
    assert not has_picture(table) and has_picture(BY_TYPE)
    assert not has_picture(Figure(variable="response", groups="org_type"))
    assert alternative_text(table, CODEBOOK, YES_BY_TYPE, "da") == ""
    with pytest.raises(ValueError, match="table"):
        draw(table, CODEBOOK, YES_BY_TYPE, "da")
