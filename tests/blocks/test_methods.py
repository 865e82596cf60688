"""The methods page: every method has its words in every language, its formula and its source."""

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import Formatter

import numpy as np
import polars as pl
import pytest
from waves import REPOSITORY

from pipeline.blocks.methods import TEST_KINDS, Used, used_methods
from pipeline.codebooks.codebook import Codebook
from pipeline.estimating.counted_tables import Table
from pipeline.estimating.pair_tests import CLASSICAL as PAIRS
from pipeline.estimating.pair_tests import UNDER_DESIGN as PAIRS_UNDER_DESIGN
from pipeline.estimating.table_tests import CLASSICAL, UNDER_DESIGN, UNTESTED
from pipeline.inference.design import Atoms, Sample
from pipeline.paths import Places
from pipeline.planning.plan import Figure, Plan, SmallNumbers
from pipeline.reading import read_inputs
from pipeline.renderers import embedded_pandoc
from pipeline.results import TESTS
from pipeline.sampling.sample import SampleReport
from pipeline.wave import Calibration, Design, Wave
from pipeline.wording import methods, statistic_methods
from pipeline.wording.named_tests import TEST_NAMES

FORMULAS = methods.FORMULAS | statistic_methods.FORMULAS
SOURCES = methods.SOURCES | statistic_methods.SOURCES
METHODS = {
    language: {**words, **statistic_methods.STATISTIC_METHODS[language]}
    for language, words in methods.METHODS.items()
}

LANGUAGES = ("da", "nb", "en")
SAMPLE = SampleReport(1200, 803.6, 7, 41, 2, 0.0004)
PLAIN = SampleReport(1200, 1200, 1, 1200, 0, 0.0)
OF_PAIRS = {PAIRS, PAIRS_UNDER_DESIGN}
NAMING = {"test", "name", "name_of_two", "name_of_more"}
"""What the code of inference calls the name of a test."""


@pytest.fixture(scope="module")
def codebook(tiny_wave: Places) -> Codebook:
    return read_inputs(tiny_wave)[0]


@pytest.fixture(scope="module")
def wave(tiny_wave: Places) -> Wave:
    return read_inputs(tiny_wave)[1]


def texts(node: ast.expr | None) -> Iterator[str]:
    """The texts that an expression may be: one, or one of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))


def named_tests() -> set[str]:
    """Every name that a module of inference gives to a test, read from its code.

    The goodness of fit of the sample is told on the data-quality page and is no test of a figure.
    """
    files = (REPOSITORY / "pipeline" / "inference").glob("*.py")
    trees = [
        ast.parse(file.read_text(encoding="utf-8"))
        for file in files
        if file.stem != "representativeness"
    ]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    parameters = {
        node.name: [one.arg for one in node.args.args]
        for node in nodes
        if isinstance(node, ast.FunctionDef)
    } | {"TestResult": ["test"]}
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            if node.targets[0].id in NAMING:
                found |= set(texts(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = zip(parameters.get(node.func.id, []), node.args, strict=False)
            keywords = ((one.arg, one.value) for one in node.keywords)
            for name, value in (*given, *keywords):
                if name in NAMING:
                    found |= set(texts(value))
    return found


def table(groups: int) -> Table:
    """Forty respondents with scores 1 to 4, a group for each tenth or so."""
    n = 40
    unit = np.zeros(n, dtype=np.int64)
    answer = np.arange(n) * 7 % 4
    return Table(
        tuple("abc"[:groups]),
        tuple("1234"),
        np.arange(n) % groups,
        answer,
        answer + 1.0,
        Atoms(unit, np.ones(n), np.ones(n), np.ones(n)),
    )


def made_tests() -> set[str]:
    """The names of all tests that a figure can ask for, made."""
    zero = np.zeros(1, dtype=np.int64)
    sample = Sample(zero, zero, zero, *(np.array([40.0]),) * 3, np.zeros(1))
    return {
        result.test
        for groups in (2, 3)
        for result in (
            *(test(table(groups)) for test in CLASSICAL.values()),
            *(test(table(groups), sample) for test in UNDER_DESIGN.values()),
        )
    }


def test_every_test_has_a_method_and_a_name() -> None:
    names = named_tests()
    assert names >= made_tests() | set(UNTESTED.values())
    assert set(TEST_KINDS) == names | OF_PAIRS
    for language in LANGUAGES:
        assert set(TEST_NAMES[language]) == names


def test_every_method_has_words_in_every_language_with_the_same_numbers() -> None:
    def fields(language: str) -> dict[str, set[str]]:
        return {
            name: {field for _, field, _, _ in Formatter().parse(words) if field}
            for name, words in METHODS[language].items()
        }

    assert fields("da") == fields("nb") == fields("en")
    known = set(METHODS["da"])
    assert known >= {*TEST_KINDS.values(), *FORMULAS, *SOURCES}
    assert {name for name in known if name.startswith("test_")} == set(TEST_KINDS.values())


def with_tests(*names: str, correction: str = "none") -> pl.DataFrame:
    rows = [
        {"test": name, "p_value": 0.01 * place, "significant": place < 5, "correction": correction}
        for place, name in enumerate(names, start=1)
    ]
    return pl.concat([pl.DataFrame(schema=TESTS), pl.DataFrame(rows)], how="diagonal_relaxed")


STATISTICS: Mapping[str, Mapping[str, object]] = {
    "fig_mean": {"variable": "staff", "statistic": "mean"},
    "fig_ticks": {"variable": "partners", "base": "ticks"},
    "fig_median": {"variable": "staff", "statistic": "median"},
    "fig_score": {
        "variable": "views",
        "statistic": "score",
        "top": ["agree"],
        "bottom": ["disagree"],
    },
    "fig_alpha": {"variable": "views", "statistic": "alpha"},
}


def plan_of(*intervals: str, statistics: Mapping[str, Mapping[str, object]] = {}) -> Plan:
    shares = {
        f"fig_{place}": {"variable": "tried", "interval": interval}
        for place, interval in enumerate(intervals)
    }
    figures = {**shares, **statistics}
    return Plan.model_validate({"survey": "tiny", "figures": figures})


@pytest.fixture(scope="module")
def everything(codebook: Codebook, wave: Wave) -> Used:
    """A wave that uses every method."""
    design = Design(weight="w", strata="s", clusters="c", population={"north": 90})
    calibration = Calibration(margins={"kind": {"club": 12, "house": 8}})
    declared = wave.model_copy(update={"design": design, "calibration": calibration})
    tests = pl.concat([with_tests(*TEST_KINDS), with_tests("chi_squared", correction="holm")])
    plan = plan_of("wald", "wilson", "logit", "korn_graubard", "recommended", statistics=STATISTICS)
    return Used(plan, codebook, declared, tests, SAMPLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wave_that_uses_everything_tells_everything(language: str, everything: Used) -> None:
    text = used_methods(everything, language)
    words = METHODS[language]
    for name in set(words) - {
        "clusters",
        "source",
        "notests",
        "unweighted",
        "lonely_one",
        "tests_one",
    }:
        beginning = words[name].partition("{")[0]
        assert beginning in text, name
    # One more: the standard that says when a number is shown.
    assert text.count(f"({words['source']}: ") == len(SOURCES) + 1
    assert text.count("$$") == 2 * len(FORMULAS)
    assert not re.search(r"\{[a-z]+\}", re.sub(r"\$\$.*?\$\$", "", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_become_mathml_without_a_warning(language: str, everything: Used) -> None:
    made = subprocess.run(
        [str(embedded_pandoc()), "--from=markdown", "--to=html5", "--mathml", "--fail-if-warnings"],
        input=used_methods(everything, language),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert made.stderr == ""
    assert made.stdout.count("<math display=") == len(FORMULAS)
    # No paragraph became a list, a heading or code by the look of its first characters.
    assert set(re.findall(r"^<(\w+)", made.stdout, re.MULTILINE)) == {"p"}
    assert "$" not in re.sub(r"<annotation.*?</annotation>", "", made.stdout, flags=re.DOTALL)


def english(used: Used) -> str:
    return used_methods(used, "en").replace("\u00a0", " ")


def test_a_plain_wave_tells_only_what_it_used(codebook: Codebook, wave: Wave) -> None:
    tests = with_tests("chi_squared", "chi_squared", "fisher_exact", "chi_squared", "welch_t")
    text = english(Used(plan_of("wald"), codebook, wave, tests, PLAIN))
    assert [paragraph[:45] for paragraph in text.split("\n\n")] == [
        "The figures show uncertainty at 95 per cent c",
        "The uncertainty of a share is computed with t",
        "$$" + FORMULAS["interval_wald"][:43],
        "Numbers that rest on fewer than 10 answers, a",
        "A share is not shown when it rests on fewer t",
        "The numbers are not weighted.",
        "Whether answers depend on a group was tested ",
        "$$X^2 = \\sum \\frac{(O - E)^2}{E}$$",
        "In small tables Fisher’s exact test was used:",
        "Means were compared with Welch’s test. (Sourc",
        "5 tests are shown; 4 show a dependence at the",
    ]
    assert text.endswith("about 0.3 would be expected by chance alone, without a correction.")
    assert "at the 5 per cent level" in text


def test_a_wave_without_tests_says_so(codebook: Codebook, wave: Wave) -> None:
    used = Used(plan_of("wilson"), codebook, wave, with_tests(), SAMPLE)
    assert english(used).endswith("No statistical tests are shown.")


def test_tests_that_were_not_possible_are_not_counted(codebook: Codebook, wave: Wave) -> None:
    tests = with_tests("chi_squared", "welch_t").with_columns(
        p_value=pl.when(pl.col("test") == "welch_t").then(pl.col("p_value"))
    )
    text = english(Used(plan_of("wilson"), codebook, wave, tests, SAMPLE))
    assert "One test is shown, at the 5 per cent level." in text
    assert "Pearson’s" not in text


def test_numbers_of_a_weighted_sample(everything: Used) -> None:
    text = english(everything)
    assert "1,200 answers weigh as 804 answers without weights." in text
    assert "known totals of Type. The largest remaining difference is 0.04 per cent." in text
    assert "drawn in 7 strata and 41 clusters." in text
    assert "corrected (Holm)" in text
    unclustered = everything.wave.model_copy(update={"design": Design(strata="s")})
    one = Used(everything.plan, everything.codebook, unclustered, everything.tests, SAMPLE)
    assert "drawn in 7 strata. Variances" in english(one)


def test_one_stratum_with_a_single_unit(everything: Used) -> None:
    assert "2 strata have a single unit; they count" in english(everything)
    one = replace(everything, sample=replace(SAMPLE, lonely_strata=1))
    assert "One stratum has a single unit; it counts" in english(one)


def test_intervals_of_shares_only(codebook: Codebook, wave: Wave) -> None:
    plan = Plan(
        survey="tiny",
        figures={"fig_1": Figure(variable="staff", statistic="mean", interval="wilson")},
    )
    assert "Wilson" not in english(Used(plan, codebook, wave, with_tests(), SAMPLE))


def test_the_rules_for_small_numbers_tell_their_limits(codebook: Codebook, wave: Wave) -> None:
    plan = plan_of("wald")
    used = Used(plan, codebook, wave, with_tests("chi_squared"), PLAIN)
    text = english(used)
    assert "fewer than 30 answers" in text
    assert "its interval is 30 percentage points wide or more" in text
    assert "more than 5 percentage points wide and more than 1.3 times as wide" in text
    assert "told as counts" not in text
    open_plan = plan.model_copy(update={"disclosure": "off"})
    told = english(replace(used, plan=open_plan))
    assert "Up to 9 answers are told as counts." in told
    assert "fewer than 8 degrees of freedom carry an asterisk" in text
    off = plan.model_copy(update={"small_numbers": "off"})
    everything = "All numbers are shown, also where few answered."
    assert everything not in english(replace(used, plan=off))
    not_even = off.model_copy(update={"disclosure": "off"})
    assert everything in english(replace(used, plan=not_even))
    assert "give away" not in english(replace(used, plan=not_even))
    assert "Parker" not in english(replace(used, plan=off))
    never = SmallNumbers(counted_up_to=0)
    counted = replace(used, plan=open_plan.model_copy(update={"small_numbers": never}))
    assert "told as counts" not in english(counted)


def test_a_margin_whose_label_is_a_question_is_quoted(everything: Used) -> None:
    (name,) = everything.wave.calibration.margins
    asked = replace(everything.codebook.variables[name], label={"en": "Where do you work?"})
    codebook = replace(
        everything.codebook, variables={**everything.codebook.variables, name: asked}
    )
    text = english(replace(everything, codebook=codebook))
    assert "known totals of “Where do you work?”. The largest" in text
