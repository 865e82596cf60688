"""The demonstration wave of 2020 gives every published number, counted without the pipeline.

Only the csv module and plain Python: the export is read, the rules for accepting rows and values
are applied as a person would write them down, and each row of the published numbers is compared.
"""

import csv
import math
import shutil
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest

WAVE = Path(__file__).parents[1] / "data" / "raw" / "innovation" / "2020"
PUBLISHED = Path(__file__).parent / "published" / "innovation-2020.csv"

Row = dict[str, str]
Published = dict[str, str]

STATEMENTS = {
    "innovation_quality": (
        "s_8",
        ["adjust_services", "new_target_group", "will_continue", "others_can_learn"],
    ),
    "changes": (
        "s_9",
        [
            "more_external_actors",
            "more_user_involvement",
            "rules_helped_focus",
            "idea_to_action",
            "staff_open",
            "less_fear_of_mistakes",
            "cooperation_across",
            "centralised",
            "board_involved",
        ],
    ),
    "factor_role": (
        "s_11",
        [
            "rules",
            "external_cooperation",
            "user_involvement",
            "staff_open",
            "cooperation_across",
            "decision_paths",
            "digital_solutions",
            "board_involvement",
        ],
    ),
    "future_change": (
        "s_12",
        [
            "digital_solutions",
            "external_cooperation",
            "cooperation_across",
            "user_involvement",
            "staff_open",
            "idea_to_action",
            "flexible_access",
            "outreach",
            "less_fear_of_mistakes",
            "board_involvement",
            "centralised",
            "new_target_group",
        ],
    ),
    "innovation_type": (
        "s_4",
        [
            "outreach",
            "external_cooperation",
            "internal_cooperation",
            "new_services",
            "flexible_access",
        ],
    ),
    "new_partners": (
        "s_6",
        [
            "municipal",
            "regional",
            "state",
            "social_service",
            "social_association",
            "other_association",
            "foundation",
            "private_company",
            "education",
            "informal_network",
            "individual_volunteers",
        ],
    ),
}
COLUMNS = {
    (variable, item): f"{stem}_{number}"
    for variable, (stem, items) in STATEMENTS.items()
    for number, item in enumerate(items, start=1)
} | {("innovated", ""): "s_3", ("old_ideas", ""): "s_7"}
CODES = {"s_1": "12", "s_3": "12", "s_4": "01", "s_6": "01", "s_7": "123", "s_8": "123456"}
ALL_CODES = "1234567"
TEXTS = ("s_5",)
PARTNERS = [f"s_6_{number}" for number in range(1, 12)]

NETS = {
    "agree": "12",
    "neither": "3",
    "disagree": "45",
    "dont_know": "6",
    "not_relevant": "7",
    "contributed": "12",
    "challenge": "45",
}
TYPES = {"1": "social_service", "2": "volunteer"}

# Upper 5 per cent points of the chi-squared distribution, from printed tables.
CRITICAL = {
    1: 3.841,
    2: 5.991,
    3: 7.815,
    4: 9.488,
    5: 11.070,
    6: 12.592,
    8: 15.507,
    10: 18.307,
    12: 21.026,
}

# Printed numbers that contradict the rest, and what holds instead.
CONSISTENT = {
    ("responded", "volunteer", "236"): 235,
    ("completed", "social_service", "417"): 517,
    ("not_relevant", "social_service", "3.5"): 3.0,
    ("not_relevant", "volunteer", "3"): 3.5,
}
MAXIMUM_OVER_FIGURE = ("fig-02", "fig-03", "fig-04", "fig-14", "fig-15")
NOT_RELEVANT_LEFT_OUT = ("fig-05", "fig-16")
INVITED = {"social_service": 1762, "volunteer": 542}


# Rows of the export


@cache
def received() -> tuple[list[Row], dict[str, int]]:
    """Accepted rows, and how many rows were left out for which reason."""
    with (WAVE / "dataset.csv").open(encoding="cp1252", newline="") as file:
        header, *lines = csv.reader(file, delimiter=";")
    rejected: Counter[str] = Counter(broken=sum(len(line) != len(header) for line in lines))
    kept: dict[str, Row] = {}
    for line in lines:
        row = dict(zip(header, line, strict=False))
        if len(line) != len(header):
            continue
        if row["distribution"] == "test":
            rejected["test"] += 1
        elif not any(row[column] for column in header if column.startswith("s_")):
            rejected["nothing answered"] += 1
        else:
            before = kept.get(row["respondent"])
            rejected["double"] += before is not None
            if before is None or row["stato_4"] == "1" or before["stato_4"] == "0":
                kept[row["respondent"]] = row
    return list(kept.values()), rejected


def accepted() -> list[Row]:
    return received()[0]


def answer(row: Row, column: str) -> str:
    """The code in a cell; "" where it is blank, unknown, or the question was not asked."""
    stem = "_".join(column.split("_")[:2])
    if row[column] not in tuple(CODES.get(stem, ALL_CODES)):
        return ""
    asked_of_innovators = int(stem.split("_")[1]) in range(4, 12)
    if asked_of_innovators and row["s_3"] != "1":
        return ""
    if stem == "s_6" and (row["s_4_2"] != "1" or sum(row[tick] == "1" for tick in PARTNERS) > 3):
        return ""
    return row[column]


def net(code: str, column: str) -> str:
    """Code to net, for the statements; other codes are their own net."""
    if column.startswith(("s_8", "s_9", "s_10", "s_11")):
        return next(
            name
            for name in ("agree", "neither", "disagree", "dont_know", "not_relevant")
            if code in NETS[name]
        )
    return code


def size(row: Row) -> str:
    employees = int(row["s_2"])
    return "small" if employees < 10 else "medium" if employees <= 50 else "large"


def by_net(column: str, names: dict[str, str]) -> Callable[[Row], str]:
    return lambda row: (
        names.get(net(answer(row, column), column), "") if answer(row, column) else ""
    )


GROUPS: dict[str, Callable[[Row], str]] = {
    "": lambda row: "all",
    "org_type": lambda row: TYPES[row["s_1"]],
    "size": size,
    "org_type*size": lambda row: f"{TYPES[row['s_1']]}*{size(row)}",
    "external_cooperation_change": by_net("s_9_1", {"agree": "more", "disagree": "not_more"}),
    "user_involvement_change": by_net("s_9_2", {"agree": "more", "disagree": "not_more"}),
    "usual_user_involvement": by_net("s_10_1", {"agree": "good", "disagree": "not_good"}),
}


# What a published row says, counted


def published() -> list[Published]:
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def counts(row: Published) -> dict[str, Counter[str]]:
    """Answers by code in each group of a published row's figure."""
    left_out = "7" if row["figure"] in NOT_RELEVANT_LEFT_OUT and row["statistic"] == "share" else ""
    group_of = GROUPS[row["group_variable"]]
    if row["figure"] == "fig-06":
        return ticks(group_of)
    column = COLUMNS[row["variable"], row["item"]]
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for respondent in accepted():
        code = answer(respondent, column)
        if code and code != left_out and (group := group_of(respondent)):
            table[group][code] += 1
    return table


def ticks(group_of: Callable[[Row], str]) -> dict[str, Counter[str]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for respondent in accepted():
        for column in PARTNERS:
            table[group_of(respondent)][column] += answer(respondent, column) == "1"
    return table


def codes(row: Published) -> Iterable[str]:
    """The codes that a published row's category stands for."""
    if row["figure"] == "fig-06":
        return [COLUMNS["new_partners", row["item"]]]
    if row["category"] in ("yes", "no"):
        return "1" if row["category"] == "yes" else "2"
    if row["variable"] == "old_ideas":
        return "3"
    return NETS[row["category"]]


def share(row: Published) -> tuple[float, int]:
    """The share of a published row and its own base."""
    group = counts(row)[row["group"]]
    return sum(group[code] for code in codes(row)) / group.total(), group.total()


def margin(row: Published) -> float:
    value, base = share(row)
    return 196 * math.sqrt(value * (1 - value) / base)


def rounded(value: float) -> int:
    return math.floor(value + 0.5 + 1e-9)


def chi_squared_is_significant(groups: list[Counter[str]]) -> bool:
    """Pearson's test of independence, all answers that occur, level 0.05."""
    answers = sorted(set().union(*groups))
    answers = [code for code in answers if any(group[code] for group in groups)]
    total = sum(group.total() for group in groups)
    statistic = 0.0
    for code in answers:
        column_total = sum(group[code] for group in groups)
        for group in groups:
            expected = column_total * group.total() / total
            statistic += (group[code] - expected) ** 2 / expected
    return statistic > CRITICAL[(len(groups) - 1) * (len(answers) - 1)]


def named(rows: list[Published]) -> list:
    return [
        pytest.param(
            row,
            id="-".join(filter(None, (row["figure"], row["item"], row["group"], row["category"]))),
        )
        for row in rows
    ]


def is_share(row: Published) -> bool:
    return row["statistic"].startswith("share")


SHARES = [row for row in published() if is_share(row)]


# Tests


@pytest.mark.parametrize("row", named(SHARES))
def test_share(row: Published) -> None:
    value, _ = share(row)
    expected = CONSISTENT.get((row["category"], row["group"], row["value"]))
    if expected is None:
        assert rounded(100 * value) == int(row["value"])
    else:
        assert rounded(1000 * value) / 10 == expected


@pytest.mark.parametrize("row", named(SHARES))
def test_base(row: Published) -> None:
    assert sum(group.total() for group in counts(row).values()) == int(row["base_n"])


@pytest.mark.parametrize("row", named([row for row in SHARES if row["margin_pp"]]))
def test_margin(row: Published) -> None:
    same_figure = [other for other in SHARES if other["figure"] == row["figure"]]
    if row["figure"] in MAXIMUM_OVER_FIGURE:
        largest = max(margin(other) for other in same_figure)
    elif row["figure"] == "fig-12":
        kind = row["group"].split("*")[0]
        largest = max(
            margin({**row, "group": f"{kind}*{name}"}) for name in ("small", "medium", "large")
        )
    else:
        largest = margin(row)
    assert rounded(largest) == int(row["margin_pp"])


@pytest.mark.parametrize("merge", [False, True], ids=["categories", "nets"])
@pytest.mark.parametrize("row", named([row for row in SHARES if row["significant"]]))
def test_significance(row: Published, merge: bool) -> None:
    table = counts(row)
    if row["figure"] == "fig-12":
        kind = row["group"].split("*")[0]
        table = {name: group for name, group in table.items() if name.startswith(kind)}
    groups = list(table.values())
    if merge and row["figure"] not in ("fig-01", "fig-06"):
        column = COLUMNS[row["variable"], row["item"]]
        groups = [Counter(net(code, column) for code in group.elements()) for group in groups]
    assert chi_squared_is_significant(groups) == (row["significant"] == "yes")


@pytest.mark.parametrize("row", named([row for row in published() if row["figure"] == "table-1"]))
def test_response(row: Published) -> None:
    kinds = [row["group"]] if row["group_variable"] else list(INVITED)
    rows = [respondent for respondent in accepted() if TYPES[respondent["s_1"]] in kinds]
    number = {
        "invited": sum(INVITED[kind] for kind in kinds),
        "responded": len(rows),
        "completed": sum(respondent["stato_4"] == "1" for respondent in rows),
    }
    of = {"responded": "invited", "completed": "responded"}
    if row["statistic"] == "count":
        key = (row["category"], row["group"], row["value"])
        assert number[row["category"]] == CONSISTENT.get(key, int(row["value"]))
    else:
        base = number[of[row["category"]]]
        assert rounded(100 * number[row["category"]] / base) == int(row["value"])
        assert base == (235 if row["base_n"] == "236" else int(row["base_n"]))


def test_future_ranks_bases_and_margins() -> None:
    answers = {
        item: [
            int(code)
            for row in accepted()
            if (code := answer(row, COLUMNS["future_change", item])) in tuple("12345")
        ]
        for item in STATEMENTS["future_change"][1]
    }
    means = {item: sum(values) / len(values) for item, values in answers.items()}
    ranked = sorted(means, key=lambda item: -means[item])
    for row in published():
        if row["figure"] == "fig-17":
            assert ranked.index(row["item"]) + 1 == int(row["value"])
    assert len(ranked) >= 10 and len({round(mean, 2) for mean in means.values()}) == len(ranked)
    assert (min(map(len, answers.values())), max(map(len, answers.values()))) == (442, 696)
    for item, values in answers.items():
        variance = sum((value - means[item]) ** 2 for value in values) / (len(values) - 1)
        assert 1.96 * math.sqrt(variance / len(values)) <= 0.1


def test_three_factors_contributed_most() -> None:
    def contributed(item: str) -> int:
        return sum(answer(row, COLUMNS["factor_role", item]) in ("1", "2") for row in accepted())

    items = sorted(STATEMENTS["factor_role"][1], key=contributed, reverse=True)
    assert items[:3] == ["staff_open", "cooperation_across", "decision_paths"]


def test_every_published_row_is_tested() -> None:
    others = [row["figure"] for row in published() if not is_share(row)]
    assert Counter(others) == {"table-1": 15, "fig-17": 4, "ill-1": 1}


def test_open_answers() -> None:
    texts = [row["s_5"] for row in accepted() if row["s_5"]]
    assert len(texts) == len(set(texts)) == 109


def codings() -> list[Row]:
    """The file of codes as it stands."""
    with (WAVE / "open_innovation_codes.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def test_every_open_answer_is_coded_and_some_of_them_by_two() -> None:
    answers = {row["respondent"]: row["s_5"] for row in accepted() if row["s_5"]}
    coded = {coder: [row for row in codings() if row["coder"] == coder] for coder in CODERS}
    assert sum(map(len, coded.values())) == len(codings())
    assert sorted(row["respondent"] for row in coded["koder_1"]) == sorted(answers)
    assert len({row["respondent"] for row in coded["koder_2"]} & answers.keys()) == 60
    assert all(row["answer"].removeprefix("'") == answers[row["respondent"]] for row in codings())


def test_some_open_answers_have_two_themes() -> None:
    first = [row["themes"].split(" + ") for row in codings() if row["coder"] == "koder_1"]
    assert Counter(map(len, first)) == {1: 79, 2: 30}
    assert len({theme for themes in first for theme in themes}) == 8
    assert {row["released"] for row in codings()} == {"yes", "no"}


CODERS = ("koder_1", "koder_2")


def test_rows_left_out() -> None:
    rows, rejected = received()
    assert len(rows) == 903
    assert rejected == {"broken": 3, "test": 5, "nothing answered": 6, "double": 9}


def test_innovators_answer_everything_and_the_others_nothing_about_innovations() -> None:
    about = [
        f"{stem}_{number}"
        for stem, last in (("s_8", 4), ("s_9", 9), ("s_10", 3), ("s_11", 8))
        for number in range(1, last + 1)
    ]
    answered = Counter(sum(bool(answer(row, column)) for column in about) for row in accepted())
    assert answered == {len(about): 582, 0: 903 - 582}


def test_a_respondent_who_agrees_once_agrees_more_often() -> None:
    """The items for which nothing is pinned but a total correlate within respondents."""
    columns = [
        COLUMNS["changes", item]
        for item in ("idea_to_action", "staff_open", "less_fear_of_mistakes", "centralised")
    ]
    for first in columns:
        for second in columns[: columns.index(first)]:
            pairs = [
                (int(row[first]), int(row[second]))
                for row in accepted()
                if row[first] in tuple("12345") and row[second] in tuple("12345")
            ]
            assert correlation(pairs) > 0.15


def correlation(pairs: list[tuple[int, int]]) -> float:
    means = [sum(values) / len(pairs) for values in zip(*pairs, strict=True)]
    products = sum((x - means[0]) * (y - means[1]) for x, y in pairs)
    squares = [sum((pair[part] - means[part]) ** 2 for pair in pairs) for part in (0, 1)]
    return products / math.sqrt(squares[0] * squares[1])


def test_contacts_are_invented() -> None:
    for row in accepted():
        assert row["email"].endswith((".example.org", ".invalid"))


def test_times_lie_in_the_fieldwork() -> None:
    for row in accepted():
        assert "2020-06-11" <= row["created"] < row["modified"] < "2020-06-30"


def test_running_the_script_writes_the_same_bytes(tmp_path: Path) -> None:
    copy = shutil.copytree(
        WAVE, tmp_path / "2020", ignore=shutil.ignore_patterns("*.csv", "__pycache__")
    )
    subprocess.run([sys.executable, str(copy / "reconstruct.py")], check=True)
    for name in ("dataset.csv", "structure.csv", "labels.csv", "open_innovation_codes.csv"):
        assert (copy / name).read_bytes() == (WAVE / name).read_bytes()
