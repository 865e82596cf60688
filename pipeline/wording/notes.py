"""The sentences below a figure: whom the numbers are about, and how sure they are.

The sentences themselves stand in `sentences.py`.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from math import isnan

from pipeline.wording import small_numbers
from pipeline.wording.counts import COUNTED
from pipeline.wording.figure_facts import (
    Chosen,
    CrossedGroups,
    DerivedGroups,
    FigureFacts,
    GroupTest,
    Margin,
)
from pipeline.wording.labels import (
    GroupName,
    answer,
    answers,
    at_start,
    either,
    for_group,
    inside_sentence,
    quoted,
)
from pipeline.wording.languages import in_language
from pipeline.wording.measures import about_the_numbers, about_ticks
from pipeline.wording.named_tests import CORRECTIONS, TEST_NAMES
from pipeline.wording.numbers import decimal, listing, p_value, percent, percentage_points, whole
from pipeline.wording.sentences import sentence

# A margin below half a point would read as certainty.
SMALLEST_MARGIN = 0.01
SMALLEST_ON_SCALE = 0.1
ON_SCALE = {"da": "±{} på skalaen", "nb": "±{} på skalaen", "en": "±{} on the scale"}


def note(facts: FigureFacts, language: str) -> tuple[str, ...]:
    """The sentences as plain text, in the order in which a reader needs them.

    Raises PipelineError for an unknown language or test.
    """
    return (
        *_counted(facts, language),
        *about_the_numbers(facts.measure, language),
        *(_chosen("asked_if", chosen, language) for chosen in facts.asked),
        *(_chosen("only", chosen, language) for chosen in facts.only),
        *_missing_in_base(facts, language),
        *_left_out(facts, language),
        *_groups_made_of(facts.groups_made_of, language),
        *(
            sentence(
                "net",
                language,
                net=quoted(at_start(net.label), language),
                answers=answers(net.answers, language),
            )
            for net in facts.nets
        ),
        *_sampling(facts, language),
        *_tests(facts, language),
        *_margins(facts, language),
        *about_ticks(facts.ticks, language),
        *small_numbers.notes(facts.few, language),
    )


def _counted(facts: FigureFacts, language: str) -> Iterable[str]:
    counted = in_language(COUNTED, language)[facts.counted]
    lowest, highest = facts.n_by_item or (facts.n, facts.n)
    if lowest == highest:
        yield sentence("n", language, n=whole(facts.n, language), counted=counted)
    else:
        yield sentence(
            "n_by_item",
            language,
            lowest=whole(lowest, language),
            highest=whole(highest, language),
            counted=counted,
        )
    if facts.several_answers:
        name = "several_themes" if facts.counted == "coded" else "several_answers"
        yield sentence(name, language, hundred=percent(1, language))
    if facts.boxes:
        yield sentence("boxes_themes" if facts.counted == "coded" else "boxes_ticks", language)


def _chosen(name: str, chosen: Chosen, language: str) -> str:
    return sentence(
        name,
        language,
        source=quoted(chosen.source, language),
        answers=either(chosen.answers, language),
    )


def _missing_in_base(facts: FigureFacts, language: str) -> Iterable[str]:
    if facts.missing_in_base:
        counted = answers(facts.missing_in_base, language)
        yield sentence("missing_in_base", language, answers=counted)


def _left_out(facts: FigureFacts, language: str) -> Iterable[str]:
    left_out = facts.left_out
    if left_out is None:
        return
    name = "left_out_one" if len(left_out.answers) == 1 else "left_out_several"
    words = answers(left_out.answers, language)
    if left_out.n is None:
        yield sentence(name, language, answers=words)
    else:
        yield sentence(f"{name}_n", language, answers=words, n=whole(left_out.n, language))


def _groups_made_of(made: DerivedGroups | CrossedGroups | None, language: str) -> Iterable[str]:
    if isinstance(made, CrossedGroups):
        variables = [inside_sentence(variable) for variable in made.variables]
        yield sentence("crossed", language, variables=listing(variables, language))
    elif made:
        source = quoted(made.source, language)
        groups = [
            sentence(
                "made_of_group",
                language,
                group=answer(label, language),
                answers=answers(chosen, language),
            )
            for label, chosen in made.groups
            if chosen and chosen != (label,)
        ]
        if groups:
            yield sentence("made_of", language, source=source, groups="; ".join(groups))
        else:
            yield sentence("made_from", language, source=source)
        if made.rest_left_out:
            yield sentence("rest_left_out", language)


def _sampling(facts: FigureFacts, language: str) -> Iterable[str]:
    said = {"weighted": facts.weighted, "designed": facts.designed, "finite": facts.finite}
    return (sentence(name, language) for name, holds in said.items() if holds)


def _tests(facts: FigureFacts, language: str) -> Iterable[str]:
    """What was found of the whole question, then of its items, and what to know of the tests."""
    items = [test for test in facts.tests if test.item is not None]
    together = [test for test in facts.tests if test.item is None]
    # Where items are told one by one, that they could not be tested together adds nothing.
    told = [test for test in together if not (items and isnan(test.p_value))]
    yield from _by_outcome(told, facts, language)
    yield from _by_outcome(items, facts, language)
    if facts.letters:
        name = "letters_corrected" if facts.correction else "letters"
        method = CORRECTIONS.get(facts.correction, "")
        yield sentence(name, language, method=method, level=percent(1 - facts.level, language))
    if facts.correction and len(items or together) > 1:
        name = "corrected_items" if items and told else "corrected"
        yield sentence(name, language, method=CORRECTIONS[facts.correction])
    if any(test.small_expected for test in facts.tests):
        yield sentence("small_expected", language)


def _by_outcome(tests: Sequence[GroupTest], facts: FigureFacts, language: str) -> Iterable[str]:
    """One sentence an outcome, so that many items stay readable."""
    for outcome in ("dependent", "independent", "untested"):
        by_test: dict[tuple[str, GroupName | None], list[GroupTest]] = {}
        for test in tests:
            if _outcome(test) == outcome:
                by_test.setdefault((test.test, test.within), []).append(test)
        for (_, within), alike in by_test.items():
            found = _outcome_sentence(outcome, alike, facts.group_variable or "", language)
            yield _among(within, found, language) if within else found


def _among(group: GroupName, found: str, language: str) -> str:
    return f"{at_start(for_group(group, language))}: {inside_sentence(found)}"


def _outcome(test: GroupTest) -> str:
    if isnan(test.p_value):
        return "untested"
    return "dependent" if test.significant else "independent"


def _outcome_sentence(outcome: str, tests: Sequence[GroupTest], group: str, language: str) -> str:
    say = partial(
        sentence,
        language=language,
        group=inside_sentence(group),
        test=in_language(TEST_NAMES, language).get(tests[0].test, ""),
    )
    if tests[0].item is None:
        return say(outcome, p="" if outcome == "untested" else p_value(tests[0].p_value, language))
    return say(
        f"{outcome}_items", items=listing([_item(test, language) for test in tests], language)
    )


def _item(test: GroupTest, language: str) -> str:
    statement = quoted(test.item or "", language)
    return statement if isnan(test.p_value) else f"{statement} ({p_value(test.p_value, language)})"


def _margins(facts: FigureFacts, language: str) -> Iterable[str]:
    level = percent(facts.level, language)
    if facts.margins:
        margins = listing([_margin(margin, language) for margin in facts.margins], language)
        if facts.margin_of is None:
            yield sentence("margin", language, margins=margins, level=level)
        else:
            answered = answer(facts.margin_of, language)
            yield sentence(
                "margin_of_answer", language, answer=answered, margins=margins, level=level
            )
    if facts.interval not in ("", "wald"):
        yield sentence(f"interval_{facts.interval}", language)


def _margin(margin: Margin, language: str) -> str:
    if margin.on_scale:
        number = decimal(max(margin.margin, SMALLEST_ON_SCALE), language, 1)
        return in_language(ON_SCALE, language).format(number)
    points = percentage_points(max(margin.margin, SMALLEST_MARGIN), language)
    return f"±{points} {for_group(margin.group, language)}" if margin.group else f"±{points}"
