"""A generated survey of 100 coded questions: codebook, wave, figure plan and an export as CSV."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import polars as pl
import yaml

from pipeline.paths import Places

SEED = 20_200_611
SURVEY, WAVE = "generated", "2024"
BACKGROUND = ("sector", "size")
BATTERIES, ITEMS, OPTIONS, SINGLES = 10, 7, 8, 11
ROUTED = ("battery_9", "battery_10", "options_2")
"""The last questions; only those asked who answered `tried` with yes."""
BLANK_SHARE = 0.03
BROKE_OFF_SHARE = 0.08
MISTAKE_SHARE = 0.00001
TEST_SHARE = 0.001

Variable = dict[str, object]


def places(root: Path) -> Places:
    return Places(SURVEY, WAVE, root)


def write_survey(root: Path, respondents: int) -> None:
    """Everything that the pipeline reads, below `root`, without a design."""
    write_inputs(root, export(respondents), wave_settings(), plan(letters=False))


def write_inputs(
    root: Path, answers: pl.DataFrame, settings: dict[str, object], figures: dict[str, object]
) -> None:
    """An export, the codebook, wave.yml and the figure plan."""
    here = places(root)
    here.raw.mkdir(parents=True)
    here.plan.parent.mkdir(parents=True)
    here.codebook.write_text(yaml.safe_dump(codebook(), sort_keys=False), encoding="utf-8")
    here.wave_settings.write_text(yaml.safe_dump(settings), encoding="utf-8")
    here.plan.write_text(yaml.safe_dump(figures, sort_keys=False), encoding="utf-8")
    answers.write_csv(here.raw / "export.csv")


def wave_settings() -> dict[str, object]:
    return {
        "survey": SURVEY,
        "wave": WAVE,
        "title": {"en": "A generated survey"},
        "fieldwork": {"from": "2024-01-01", "to": "2024-01-31"},
        "demonstration": {"en": "These answers were generated."},
    }


def codebook() -> dict[str, object]:
    return {
        "survey": SURVEY,
        "wave": WAVE,
        "languages": ["en"],
        "columns": {
            "respondent": "id",
            "completed": {"column": "status", "values": ["done"]},
            "test": {"column": "status", "values": ["test"]},
        },
        "variables": dict(variables()),
    }


def variables() -> Iterator[tuple[str, Variable]]:
    """The variables in the order in which they were asked: 100 questions."""
    yield "sector", _single("sector", _categories(4))
    yield "size", _single("size", _categories(5))
    yield "tried", _single("tried", {"yes": _category(1), "no": _category(2)})
    for number in range(1, SINGLES + 1):
        yield f"single_{number}", _single(f"single_{number}", _with_unknown(_categories(4)))
    yield "options_1", _routed("options_1", _multiple("options_1", maximum=3))
    for number in range(1, BATTERIES + 1):
        name = f"battery_{number}"
        yield name, _routed(name, _battery(name))
    yield "options_2", _routed("options_2", _multiple("options_2"))


def _category(code: int, **more: object) -> Variable:
    return {"code": code, "label": {"en": f"Answer {code}"}, **more}


def _categories(count: int) -> Variable:
    return {f"answer_{code}": _category(code) for code in range(1, count + 1)}


def _with_unknown(categories: Variable) -> Variable:
    return {**categories, "unknown": {"code": 9, "label": {"en": "Don't know"}, "missing": True}}


def _question(name: str, type: str, **more: object) -> Variable:
    return {"type": type, "text": {"en": f"{name}?"}, "label": {"en": name}, **more}


def _single(name: str, categories: Variable) -> Variable:
    return _question(name, "single", column=name, categories=categories)


def _battery(name: str) -> Variable:
    return _question(
        name, "battery", items=_items(name, ITEMS), categories=_with_unknown(_categories(5))
    )


def _multiple(name: str, **more: object) -> Variable:
    return _question(name, "multiple", items=_items(name, OPTIONS), **more)


def _items(name: str, count: int) -> Variable:
    return {
        f"item_{number}": {"column": f"{name}_{number}", "label": {"en": f"Item {number}"}}
        for number in range(1, count + 1)
    }


def _routed(name: str, variable: Variable) -> Variable:
    return {**variable, "asked_if": {"tried": ["yes"]}} if name in ROUTED else variable


def plan(letters: bool) -> dict[str, object]:
    """Each question by each background variable; with all pairs of groups compared, or not."""
    return {
        "survey": SURVEY,
        "figures": {
            f"{name}_by_{group}": {"variable": name, "groups": group, "letters": letters}
            for name, _ in variables()
            for group in BACKGROUND
        },
    }


def export(respondents: int) -> pl.DataFrame:
    """One row a respondent: id, status and a column a question, with codes or nothing in it."""
    random = np.random.default_rng(SEED)
    columns = list(_columns())
    reached = np.where(
        random.random(respondents) < BROKE_OFF_SHARE,
        random.integers(3, len(columns), respondents),
        len(columns),
    )
    status = np.where(reached == len(columns), "done", "part")
    status[random.random(respondents) < TEST_SHARE] = "test"
    asked = np.ones(respondents, dtype=bool)
    answers = {}
    for position, (variable, column, codes) in enumerate(columns):
        answer = random.choice(np.array(codes, dtype=np.int16), respondents)
        answer[random.random(respondents) < MISTAKE_SHARE] = 7
        filled = random.random(respondents) >= (0 if variable == "tried" else BLANK_SHARE)
        filled &= reached > position
        filled &= asked if variable in ROUTED else True
        if variable == "tried":
            asked = answer == 1
        answers[column] = pl.Series(answer).set(pl.Series(~filled), None)
    return pl.DataFrame({"id": np.arange(respondents), "status": status, **answers})


def _columns() -> Iterator[tuple[str, str, list[int]]]:
    """Variable, column and the codes in it, in the order in which they were asked."""
    for name, variable in variables():
        if "column" in variable:
            yield name, name, _codes(variable)
            continue
        items = variable["items"]
        assert isinstance(items, dict)
        for item in items.values():
            yield name, item["column"], _codes(variable)


def _codes(variable: Variable) -> list[int]:
    categories = variable.get("categories")
    if isinstance(categories, dict):
        return [category["code"] for category in categories.values()]
    return [0, 0, 0, 0, 0, 0, 0, 1]
