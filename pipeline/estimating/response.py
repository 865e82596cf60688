"""Who was invited, responded and completed."""

import polars as pl

from pipeline.codebooks.codebook import Codebook
from pipeline.planning.plan import RESPONSE, RESPONSE_COUNTS, Plan
from pipeline.results import EVERYONE


def response_estimates(plan: Plan, codebook: Codebook, response: pl.DataFrame) -> pl.DataFrame:
    """Counts of those invited, who responded and who completed, and the two rates.

    A rate has no margin: it is of everyone who was invited, or of everyone who responded.
    """
    group_orders = {
        (variable.name, category): group_order
        for variable in codebook.variables.values()
        for group_order, category in enumerate(variable.categories, start=1)
    }
    rows = []
    for order, (name, figure) in enumerate(plan.figures.items()):
        if figure.variable != RESPONSE:
            continue
        for line in response.iter_rows(named=True):
            if line["category"] != EVERYONE and figure.groups != line["variable"]:
                continue
            for kind, category, value, base in _response_values(line):
                rows.append(
                    {
                        "figure": name,
                        "figure_order": order,
                        "item_order": 0,
                        "group_order": group_orders.get((line["variable"], line["category"]), 0),
                        "category_order": RESPONSE_COUNTS.index(category),
                        "variable": RESPONSE,
                        "item": "",
                        "group_variable": line["variable"],
                        "group": line["category"],
                        "statistic": kind,
                        "category": category,
                        "estimate": value,
                        "base_n": base,
                        "figure_n": response.filter(category=EVERYONE)["responded"][0],
                    }
                )
    return pl.DataFrame(rows, infer_schema_length=None)


def _response_values(line: dict[str, object]) -> list[tuple[str, str, float, int]]:
    """What is known: without a frame nobody knows how many were invited."""
    known = {name: int(str(line[name])) for name in RESPONSE_COUNTS if line[name] is not None}
    bases = {
        "invited": known.get("invited"),
        "responded": known.get("invited"),
        "completed": known["responded"],
    }
    counts = [
        ("count", name, float(count), count if (base := bases[name]) is None else base)
        for name, count in known.items()
    ]
    rates = [
        ("rate", name, known[name] / base, base)
        for name in ("responded", "completed")
        if name in known and (base := bases[name])
    ]
    return counts + rates
