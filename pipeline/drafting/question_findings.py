"""What a person should look at in the questions of a drafted codebook; pure."""

from collections.abc import Iterator, Sequence

from pipeline.drafting.findings import Finding
from pipeline.drafting.no_answers import is_missing
from pipeline.drafting.survey_questions import SurveyQuestion
from pipeline.drafting.unworded import is_unworded

FILE = "codebook.yml"


def question_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    """Scales and their direction, answers that are none, options."""
    for one in questions:
        if one.own_words:
            yield of_question(
                [one],
                f"{one.question.name}: {one.own_words} answers in respondents' own words count as "
                "one answer; move those that mean another one",
            )
    yield from _joined_findings([one for one in questions if one.question.joined_by])
    yield from _scale_findings(questions)
    if numbers := [one for one in questions if one.question.type == "number"]:
        what = (
            f"numbers, shown by their mean: {plain_names(numbers)}; where they stand for answers, "
            "write type: single and their categories"
        )
        yield of_question(numbers, what)
    if grouped := [one for one in numbers if one.question.thousands]:
        what = f"thousands are parted, as 12.345 for 12345: {plain_names(grouped)}; is it so?"
        yield of_question(grouped, what)
    if unworded := [one for one in questions if is_unworded(one.question)]:
        what = f"no wording is told above the items of {plain_names(unworded)}: write it"
        yield of_question(unworded, what)
    yield from _missing_findings(questions)


def _missing_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    """Which answers are none, and whether percentages are of them, too."""
    declared: dict[str, None] = {}
    without: list[SurveyQuestion] = []
    guessed: dict[str, list[SurveyQuestion]] = {}
    among_numbers: dict[str, list[SurveyQuestion]] = {}
    for one in questions:
        absent = [category for category in one.question.categories if category.missing]
        labels = [category.label for category in absent if category.left_out]
        for value, label in one.question.missing.items():
            # Words for no answer among numbers are a guess of the draft, without a label.
            if label or not is_missing(value):
                labels.append(label or value)
            else:
                among_numbers.setdefault(value, []).append(one)
        if labels:
            declared |= dict.fromkeys(labels)
            without.append(one)
        for category in absent:
            if not category.left_out:
                guessed.setdefault(category.label, []).append(one)
    if without:
        labels_told, questions_told = quoted_names(tuple(declared)), plain_names(without)
        yield of_question(
            without,
            "what the file declares missing counts in no base, so percentages are SPSS's valid "
            f"per cent: {labels_told}, of {questions_told}; missing: true instead of missing: "
            "left_out shows an answer and counts it",
        )
    for label, users in guessed.items():
        what = (
            f'"{label}" is taken for no answer (missing); it is shown, and counts in the base: '
            f"{plain_names(users)}; missing: left_out leaves it out"
        )
        yield of_question(users, what)
    for value, users in among_numbers.items():
        what = f'"{value}" among numbers is taken for no answer: {plain_names(users)}'
        yield of_question(users, what)


def _joined_findings(joined: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    if joined:
        yield of_question(
            joined,
            f"the options of answers joined in one cell are those that recur: "
            f"{plain_names(joined)}; compare them with the questionnaire",
        )
    for one in joined:
        if one.ambiguous:
            what = f"{one.question.name}: {one.ambiguous} cells can be read in several ways"
            yield of_question([one], what)


def _scale_findings(questions: Sequence[SurveyQuestion]) -> Iterator[Finding]:
    scales: dict[tuple[str, ...], list[SurveyQuestion]] = {}
    for one in questions:
        if one.order and one.order.scores and one.order.name != "numbers":
            ends = one.order.labels[0], one.order.labels[-1]
            told = (f'"{label}" ({one.order.scores[label]:g})' for label in ends)
            scales.setdefault((one.order.name, *told), []).append(one)
    for (name, top, bottom), users in scales.items():
        yield of_question(
            users,
            f"a scale of {name}, from {top} to {bottom}: {plain_names(users)}; turn the scores "
            "round where less is more",
        )


def of_question(users: Sequence[SurveyQuestion], what: str) -> Finding:
    """Said at the first of the questions."""
    return Finding(FILE, ("variables", users[0].question.name), what)


def plain_names(users: Sequence[SurveyQuestion]) -> str:
    """Their names in a row."""
    return ", ".join(one.question.name for one in users)


def quoted_names(names: Sequence[str]) -> str:
    """Names, or other words of the export, in quotation marks."""
    return ", ".join(f'"{name}"' for name in names)
