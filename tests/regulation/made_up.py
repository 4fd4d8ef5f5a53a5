"""Rule sets, facts and histories made up by Hypothesis, for the properties of the judge."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from regulation.judge.amounts import Amount, Percent, Split
from regulation.judge.blocks import Bounds, When
from regulation.judge.conditions import HasStatus, Whose
from regulation.judge.facts import Claim, Facts, OtherPayer, Shares
from regulation.judge.limits import Cap, CapPer, Cover, Deadline, Deduct
from regulation.judge.rules import RuleSet, SchemeKind
from tests.regulation.build import cap, claim, facts, rules

CATEGORIES = ("ticket", "camp", "library")
CENTS = st.one_of(st.integers(0, 300), st.integers(0, 40_000))
DAYS = st.dates(dt.date(2025, 11, 1), dt.date(2027, 2, 28))
PERCENTS = st.decimals(0, 100, places=2).map(lambda number: Percent(percent=Decimal(number)))
BOUNDS = st.sampled_from([None, Bounds(lt=18), Bounds(gte=18), Bounds(lte=18)])
SOME = st.sets(st.sampled_from(CATEGORIES), max_size=2).map(frozenset)
WHENS = st.builds(When, age=BOUNDS, categories=SOME, except_categories=SOME)
STATUS = HasStatus(name="s", any_of=frozenset({"leefloon"}), whose=Whose.HOUSEHOLD)


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    client = draw(st.integers(0, 100))
    provider = draw(st.integers(0, 100 - client))
    return Shares(
        client_percent=client, provider_percent=provider, network_percent=100 - client - provider
    )


@st.composite
def caps(draw: st.DrawFn) -> tuple[Cap, ...]:
    count = draw(st.integers(0, 3))
    return tuple(
        cap(
            draw(CENTS),
            f"cap {number}",
            per=draw(st.sampled_from(CapPer)),
            when=draw(WHENS),
            counts=draw(st.sampled_from([frozenset(), frozenset({"fund", "school"})])),
        )
        for number in range(count)
    )


@st.composite
def rule_sets(draw: st.DrawFn) -> RuleSet:
    shared = draw(st.booleans())
    amount: Amount = Split() if shared else draw(PERCENTS)
    return rules(
        amount,
        kind=SchemeKind.DISCOUNT if shared else SchemeKind.REFUND,
        caps=draw(caps()),
        deduct=draw(st.sampled_from([None, Deduct(), Deduct(payers=frozenset({"school"}))])),
        covers=draw(st.sampled_from([(), (Cover(excluded=frozenset({"library"})),)])),
        eligible=draw(st.sampled_from([None, STATUS])),
        deadline=draw(st.sampled_from([None, Deadline(month=1, day=15, years_later=1)])),
    )


OTHERS = st.lists(
    st.builds(OtherPayer, payer=st.sampled_from(["school", "health_fund"]), cents=CENTS), max_size=2
).map(tuple)


@st.composite
def askings(draw: st.DrawFn) -> Facts:
    """Mostly complete facts; now and then a fact is not known."""
    cost_on = draw(DAYS)
    return facts(
        draw(CENTS),
        cost_on=cost_on,
        requested_on=cost_on + dt.timedelta(days=draw(st.integers(-30, 500))),
        birth_on=draw(st.sampled_from([None, dt.date(2008, 2, 29), dt.date(1990, 5, 5)])),
        category=draw(st.sampled_from([*CATEGORIES, "ticket", None])),
        household_statuses=draw(
            st.sampled_from([None, frozenset(), frozenset({"leefloon"}), frozenset({"leefloon"})])
        ),
        statuses=frozenset(),
        other_payers=draw(OTHERS),
        shares=draw(st.one_of(shares(), st.none())),
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return claim(
        draw(CENTS),
        scheme=draw(st.sampled_from(["fund", "fund", "school"])),
        client=draw(st.sampled_from(["a", "a", "b"])),
        household=draw(st.sampled_from(["h", "h", "x"])),
        is_open=draw(st.booleans()),
        category=draw(st.sampled_from([*CATEGORIES, None])),
        cost_on=draw(DAYS),
    )


HISTORIES = st.lists(claims(), max_size=6).map(tuple)
