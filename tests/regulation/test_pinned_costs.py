"""Cases that pin which cost is covered, and when one may ask; the figures come from published rules."""

import datetime as dt

import pytest

from regulation.findings.assessment import Kind, Outcome
from regulation.judge.assess import assess
from regulation.vocabulary.blocks import Bounds, Lasting, When, YearDay
from regulation.vocabulary.limits import Cover, Deadline, OutsideTown, Window
from regulation.vocabulary.rules import Decide, Exclusive
from tests.regulation.build import DAY, facts, percent, rules


@pytest.mark.parametrize(
    ("cover", "more", "kind"),
    [
        (Cover(lasting=Lasting.LASTING), {"lasting": False}, Kind.NOT_COVERED),
        (Cover(lasting=Lasting.ONE_OFF), {"lasting": True}, Kind.NOT_COVERED),
        (Cover(recognised=True), {"provider_recognised": False}, Kind.WRONG_PROVIDER),
        (
            Cover(provider_types=frozenset({"school"})),
            {"provider_type": "library"},
            Kind.WRONG_PROVIDER,
        ),
        (Cover(outside_town=OutsideTown.NO), {"provider_local": False}, Kind.OUTSIDE_TOWN),
        (
            Cover(outside_town=OutsideTown.IF_NOT_OFFERED_HERE),
            {"provider_local": False, "offered_in_town": True},
            Kind.OUTSIDE_TOWN,
        ),
        (Cover(when=When(age=Bounds(lt=18))), {}, Kind.NOT_COVERED),
    ],
)
def test_a_cost_that_is_not_covered(cover: Cover, more: dict[str, object], kind: Kind) -> None:
    result = assess(rules(percent("100"), covers=(cover,)), facts(1_000, **more), ())
    assert [line.kind for line in result.reasons] == [kind]


@pytest.mark.parametrize(
    ("cover", "more", "fact"),
    [
        (Cover(lasting=Lasting.LASTING), {"lasting": True}, "lasting"),
        (Cover(lasting=Lasting.ONE_OFF), {"lasting": False}, "lasting"),
        (Cover(recognised=True), {"provider_recognised": True}, "provider_recognised"),
        (Cover(provider_types=frozenset({"school"})), {"provider_type": "school"}, "provider_type"),
        (Cover(outside_town=OutsideTown.NO), {"provider_local": True}, "provider_local"),
        (
            Cover(outside_town=OutsideTown.IF_NOT_OFFERED_HERE),
            {"provider_local": False, "offered_in_town": False},
            "provider_local",
        ),
    ],
)
def test_a_cost_that_is_covered_and_the_fact_that_tells(
    cover: Cover, more: dict[str, object], fact: str
) -> None:
    rule = rules(percent("100"), covers=(cover, cover))
    assert assess(rule, facts(1_000, **more), ()).amount_cents == 1_000
    assert assess(rule, facts(1_000), ()).missing == (fact,)


def test_outside_town_asks_whether_it_is_offered_here() -> None:
    cover = Cover(outside_town=OutsideTown.IF_NOT_OFFERED_HERE)
    asked = facts(1_000, provider_local=False)
    result = assess(rules(percent("100"), covers=(cover,)), asked, ())
    assert result.missing == ("offered_in_town",)


@pytest.mark.parametrize(
    ("window", "outcome"),
    [
        (Window(from_on=DAY, until_on=DAY), Outcome.GRANTED),
        (Window(from_on=DAY + dt.timedelta(days=1)), Outcome.NOT),
        (Window(until_on=DAY - dt.timedelta(days=1)), Outcome.NOT),
        (Window(this_year=True), Outcome.GRANTED),
    ],
)
def test_the_window_of_a_temporary_scheme(window: Window, outcome: Outcome) -> None:
    assert assess(rules(percent("100"), window=window), facts(1_000), ()).outcome is outcome


def test_no_costs_of_an_earlier_year() -> None:
    rule = rules(percent("100"), window=Window(this_year=True))
    last_year = facts(1_000, cost_on=dt.date(2025, 12, 31), requested_on=dt.date(2026, 1, 1))
    assert assess(rule, last_year, ()).reasons[0].kind is Kind.OUT_OF_WINDOW
    assert assess(rule, facts(1_000, requested_on=None), ()).missing == ("requested_on",)
    work_year = Window(this_year=True, year_starts=YearDay(month=11, day=16))
    assert assess(rules(percent("100"), window=work_year), last_year, ()).amount_cents == 1_000


@pytest.mark.parametrize(
    ("deadline", "last"),
    [
        (Deadline(within_days=30), dt.date(2026, 7, 15)),
        (Deadline(within_months=3), dt.date(2026, 9, 15)),
        (Deadline(on=dt.date(2026, 7, 31), before=True), dt.date(2026, 7, 30)),
        (
            Deadline(month=11, day=15, year_starts=YearDay(month=11, day=16)),
            dt.date(2026, 11, 15),
        ),
        (Deadline(open="?"), None),
    ],
)
def test_the_last_day_to_ask(deadline: Deadline, last: dt.date | None) -> None:
    rule = rules(percent("100"), deadline=deadline)
    assert assess(rule, facts(1_000), ()).latest_on == last
    if last:
        late = facts(1_000, requested_on=last + dt.timedelta(days=1))
        assert assess(rule, late, ()).reasons[0].kind is Kind.TOO_LATE
        assert assess(rule, facts(1_000, requested_on=last), ()).amount_cents == 1_000


def test_what_does_not_go_together() -> None:
    rule = rules(
        percent("100"),
        exclusive=Exclusive(
            schemes=frozenset({"x"}), payers=frozenset({"school"}), other_discount=True
        ),
    )
    free: dict[str, object] = {"other_schemes": frozenset(), "other_discount": False}
    assert assess(rule, facts(1_000, **free), ()).amount_cents == 1_000
    assert assess(rule, facts(1_000), ()).missing == ("other_discount", "other_schemes")
    for clash in (
        {"other_schemes": frozenset({"x"})},
        {"other_discount": True},
        {"others": 100},
    ):
        result = assess(rule, facts(1_000, **{**free, **clash}), ())  # type: ignore[arg-type]
        assert result.reasons[0].kind is Kind.EXCLUSIVE


def test_who_decides_depends_on_the_amount_and_on_whom_is_paid() -> None:
    rule = rules(
        percent("100"),
        decide=(
            Decide(body="bcsd", when=When(payees=frozenset({"provider"}))),
            Decide(body="worker", when=When(amount=Bounds(lte=5_000))),
            Decide(body="approver"),
        ),
    )
    bodies = [
        assess(rule, facts(cost, payee=payee), ()).body
        for cost, payee in ((9_000, "provider"), (5_000, "client"), (5_001, "client"))
    ]
    assert bodies == ["bcsd", "worker", "approver"]
