"""What a picture says, in words: for readers who do not see it."""

from pipeline.arrangement import Arrangement, Row, one_value_a_row
from pipeline.charts.unavailable import reason
from pipeline.codebook import TICKED, Variable
from pipeline.codebook import in_language as label_in
from pipeline.plan import Figure
from pipeline.wording.labels import answer as quoted_answer
from pipeline.wording.labels import at_start, inside_sentence
from pipeline.wording.languages import in_language
from pipeline.wording.numbers import decimal, percent, whole

FORMS = {
    "bars": {"da": "Søjlediagram", "nb": "Søylediagram", "en": "Bar chart"},
    "stacked": {
        "da": "Stablet søjlediagram",
        "nb": "Stablet søylediagram",
        "en": "Stacked bar chart",
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
MEANS = {"da": "Gennemsnit", "nb": "Gjennomsnitt", "en": "Mean"}
SCALE = {
    "da": "{} på en skala fra {} til {}",
    "nb": "{} på en skala fra {} til {}",
    "en": "{} on a scale from {} to {}",
}
COUNTS = {"da": "Antal", "nb": "Antall", "en": "Number"}


def caption(figure: Figure, variable: Variable, arrangement: Arrangement, language: str) -> str:
    """What the numbers of a bar chart are; '' where the labels of its bars say it."""
    match figure.statistic:
        case "mean":
            return _mean(variable, language)
        case "count":
            return in_language(COUNTS, language)
    if len(arrangement.answers) != 1:
        return ""
    (answer,) = arrangement.answers
    if variable.type == "multiple" and answer.name == TICKED:
        return in_language(SHARE_TICKING, language)
    return in_language(SHARE_ANSWERING, language).format(quoted_answer(answer.label, language))


def _mean(variable: Variable, language: str) -> str:
    """The mean and, for scores, what the ends of their scale are."""
    words = in_language(MEANS, language)
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
    stacked = figure.chart == "stacked" and figure.statistic == "share"
    form = "stacked" if stacked else "dots" if figure.statistic == "mean" else "bars"
    shown = arrangement if stacked else one_value_a_row(arrangement)
    about = "" if stacked else caption(figure, variable, arrangement, language)
    sentences = [
        _sentence(section.label, [_row(row, figure, language, stacked) for row in section.rows])
        for section in shown.sections
    ]
    if about and not any(section.label for section in shown.sections):
        about, sentences = "", [f"{about}: {one}" for one in sentences]
    parts = (in_language(FORMS[form], language), about, *sentences)
    # "22 pct." ends with a full stop of its own.
    return " ".join(f"{at_start(part).removesuffix('.')}." for part in parts if part)


def _sentence(heading: str, rows: list[str]) -> str:
    listed = "; ".join(rows) if any(":" in row for row in rows) else ", ".join(rows)
    return f"{heading}: {listed}" if heading else listed


def _row(row: Row, figure: Figure, language: str, with_answers: bool) -> str:
    # An item is often a whole statement and keeps its capital.
    label = row.label if row.item and row.is_total else inside_sentence(row.label)
    missing = reason(row.values, language)
    if missing:
        return f"{label}: {inside_sentence(missing)}" if label else missing
    numbers = [
        (f"{inside_sentence(value.answer.label)} " if with_answers else "")
        + _number(value.estimate or 0.0, figure, language)
        for value in row.values
    ]
    joined = ", ".join(numbers)
    return f"{label}{':' if with_answers else ''} {joined}" if label else joined


def _number(number: float, figure: Figure, language: str) -> str:
    match figure.statistic:
        case "share":
            return percent(number, language)
        case "mean":
            return decimal(number, language, 1)
        case "count":
            return whole(number, language)
