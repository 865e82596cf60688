"""The methods that a wave's figures use, in words, formulas and sources; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

import polars as pl

from pipeline.codebooks.codebook import Codebook, in_language
from pipeline.estimating.small_numbers import rules_of
from pipeline.planning.plan import RESPONSE, Plan
from pipeline.sampling.sample import SampleReport
from pipeline.wave import Wave
from pipeline.wording import languages, small_numbers
from pipeline.wording.labels import quoted
from pipeline.wording.methods import FORMULAS, METHODS, SOURCES
from pipeline.wording.named_tests import CORRECTIONS
from pipeline.wording.numbers import decimal, listing, percent, whole
from pipeline.wording.statistic_methods import FORMULAS as STATISTIC_FORMULAS
from pipeline.wording.statistic_methods import SOURCES as STATISTIC_SOURCES
from pipeline.wording.statistic_methods import STATISTIC_METHODS

TEST_KINDS = {
    "chi_squared": "test_chi_squared",
    "fisher_exact": "test_fisher_exact",
    "rao_scott": "test_rao_scott",
    "chi_squared_ticks": "test_ticks_alone",
    "rao_scott_ticks": "test_ticks",
    "rao_scott_items": "test_items",
    "welch_t": "test_means",
    "welch_f": "test_means",
    "design_t": "test_design_means",
    "design_f": "test_design_means",
    "mann_whitney": "test_ranks",
    "kruskal_wallis": "test_ranks",
    "design_mann_whitney": "test_design_ranks",
    "design_kruskal_wallis": "test_design_ranks",
    "trend": "test_trend",
    "design_trend": "test_trend",
    "pair_z": "test_pairs",
    "pair_t": "test_pairs",
}
"""Test -> what the methods page says of it."""


@dataclass(frozen=True)
class Used:
    """What the methods page is about; `tests` as in `results.TESTS`, those of banners too."""

    plan: Plan
    codebook: Codebook
    wave: Wave
    tests: pl.DataFrame
    sample: SampleReport


def used_methods(used: Used, language: str) -> str:
    """The methods in use as Markdown: what was done, the formula and where it comes from."""
    words = languages.in_language(METHODS, language)
    return "\n\n".join(
        _with_formula(name, text, words)
        for name, text in (
            *_intervals(used, words, language),
            *_statistics(used, language),
            *_small_numbers(used, language),
            *_sampling(used, words, language),
            *_tests(used, words, language),
        )
    )


def _with_formula(name: str, text: str, words: Mapping[str, str]) -> str:
    formulas, sources = FORMULAS | STATISTIC_FORMULAS, SOURCES | STATISTIC_SOURCES
    sources |= {"small_numbers": small_numbers.SOURCE}
    formula = f"\n\n$${formulas[name]}$$" if name in formulas else ""
    source = f" ({words['source']}: {sources[name]}.)" if name in sources else ""
    return f"{text}{source}{formula}"


Said = Iterator[tuple[str, str]]


def _intervals(used: Used, words: Mapping[str, str], language: str) -> Said:
    yield "level", words["level"].format(level=percent(used.plan.level, language))
    methods = {
        figure.interval
        for figure in used.plan.figures.values()
        if figure.statistic == "share" and figure.variable != RESPONSE
    }
    for name in ("wald", "wilson", "logit", "korn_graubard", "recommended"):
        if name in methods:
            key = f"interval_{name}"
            yield key, words[key].format(hundred=percent(1, language))


STATISTICS = {
    "share_of_ticks": "ticks",
    "mean": "means",
    "median": "quantiles",
    "quantile": "quantiles",
    "score": "score",
    "alpha": "alpha",
}
"""Statistic -> what the methods page says of it."""


def _statistics(used: Used, language: str) -> Said:
    words = languages.in_language(STATISTIC_METHODS, language)
    statistics = {figure.estimated for figure in used.plan.figures.values()}
    for name in dict.fromkeys(text for one, text in STATISTICS.items() if one in statistics):
        yield name, words[name]


def _small_numbers(used: Used, language: str) -> Said:
    rules, disclosure = rules_of(used.plan), used.plan.disclosure
    if disclosure != "off":
        yield "disclosure", small_numbers.disclosure(disclosure.smallest_base, language)
    if rules:
        counted = rules.counted_up_to if disclosure == "off" else 0
        limits = asdict(rules) | {"counted_up_to": counted}
        yield "small_numbers", small_numbers.method(limits, language)
    elif disclosure == "off":
        yield "all_shown", small_numbers.method(None, language)


def _in_sentence(label: str, language: str) -> str:
    """A label as part of a sentence: in quotation marks where it is one of its own."""
    return quoted(label, language) if label.endswith("?") else label


def _sampling(used: Used, words: Mapping[str, str], language: str) -> Said:
    sample, wave = used.sample, used.wave
    if not (wave.design.weight or wave.calibration):
        yield "unweighted", words["unweighted"]
    else:
        n, effective = whole(sample.n, language), whole(round(sample.effective_n), language)
        yield "weighted", words["weighted"].format(n=n, effective=effective)
    if wave.calibration:
        margins = [used.codebook.variables[name].label for name in wave.calibration.margins]
        labels = [_in_sentence(in_language(label, language), language) for label in margins]
        yield (
            "calibrated",
            words["calibrated"].format(
                margins=listing(labels, language),
                difference=percent(sample.difference, language, 2),
            ),
        )
    if wave.design.strata or wave.design.clusters:
        clusters = words["clusters"].format(clusters=whole(sample.clusters, language))
        yield (
            "designed",
            words["designed"].format(
                strata=whole(sample.strata, language),
                clusters=clusters if wave.design.clusters else "",
            ),
        )
    if sample.lonely_strata:
        name = "lonely_one" if sample.lonely_strata == 1 else "lonely"
        yield name, words[name].format(lonely=whole(sample.lonely_strata, language))
    if wave.design.population:
        yield "finite", words["finite"]


def _tests(used: Used, words: Mapping[str, str], language: str) -> Said:
    tested = used.tests.filter(pl.col("p_value").is_not_null())
    if tested.is_empty():
        yield "notests", words["notests"]
        return
    for kind in dict.fromkeys(TEST_KINDS[name] for name in tested["test"].unique().sort()):
        yield kind, words[kind]
    corrections = [name for name in tested["correction"].unique().sort() if name != "none"]
    if corrections:
        methods = listing([CORRECTIONS[name] for name in corrections], language)
        yield "corrected", words["corrected"].format(methods=methods)
    name = "tests_one" if tested.height == 1 else "tests"
    yield (
        name,
        words[name].format(
            tests=whole(tested.height, language),
            significant=whole(int(tested["significant"].sum()), language),
            alpha=percent(1 - used.plan.level, language),
            expected=_about(tested.height * (1 - used.plan.level), language),
        ),
    )


def _about(number: float, language: str) -> str:
    """A number of tests; a small one with a decimal."""
    return decimal(number, language, 1 if number < 10 else 0)
