"""The answers of 2022: as in 2020 but for a few real changes, and for what was asked anew.

Each question has the distribution of 2020 within the type of organisation, moved where CHANGES says
so and by chance. Who gives which answer follows scores, as in 2020; an organisation that returns
leans the way
it did.
"""

from collections.abc import Mapping

import numpy as np
from reconstruction.assigning import Scores, place, top
from reconstruction.chance import bell, shuffled
from reconstruction.open_answers import open_answers
from reconstruction.questionnaire import page_of
from reconstruction.statements import SUBJECT_EFFECT, SUBJECT_OF

from .earlier import Earlier
from .organisations import ORGANISATIONS, Organisations

NOT_ASKED = -1
GONE = "future_change.centralised"
BATTERIES = ("innovation_quality", "changes", "usual_practice", "factor_role", "future_change")
# How much of everyone moves from the far side of a scale to its near side.
CHANGES = {
    "innovation_quality.will_continue": -0.12,
    "changes.more_external_actors": 0.14,
    "changes.rules_helped_focus": -0.13,
    "factor_role.rules": -0.1,
    "future_change.digital_solutions": -0.2,
    "innovation_type.external_cooperation": 0.1,
}
LEANING = 0.9
"""How strongly an organisation that returns answers as it did."""
OLD_IDEAS = {1: 0.37, 4: 0.15, 2: 0.41, 3: 0.07}
DIGITAL_SERVICES = {1: 0.48, 2: 0.46, 3: 0.06}
OPEN_ANSWERS = 110
PARTNERS = 3


def draw_answers(
    organisations: Organisations, earlier: Earlier
) -> dict[str, list[str] | np.ndarray]:
    """Codes by question (0: blank, -1: not asked or no tick); employees and texts as they are."""
    ticks = _ticks(organisations, earlier)
    external = ticks["innovation_type.external_cooperation"] == 1
    statements = {
        question: _statement(question, organisations, earlier)
        for question in next(iter(earlier.answers.values()), {}) | _every(earlier)
        if question.partition(".")[0] in BATTERIES and question != GONE
    }
    return {
        "org_type": organisations.org_type,
        "employees": organisations.employees,
        "innovated": np.where(organisations.last_page >= 2, organisations.innovated, 0),
        **ticks,
        **_partners(organisations, earlier, external),
        "old_ideas": _by_shares("old_ideas", organisations, OLD_IDEAS, 5, innovators=True),
        **statements,
        "digital_services": _by_shares(
            "digital_services", organisations, DIGITAL_SERVICES, 10, innovators=False
        ),
        "open_innovation": _texts(organisations),
    }


def _every(earlier: Earlier) -> dict[str, int]:
    return {question: 0 for one in earlier.answers.values() for question in one}


def _statement(question: str, organisations: Organisations, earlier: Earlier) -> np.ndarray:
    variable, _, item = question.partition(".")
    future = variable == "future_change"
    asked = organisations.asked(page_of(question), innovators=not future)
    best_first = (5, 4, 3, 2, 1) if future else (1, 2, 3, 4, 5)
    count = len(organisations)
    subject = SUBJECT_EFFECT * bell(f"2022 about {SUBJECT_OF[item]}", count)
    scores = Scores(
        0.7 * organisations.agreeing
        + subject
        + bell(f"2022 {question}", count)
        + LEANING * _leaning(question, organisations, best_first),
        1.2 * organisations.unsure + bell(f"2022 {question} unsure", count),
        organisations.aloof + bell(f"2022 {question} aloof", count),
    )
    codes = np.zeros(count, dtype=int)
    for kind in ORGANISATIONS:
        members = np.flatnonzero(asked & (organisations.org_type == kind))
        known = earlier.distribution(question, kind)
        shares = {code: number / known.total() for code, number in known.items()}
        shares = _moved(shares, best_first, CHANGES.get(question, 0.0))
        shares = _by_chance(shares, f"2022 {question} {kind}", len(members))
        counts = _counts(shares, len(members))
        place(codes, members, counts, scores, best_first)
    return codes


def _leaning(
    question: str, organisations: Organisations, best_first: tuple[int, ...]
) -> np.ndarray:
    """From 1 (answered the best in 2020) to -1; 0 for the others."""
    known = (before.get(question, 0) for before in organisations.before)
    return np.array(
        [1 - best_first.index(code) / 2 if code in best_first else 0.0 for code in known]
    )


def _moved(shares: Mapping[int, float], best_first: tuple[int, ...], by: float) -> dict[int, float]:
    """The shares with `by` moved from the worst three answers to the best two; below 0: back."""
    best, worst = best_first[:2], best_first[2:]
    high = sum(shares.get(code, 0.0) for code in best)
    low = sum(shares.get(code, 0.0) for code in worst)
    return {
        code: share * ((high + by) / high if code in best else (low - by) / low)
        if code in best_first
        else share
        for code, share in shares.items()
    }


def _by_chance(shares: Mapping[int, float], purpose: str, number: int) -> dict[int, float]:
    """The shares as a sample of this size would have them."""
    chance = bell(f"{purpose} by chance", len(shares))
    return {
        code: max(0.0, share + float(one) * (share * (1 - share) / number) ** 0.5)
        for one, (code, share) in zip(chance, sorted(shares.items()), strict=True)
    }


def _counts(shares: Mapping[int, float], number: int) -> dict[int, int]:
    """Whole numbers in these shares that add up."""
    codes = sorted(shares)
    ends = np.cumsum([shares[code] for code in codes]) / sum(shares.values()) * number
    edges = [0, *(int(end + 0.5) for end in ends)]
    edges[-1] = number
    return {code: edges[place + 1] - edges[place] for place, code in enumerate(codes)}


def _by_shares(
    question: str,
    organisations: Organisations,
    shares: Mapping[int, float],
    page: int,
    innovators: bool,
) -> np.ndarray:
    """A question of its own: these shares of those asked, by chance and by leaning."""
    codes = np.zeros(len(organisations), dtype=int)
    rest = np.flatnonzero(organisations.asked(page, innovators))
    score = 0.3 * organisations.agreeing + bell(f"2022 {question}", len(organisations))
    for code, number in _counts(shares, len(rest)).items():
        chosen, rest = top(rest, score, number)
        codes[chosen] = code
    return codes


def _ticks(organisations: Organisations, earlier: Earlier) -> dict[str, np.ndarray]:
    """Types of innovations: 1, 0, or not asked."""
    asked = organisations.asked(3, innovators=True)
    questions = [name for name in _every(earlier) if name.startswith("innovation_type.")]
    return {
        question: _ticked(question, organisations, earlier, asked, CHANGES.get(question, 0.0))
        for question in questions
    }


def _partners(
    organisations: Organisations, earlier: Earlier, external: np.ndarray
) -> dict[str, np.ndarray]:
    """New partners of those with new cooperation; nobody ticks more than three."""
    asked = organisations.asked(4, innovators=True) & external
    questions = [name for name in _every(earlier) if name.startswith("new_partners.")]
    ticks = {
        question: _ticked(question, organisations, earlier, asked, 0.0) for question in questions
    }
    for number in np.flatnonzero(asked):
        ticked = [question for question in questions if ticks[question][number] == 1]
        for question in shuffled(f"2022 too many {number}", ticked)[PARTNERS:]:
            ticks[question][number] = 0
    return ticks


def _ticked(
    question: str, organisations: Organisations, earlier: Earlier, asked: np.ndarray, more: float
) -> np.ndarray:
    ticks = np.where(asked, 0, NOT_ASKED)
    score = 0.4 * organisations.agreeing + bell(f"2022 {question}", len(organisations))
    score = score + np.array([0.8 * (one.get(question) == 1) for one in organisations.before])
    for kind in ORGANISATIONS:
        members = np.flatnonzero(asked & (organisations.org_type == kind))
        known = earlier.distribution(question, kind)
        share = known[1] / known.total() + more
        shares = _by_chance({0: 1 - share, 1: share}, f"2022 {question} {kind}", len(members))
        ticks[top(members, score, _counts(shares, len(members))[1])[0]] = 1
    return ticks


def _texts(organisations: Organisations) -> list[str]:
    """Open answers of some; put together from the same invented halves as in 2020."""
    texts = [""] * len(organisations)
    writers = shuffled(
        "2022 writers", list(np.flatnonzero(organisations.asked(4, innovators=True)))
    )
    answers = shuffled("2022 answers", list(open_answers()))
    for place_, text in zip(writers[:OPEN_ANSWERS], answers, strict=False):
        texts[place_] = text
    return texts
