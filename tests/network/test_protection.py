"""Which figures may be shown: the primary rules, on cases whose answer is known."""

from hypothesis import given
from hypothesis import strategies as st

from network.releases.build import cells_of
from network.releases.protection import Protection, Row, is_dominated, may_be_shown, measure

RULES = Protection()


def rows(*households: int, cents: int = 1000, outcome: str = "granted") -> list[Row]:
    return [Row(h, h * 10, cents, outcome) for h in households]


def test_four_households_are_not_shown_however_many_requests() -> None:
    assert not may_be_shown(rows(1, 1, 2, 2, 3, 3, 4, 4), RULES)


def test_exactly_five_households_are_shown() -> None:
    assert may_be_shown(rows(1, 2, 3, 4, 5), RULES)


def test_a_family_of_six_is_one_household() -> None:
    family = [Row(1, client, 1000, "granted") for client in range(6)]
    assert not may_be_shown(family, RULES)


def test_money_of_one_household_may_not_outweigh_the_rest() -> None:
    small = [Row(h, h, 10, "granted") for h in range(2, 7)]
    assert not may_be_shown([Row(1, 1, 100_000, "granted"), *small], RULES)


def test_requests_of_one_household_may_not_outweigh_the_rest() -> None:
    many = [Row(1, 1, 0, "refused") for _ in range(60)]
    assert not may_be_shown(many + rows(2, 3, 4, 5, cents=0, outcome="refused"), RULES)


def test_the_bound_of_dominance_is_exact() -> None:
    # the others hold exactly 10 % of the largest: not less, so not dominated
    assert not is_dominated([100, 50, 6, 4], 10)
    assert is_dominated([100, 50, 6, 3], 10)


def test_a_group_that_was_all_refused_can_be_shown_when_large_enough() -> None:
    assert may_be_shown(rows(1, 2, 3, 4, 5, cents=0, outcome="refused"), RULES)


def test_outcomes_appear_only_when_each_has_five_households() -> None:
    granted = rows(*range(1, 21))
    partly = rows(*range(21, 27), outcome="partly_granted")
    refused = rows(*range(31, 35), cents=0, outcome="refused")
    assert [cell.table_name for cell in cells_of(granted + partly + refused, RULES)] == ["total"]
    refused += rows(35, cents=0, outcome="refused")
    shown = cells_of(granted + partly + refused, RULES)
    assert [cell.leaf for cell in shown] == ["", "granted", "partly_granted", "refused"]


def test_nothing_at_all_is_shown_of_too_small_a_period() -> None:
    assert cells_of(rows(1, 2, 3, 4), RULES) == []


some_rows = st.lists(
    st.builds(
        Row,
        household_id=st.integers(1, 12),
        client_id=st.integers(1, 30),
        granted_cents=st.integers(0, 20_000),
        outcome=st.sampled_from(["granted", "partly_granted", "refused"]),
    ),
    max_size=60,
)


@given(some_rows)
def test_every_shown_cell_stands_on_five_households(found: list[Row]) -> None:
    for cell in cells_of(found, RULES):
        assert cell.figures.households_n >= 5


@given(some_rows)
def test_shown_outcomes_add_up_to_the_total(found: list[Row]) -> None:
    cells = cells_of(found, RULES)
    if len(cells) > 1:
        assert sum(c.figures.requests_n for c in cells[1:]) == cells[0].figures.requests_n
        assert sum(c.figures.granted_cents for c in cells[1:]) == cells[0].figures.granted_cents


@given(some_rows, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(found: list[Row], random: object) -> None:
    mixed = list(found)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert cells_of(mixed, RULES) == cells_of(found, RULES)
    assert measure(mixed) == measure(found)
