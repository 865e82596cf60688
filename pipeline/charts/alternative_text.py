"""What a picture says, in words: for readers who do not see it."""

from pipeline.charts.scale import drawn_as_dots
from pipeline.charts.unavailable import reason, reason_of_row
from pipeline.codebooks.codebook import TICKED, Variable
from pipeline.codebooks.codebook import in_language as label_in
from pipeline.figures.arrangement import Arrangement, Row, one_value_a_row
from pipeline.figures.written import written
from pipeline.planning.figure import Figure, shows_whole
from pipeline.wording.labels import answer as quoted_answer
from pipeline.wording.labels import at_start, either, inside_sentence
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, percent

CHARTS = {
    "bars": {"da": "Søjlediagram", "nb": "Søylediagram", "en": "Bar chart"},
    "stacked": {
        "da": "Stablet søjlediagram",
        "nb": "Stablet søylediagram",
        "en": "Stacked bar chart",
    },
    "diverging": {
        "da": "Stablet søjlediagram med to sider",
        "nb": "Stablet søylediagram med to sider",
        "en": "Diverging stacked bar chart",
    },
    "treemap": {
        "da": "Diagram med felter (treemap)",
        "nb": "Diagram med felt (trekart)",
        "en": "Treemap",
    },
    "dots": {"da": "Punktdiagram", "nb": "Punktdiagram", "en": "Dot plot"},
}
SHARE_ANSWERING = {
    "da": "Andel, der har svaret {}",
    "nb": "Andel som har svart {}",
    "en": "Share who answered {}",
}
SHARE_TICKING = {
    "da": "Andel, der har sat kryds ved svaret",
    "nb": "Andel som har krysset av for svaret",
    "en": "Share who ticked the answer",
}
SHARE_ABOUT = {
    "da": "Andel af svarene, der handler om temaet",
    "nb": "Andel av svarene som handler om temaet",
    "en": "Share of the answers about the theme",
}
MEANS = {"da": "Gennemsnit", "nb": "Gjennomsnitt", "en": "Mean"}
SCALE = {
    "da": "{} på en skala fra {} til {}",
    "nb": "{} på en skala fra {} til {}",
    "en": "{} on a scale from {} to {}",
}
MEDIANS = {"da": "Median", "nb": "Median", "en": "Median"}
QUANTILES = {"da": "Fraktil ved {}", "nb": "Kvantil ved {}", "en": "Quantile at {}"}
SCORES = {
    "da": "Andel, der har svaret {}, minus andel, der har svaret {}, i procentpoint",
    "nb": "Andel som har svart {}, minus andel som har svart {}, i prosentpoeng",
    "en": "Share who answered {} minus share who answered {}, in percentage points",
}
ALPHAS = {"da": "Cronbachs alfa", "nb": "Cronbachs alfa", "en": "Cronbach’s alpha"}
OF_TICKS = {"da": "Andel af alle krydser", "nb": "Andel av alle kryss", "en": "Share of all ticks"}
COUNTS = {"da": "Antal", "nb": "Antall", "en": "Number"}


def caption(figure: Figure, variable: Variable, arrangement: Arrangement, language: str) -> str:
    """What the numbers of a bar chart are; '' where the labels of its bars say it."""
    match figure.estimated:
        case "mean":
            return _on_scale(in_language(MEANS, language), variable, language)
        case "median":
            return _on_scale(in_language(MEDIANS, language), variable, language)
        case "quantile":
            words = in_language(QUANTILES, language)
            share = percent(figure.probability or 0.0, language)
            return _on_scale(words.format(share), variable, language)
        case "score":
            ends = (_either(names, variable, language) for names in (figure.top, figure.bottom))
            return in_language(SCORES, language).format(*ends)
        case "alpha":
            return in_language(ALPHAS, language)
        case "share_of_ticks":
            return in_language(OF_TICKS, language)
        case "count":
            return in_language(COUNTS, language)
    if len(arrangement.answers) != 1:
        return ""
    (answer,) = arrangement.answers
    if variable.takes_several and answer.name == TICKED:
        is_theme = variable.type == "themes"
        return in_language(SHARE_ABOUT if is_theme else SHARE_TICKING, language)
    return in_language(SHARE_ANSWERING, language).format(quoted_answer(answer.label, language))


def _either(names: tuple[str, ...], variable: Variable, language: str) -> str:
    return either([label_in(variable.answer_label(name), language) for name in names], language)


def _on_scale(words: str, variable: Variable, language: str) -> str:
    """What the numbers are and, for scores, what the ends of their scale are."""
    scored = [one for one in variable.categories.values() if one.score is not None]
    if not scored:
        return words
    scored.sort(key=lambda one: one.score or 0.0)
    low, high = (
        f"{decimal(one.score or 0.0, language, 0)} "
        f"({quoted_answer(label_in(one.label, language), language)})"
        for one in (scored[0], scored[-1])
    )
    return in_language(SCALE, language).format(words, low, high)


def in_words(figure: Figure, variable: Variable, arrangement: Arrangement, language: str) -> str:
    """ "Søjlediagram. Andel, der har svaret »enig«: sociale tilbud 22 pct., ..." """
    stacked = shows_whole(figure)
    dots = drawn_as_dots(figure.estimated)
    drawn_whole = stacked or figure.chart == "treemap"
    form = figure.chart if drawn_whole else "dots" if dots else "bars"
    shown = arrangement if stacked else one_value_a_row(arrangement)
    about = "" if stacked else caption(figure, variable, arrangement, language)
    sentences = [
        _sentence(section.label, [_row(row, figure, language, stacked) for row in section.rows])
        for section in shown.sections
    ]
    if about and not any(section.label for section in shown.sections):
        about, sentences = "", [f"{about}: {one}" for one in sentences]
    parts = (in_language(CHARTS[form], language), about, *sentences)
    # "22 pct." ends with a full stop of its own.
    return " ".join(f"{at_start(part).removesuffix('.')}." for part in parts if part)


def _sentence(heading: str, rows: list[str]) -> str:
    listed = "; ".join(rows) if any(":" in row for row in rows) else ", ".join(rows)
    return f"{heading}: {listed}" if heading else listed


def _row(row: Row, figure: Figure, language: str, with_answers: bool) -> str:
    # An item is often a whole statement and keeps its capital.
    label = row.label if row.item and row.is_total else inside_sentence(row.label)
    missing = reason_of_row(row.values, language)
    if missing:
        return f"{label}: {inside_sentence(missing)}" if label else missing
    numbers = [
        (f"{inside_sentence(value.answer.label)} " if with_answers else "")
        + (
            written(value.estimate or 0.0, figure.estimated, language)
            if value.is_shown
            else inside_sentence(reason([value], language))
        )
        for value in row.values
    ]
    joined = ", ".join(numbers)
    return f"{label}{':' if with_answers else ''} {joined}" if label else joined
