"""No hidden count can be narrowed: attacked by every table that agrees with what is known."""

from collections.abc import Iterator, Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.disclosure.protection import bounds, protected
from pipeline.disclosure.questions import Form, form, system

ANSWERS = ("often", "once", "never")
Table = Mapping[str, tuple[int, ...]]
"""Group -> respondents by answer."""


def counted(table: Table, one: Form) -> int:
    """The respondents that a form counts; everyone where it names no group."""
    groups = dict(one.region).get("kind", frozenset(table))
    return sum(
        n
        for group, counts in table.items()
        for answer, n in zip(ANSWERS, counts, strict=True)
        if group in groups and answer in one.answers
    )


def forms_of(table: Table, sets: list[tuple[str, ...]]) -> tuple[list[Form], list[Form]]:
    """The bases and the shares: in total and by group, of each set of answers."""
    regions = [{"kind": frozenset(table)}, *({"kind": frozenset({one})} for one in table)]
    return (
        [form(region, ANSWERS) for region in regions],
        [form(region, answers) for region in regions for answers in sets],
    )


def every_table(table: Table) -> Iterator[Table]:
    """All tables with these bases."""
    choices = [
        [
            counts
            for counts in product(range(sum(own) + 1), repeat=len(ANSWERS))
            if sum(counts) == sum(own)
        ]
        for own in table.values()
    ]
    for chosen in product(*choices):
        yield dict(zip(table, chosen, strict=True))


def ranges(table: Table, shown: list[Form], hidden: list[Form]) -> dict[Form, int]:
    """How far apart the counts of each hidden form are in the tables that agree with the shown."""
    known = {one: counted(table, one) for one in shown}
    found: dict[Form, list[int]] = {one: [] for one in hidden}
    for other in every_table(table):
        if all(counted(other, one) == n for one, n in known.items()):
            for one in hidden:
                found[one].append(counted(other, one))
    return {one: max(counts) - min(counts) for one, counts in found.items()}


def hidden_of(table: Table, sets: list[tuple[str, ...]], least: int, width: int) -> list[Form]:
    bases, shares = forms_of(table, sets)
    base_of = {base.region: counted(table, base) for base in bases}
    counts = {one: counted(table, one) for one in shares}
    small = [one for one, n in counts.items() if min(n, base_of[one.region] - n) < least]
    of = system([*bases, *shares], ANSWERS)
    return protected(of, {one: counted(table, one) for one in bases}, counts, small, width)


def test_a_small_count_takes_others_of_its_row_and_column_with_it() -> None:
    table = {"club": (1, 20, 30), "house": (25, 20, 15)}
    sets = [(answer,) for answer in ANSWERS]
    hidden = hidden_of(table, sets, least=3, width=5)
    by_group: dict[str, int] = {}
    for one in hidden:
        (group, *more) = dict(one.region)["kind"]
        by_group["total" if more else group] = by_group.get("total" if more else group, 0) + 1
    assert by_group["club"] >= 2
    assert by_group["club"] + by_group.get("house", 0) >= 3
    assert len(hidden) < 9


def test_nothing_else_is_hidden_where_nothing_is_small() -> None:
    table = {"club": (10, 20, 30), "house": (25, 20, 15)}
    assert hidden_of(table, [(answer,) for answer in ANSWERS], least=3, width=5) == []


def test_a_share_and_what_it_leaves_are_one_secret() -> None:
    """Of two answers the one that is not shown is 1 minus the other: fewer than 3 did not."""
    table = {"club": (0, 2, 30), "house": (25, 20, 15)}
    hidden = hidden_of(table, [("never",)], least=3, width=5)
    assert form({"kind": frozenset({"club"})}, ["never"]) in hidden


def test_bounds_are_the_smallest_and_the_largest_count() -> None:
    club, house = ({"kind": frozenset({one})} for one in ("club", "house"))
    both = {"kind": frozenset({"club", "house"})}
    bases = {form(club, ANSWERS): 4, form(house, ANSWERS): 10}
    total = form(both, ["often"])
    secret = form(club, ["often"])
    of = system([*bases, total, secret], ANSWERS)
    assert bounds(of, bases, secret) == (0, 4)
    assert bounds(of, bases | {total: 12}, secret) == (2, 4)
    assert bounds(of, bases | {total: 14}, secret) == (4, 4)


def test_tables_by_different_variables_have_the_same_total() -> None:
    """What the groups of one variable hide, those of another add up to."""
    club, house = (form({"kind": frozenset({one})}, ["often"]) for one in ("club", "house"))
    old, young = (form({"age": frozenset({one})}, ["often"]) for one in ("old", "young"))
    bases = {
        form({name: frozenset(groups)}, ANSWERS): 20
        for name, groups in (
            *(("kind", {one}) for one in ("club", "house")),
            *(("age", {one}) for one in ("old", "young")),
        )
    }
    everyone = {form({}, ANSWERS): 40}
    of = system([*bases, *everyone, club, house, old, young], ANSWERS)
    assert bounds(of, bases | everyone | {house: 6}, club) == (0, 20)
    assert bounds(of, bases | everyone | {house: 6, old: 3, young: 5}, club) == (2, 2)


counts = st.tuples(*[st.integers(0, 4)] * len(ANSWERS))
sets = st.lists(
    st.sampled_from([("often",), ("once",), ("never",), ("often", "once")]),
    min_size=1,
    max_size=4,
    unique=True,
)


@settings(max_examples=60)
@given(table=st.fixed_dictionaries({"club": counts, "house": counts}), sets=sets)
def test_no_hidden_count_of_a_random_table_can_be_narrowed(
    table: Table, sets: list[tuple[str, ...]]
) -> None:
    width = 3
    hidden = hidden_of(table, sets, least=2, width=width)
    _, shares = forms_of(table, sets)
    possible = ranges(table, [], hidden)
    left = ranges(table, [one for one in shares if one not in hidden], hidden)
    for one in hidden:
        assert left[one] >= min(width, possible[one])


def test_the_attack_succeeds_where_only_small_counts_are_hidden() -> None:
    """So that the test above can fail."""
    table = {"club": (1, 3, 4), "house": (4, 2, 3)}
    _, shares = forms_of(table, [(answer,) for answer in ANSWERS])
    small = form({"kind": frozenset({"club"})}, ["often"])
    assert ranges(table, [one for one in shares if one != small], [small]) == {small: 0}
