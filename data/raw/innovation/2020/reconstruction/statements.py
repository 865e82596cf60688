"""Answers to the batteries: quality, changes, usual practice, roles and the future."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from . import pinned
from .assigning import in_net, place, scores, spread
from .chance import bell
from .questionnaire import FUTURE_PAGE
from .respondents import Respondents

Answers = dict[str, np.ndarray]
Table = Mapping[object, Sequence[int]]

# What an item is about: items about the same go together within a respondent.
ABOUT = {
    "external": ("more_external_actors", "external_cooperation", "cooperates_externally"),
    "users": ("more_user_involvement", "user_involvement", "involves_users", "adjust_services"),
    "rules": ("rules_helped_focus", "rules"),
    "staff": ("staff_open", "less_fear_of_mistakes", "tries_new_things", "others_can_learn"),
    "across": ("idea_to_action", "cooperation_across", "decision_paths"),
    "digital": ("digital_solutions", "flexible_access", "outreach", "will_continue"),
    "board": ("board_involved", "board_involvement", "centralised"),
    "new": ("new_target_group",),
}
SUBJECT_OF = {item: subject for subject, items in ABOUT.items() for item in items}
SUBJECT_EFFECT = 0.7

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

# Items whose counts are pinned within groups: the table, and what its keys are values of. An
# item whose groups are earlier answers stands after them.
BY_TYPE = ("org_type",)
EXTERNAL, USERS = "changes.more_external_actors", "changes.more_user_involvement"
GROUPED: dict[str, tuple[Table, tuple[str, ...]]] = {
    EXTERNAL: (pinned.MORE_EXTERNAL_ACTORS, BY_TYPE),
    USERS: (pinned.MORE_USER_INVOLVEMENT, ("org_type", EXTERNAL)),
    "innovation_quality.others_can_learn": (pinned.OTHERS_CAN_LEARN, (EXTERNAL, USERS)),
    "changes.rules_helped_focus": (pinned.RULES_HELPED_FOCUS, ("org_type", "size")),
    "changes.board_involved": (pinned.BOARD_INVOLVED, ("size",)),
    "usual_practice.involves_users": (pinned.INVOLVES_USERS, (USERS,)),
    **{
        f"factor_role.{item}": (by_type, BY_TYPE)
        for item, by_type in pinned.FACTOR_ROLE_BY_TYPE.items()
    },
}
UNGROUPED: dict[str, tuple[Table, tuple[str, ...]]] = {
    f"{variable}.{item}": ({(): row}, ())
    for variable, items in {
        "innovation_quality": pinned.INNOVATION_QUALITY,
        "changes": pinned.CHANGES,
        "usual_practice": pinned.USUAL_PRACTICE,
        "factor_role": pinned.FACTOR_ROLE,
    }.items()
    for item, row in items.items()
}


def draw_statements(respondents: Respondents, external: np.ndarray) -> Answers:
    """All batteries, codes by "variable.item" (0 without an answer).

    external tells whose innovations were new external cooperation.
    """
    subjects = _subjects(respondents, external)
    answers: Answers = {}
    for question, (table, grouping) in (GROUPED | UNGROUPED).items():
        item = question.partition(".")[2]
        item_scores = scores(respondents, question, subjects[SUBJECT_OF[item]])
        codes = np.zeros(len(respondents), dtype=int)
        for members, row in _groups(respondents, answers, table, grouping):
            place(codes, members, spread(row, STRONGLY.get(item, USUALLY_STRONGLY)), item_scores)
        answers[question] = codes
    return answers | _future(respondents, subjects)


def _subjects(respondents: Respondents, external: np.ndarray) -> dict[str, np.ndarray]:
    """How each respondent leans on each subject."""
    leaning = {subject: bell(f"about {subject}", len(respondents)) for subject in ABOUT}
    leaning["external"] = leaning["external"] + 0.9 * external
    leaning["board"] = leaning["board"] + 0.5 * (respondents.org_type == pinned.VOLUNTEER)
    return {subject: SUBJECT_EFFECT * value for subject, value in leaning.items()}


def _groups(
    respondents: Respondents, answers: Answers, table: Table, grouping: tuple[str, ...]
) -> Iterator[tuple[np.ndarray, Sequence[int]]]:
    """Each row of a table with the positions of those it is about, among the 582."""
    for key, row in table.items():
        values = key if isinstance(key, tuple) else (key,)
        conditions = [
            in_net(answers[name], value) if name in answers else getattr(respondents, name) == value
            for name, value in zip(grouping, values, strict=True)
        ]
        yield respondents.among_innovators(*conditions), row


def _future(respondents: Respondents, subjects: Mapping[str, np.ndarray]) -> Answers:
    """The future: everybody who saw the page; markedly (5) is the highest."""
    answers: Answers = {}
    for item, counts in pinned.FUTURE_CHANGE.items():
        question = f"future_change.{item}"
        codes = np.zeros(len(respondents), dtype=int)
        place(
            codes,
            np.flatnonzero(respondents.last_page >= FUTURE_PAGE[item]),
            dict(enumerate(counts, start=1)),
            scores(respondents, question, subjects[SUBJECT_OF[item]]),
            best_first=(5, 4, 3, 2, 1),
        )
        answers[question] = codes
    return answers
