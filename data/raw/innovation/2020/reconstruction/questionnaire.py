"""Which page of the questionnaire shows what, and the column of each question."""

from collections.abc import Mapping
from typing import Any

LAST_PAGE = 10
PAGES = {
    "org_type": 1,
    "employees": 1,
    "innovated": 2,
    "innovation_type": 3,
    "open_innovation": 4,
    "new_partners": 4,
    "old_ideas": 5,
    "innovation_quality": 5,
    "changes": 6,
    "usual_practice": 7,
    "factor_role": 8,
}
# The future takes two pages.
FUTURE_PAGE = {
    "digital_solutions": 9,
    "external_cooperation": 9,
    "cooperation_across": 9,
    "user_involvement": 9,
    "staff_open": 9,
    "idea_to_action": 9,
    "flexible_access": 10,
    "outreach": 10,
    "less_fear_of_mistakes": 10,
    "board_involvement": 10,
    "centralised": 10,
    "new_target_group": 10,
}


def page_of(question: str) -> int:
    """The page that shows a question, "variable" or "variable.item"."""
    variable, _, item = question.partition(".")
    return FUTURE_PAGE[item] if variable == "future_change" else PAGES[variable]


def question_columns(codebook: Mapping[str, Any]) -> dict[str, str]:
    """Column by "variable" or "variable.item", in the order of the questionnaire."""
    columns = {}
    for name, variable in codebook["variables"].items():
        if "column" in variable:
            columns[name] = variable["column"]
        elif variable["type"] in ("battery", "multiple"):
            items = variable["items"].items()
            columns.update({f"{name}.{item}": entry["column"] for item, entry in items})
    return columns
