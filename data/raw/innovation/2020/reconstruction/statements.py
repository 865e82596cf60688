"""Answers to the batteries: quality, changes, usual practice, roles and the future."""

from collections.abc import Mapping

import numpy as np

from . import pinned
from .assigning import in_net, place, scores, spread
from .chance import bell
from .respondents import Respondents

Answers = dict[str, np.ndarray]

# Shares of strongly agree among agree, and of strongly disagree among disagree, by item.
STRONGLY = {
    "adjust_services": (0.34, 0.25),
    "will_continue": (0.41, 0.2),
    "idea_to_action": (0.45, 0.2),
    "staff_open": (0.4, 0.15),
    "centralised": (0.38, 0.25),
    "board_involved": (0.25, 0.4),
    "digital_solutions": (0.42, 0.3),
    "involves_users": (0.35, 0.12),
}
USUALLY_STRONGLY = (0.3, 0.3)
OTHERS = ("agree", "disagree", "other")


def draw_statements(respondents: Respondents, external: np.ndarray) -> Answers:
    """All batteries; external tells whose innovations were new external cooperation."""
    count = len(respondents)
    subjects = {
        "external": bell("about external", count) + 0.9 * external,
        "users": bell("about users", count),
        "rules": bell("about rules", count),
        "staff": bell("about staff", count),
        "across": bell("about across", count),
        "digital": bell("about digital", count),
        "board": bell("about board", count) - 0.5 * (respondents.org_type == pinned.SOCIAL_SERVICE),
    }
    draw = _Draw(respondents, {name: 0.7 * value for name, value in subjects.items()})
    draw.changes_and_quality()
    draw.usual_practice()
    draw.factor_role()
    draw.future_change()
    return draw.answers


SUBJECT_OF = {
    "more_external_actors": "external",
    "external_cooperation": "external",
    "cooperates_externally": "external",
    "more_user_involvement": "users",
    "user_involvement": "users",
    "involves_users": "users",
    "adjust_services": "users",
    "rules_helped_focus": "rules",
    "rules": "rules",
    "staff_open": "staff",
    "less_fear_of_mistakes": "staff",
    "tries_new_things": "staff",
    "others_can_learn": "staff",
    "idea_to_action": "across",
    "cooperation_across": "across",
    "decision_paths": "across",
    "digital_solutions": "digital",
    "flexible_access": "digital",
    "outreach": "digital",
    "will_continue": "digital",
    "board_involved": "board",
    "board_involvement": "board",
    "centralised": "board",
}


class _Draw:
    """The batteries one after another, since later ones are drawn within earlier answers."""

    def __init__(self, respondents: Respondents, subjects: Mapping[str, np.ndarray]) -> None:
        self.respondents = respondents
        self.subjects = subjects
        self.answers: Answers = {}

    def fill(
        self, variable: str, item: str, rows: list[tuple[np.ndarray, tuple[int, ...]]]
    ) -> None:
        """Draw an item: each row of counts among its members."""
        subject = self.subjects.get(SUBJECT_OF.get(item, ""), 0.0)
        item_scores = scores(self.respondents, f"{variable}.{item}", subject)
        answers = np.zeros(len(self.respondents), dtype=int)
        for members, row in rows:
            place(answers, members, spread(row, STRONGLY.get(item, USUALLY_STRONGLY)), item_scores)
        self.answers[f"{variable}.{item}"] = answers

    def everybody(self, variable: str, table: Mapping[str, tuple[int, ...]]) -> None:
        for item, row in table.items():
            self.fill(variable, item, [(self.respondents.innovators, row)])

    def changes_and_quality(self) -> None:
        who, among = self.respondents, self.respondents.among_innovators
        rows = [
            (among(who.org_type == kind), row) for kind, row in pinned.MORE_EXTERNAL_ACTORS.items()
        ]
        self.fill("changes", "more_external_actors", rows)
        external = self.answers["changes.more_external_actors"]
        rows = [
            (among(who.org_type == kind, in_net(external, net)), row)
            for (kind, net), row in pinned.MORE_USER_INVOLVEMENT.items()
        ]
        self.fill("changes", "more_user_involvement", rows)
        users = self.answers["changes.more_user_involvement"]
        rows = [
            (among(in_net(external, first), in_net(users, second)), row)
            for (first, second), row in pinned.OTHERS_CAN_LEARN.items()
        ]
        self.fill("innovation_quality", "others_can_learn", rows)
        self.everybody("innovation_quality", pinned.INNOVATION_QUALITY)
        rows = [
            (among(who.org_type == kind, who.size == size), row)
            for (kind, size), row in pinned.RULES_HELPED_FOCUS.items()
        ]
        self.fill("changes", "rules_helped_focus", rows)
        rows = [(among(who.size == size), row) for size, row in pinned.BOARD_INVOLVED.items()]
        self.fill("changes", "board_involved", rows)
        self.everybody("changes", pinned.CHANGES)

    def usual_practice(self) -> None:
        users = self.answers["changes.more_user_involvement"]
        among = self.respondents.among_innovators
        rows = [(among(in_net(users, net)), row) for net, row in pinned.INVOLVES_USERS.items()]
        self.fill("usual_practice", "involves_users", rows)
        self.everybody("usual_practice", pinned.USUAL_PRACTICE)

    def factor_role(self) -> None:
        who, among = self.respondents, self.respondents.among_innovators
        for item, by_type in pinned.FACTOR_ROLE_BY_TYPE.items():
            rows = [(among(who.org_type == kind), row) for kind, row in by_type.items()]
            self.fill("factor_role", item, rows)
        self.everybody("factor_role", pinned.FACTOR_ROLE)

    def future_change(self) -> None:
        """The future: everybody who saw the page; counts by code, markedly is the highest."""
        for item, counts in pinned.FUTURE_CHANGE.items():
            members = np.flatnonzero(self.respondents.last_page >= FUTURE_PAGE[item])
            item_scores = scores(
                self.respondents,
                f"future_change.{item}",
                self.subjects.get(SUBJECT_OF.get(item, ""), 0.0),
            )
            answers = np.zeros(len(self.respondents), dtype=int)
            by_code = dict(enumerate(counts, start=1))
            place(answers, members, by_code, item_scores, best_first=(5, 4, 3, 2, 1))
            self.answers[f"future_change.{item}"] = answers


FUTURE_PAGE = {
    item: 9
    if item
    in (
        "digital_solutions",
        "external_cooperation",
        "cooperation_across",
        "user_involvement",
        "staff_open",
        "idea_to_action",
    )
    else 10
    for item in pinned.FUTURE_CHANGE
}
