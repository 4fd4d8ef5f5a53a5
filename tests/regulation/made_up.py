"""Rule sets, facts and histories made up by Hypothesis, for the properties of the judge."""

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from regulation.vocabulary.amounts import (
    Amount,
    Choose,
    Deviation,
    JudgedAmount,
    Lump,
    MostPer,
    OwnShare,
    Percent,
    PerUnit,
    Round,
    Rounding,
    Split,
)
from regulation.vocabulary.blocks import Bounds, Condition, When, YearDay
from regulation.vocabulary.conditions import AnyOf, HasStatus, Judged, NoneOf, Whose
from regulation.vocabulary.facts import Claim, Facts, Item, OtherPayer, Shares
from regulation.vocabulary.limits import (
    Cap,
    CapPer,
    CountOf,
    Cover,
    Deadline,
    Deduct,
    Minimum,
    Period,
    SpendOf,
)
from regulation.vocabulary.means import Member, ProRata
from regulation.vocabulary.rules import Budget, RuleSet, SchemeKind, Spent
from tests.regulation.build import cap, claim, facts, rules

CATEGORIES = ("ticket", "camp", "library")
CENTS = st.one_of(st.integers(0, 300), st.integers(0, 40_000))
DAYS = st.dates(dt.date(2025, 11, 1), dt.date(2027, 2, 28))
RATES = st.decimals(0, 100, places=2).map(lambda number: Decimal(number))
BOUNDS = st.sampled_from([None, Bounds(lt=18), Bounds(gte=18), Bounds(lte=18)])
SOME = st.sets(st.sampled_from(CATEGORIES), max_size=2).map(frozenset)
WHENS = st.builds(When, age=BOUNDS, categories=SOME, except_categories=SOME)
STATUS = HasStatus(name="s", any_of=frozenset({"leefloon"}), whose=Whose.HOUSEHOLD)
JUDGED = Judged(name="j", words="Is it reasonable?")
ELIGIBLE: st.SearchStrategy[Condition | None] = st.sampled_from(
    [None, STATUS, AnyOf(name="a", parts=(STATUS, JUDGED)), NoneOf(name="n", parts=(STATUS,))]
)


@st.composite
def shares(draw: st.DrawFn) -> Shares:
    client = draw(st.integers(0, 100))
    provider = draw(st.integers(0, 100 - client))
    return Shares(
        client_percent=client, provider_percent=provider, network_percent=100 - client - provider
    )


@st.composite
def caps(draw: st.DrawFn) -> tuple[Cap, ...]:
    """Up to three caps; the last may let a child use the room of its parents under the first."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        period = draw(st.sampled_from(Period))
        by_count = draw(st.integers(0, 5)) == 0
        made.append(
            cap(
                None if by_count else draw(CENTS),
                f"cap {number}",
                count=draw(st.integers(1, 3)) if by_count else None,
                count_of=draw(st.sampled_from(CountOf)) if by_count else CountOf.REQUESTS,
                per=draw(st.sampled_from(CapPer)),
                period=period,
                starts=YearDay(month=11, day=16) if period is Period.YEAR_FROM else None,
                pooled=not by_count and draw(st.integers(0, 4)) == 0,
                when=draw(WHENS),
                counts=draw(st.sampled_from([frozenset(), frozenset({"fund", "school"})])),
                only_theirs=draw(st.integers(0, 4)) == 0,
                same_category=by_count and draw(st.booleans()),
                overflow="cap 0" if number and not by_count and draw(st.booleans()) else "",
            )
        )
    first_is_plain = made and made[0].limit_cents is not None and not made[0].pooled
    return tuple(made) if first_is_plain else tuple(one for one in made if not one.overflow)


@st.composite
def ways(draw: st.DrawFn) -> Amount:
    """One way to an amount, of any kind but a split."""
    more = {
        "when": draw(WHENS),
        "most_cents": draw(st.one_of(st.none(), CENTS)),
        "least_own_cents": draw(st.one_of(st.none(), st.none(), CENTS)),
        "most_per": draw(st.sampled_from(MostPer)),
        "deviation": draw(st.sampled_from(Deviation)),
    }
    return draw(
        st.one_of(
            st.builds(Percent, percent=RATES, **_fixed(more)),
            st.builds(Percent, open=st.just("?"), **_fixed(more)),
            st.builds(OwnShare, own_cents=CENTS, **_fixed(more)),
            st.builds(PerUnit, amount_cents=CENTS, unit=st.just("day"), **_fixed(more)),
            st.builds(Lump, amount_cents=CENTS, **_fixed(more)),
            st.builds(JudgedAmount, **_fixed(more)),
        )
    )


def _fixed(values: dict[str, object]) -> dict[str, st.SearchStrategy[object]]:
    return {name: st.just(value) for name, value in values.items()}


@st.composite
def rule_sets(draw: st.DrawFn, per_piece: bool = True) -> RuleSet:
    """Any rule; without `per_piece` only such as speak of a cost as a whole."""
    shared = draw(st.integers(0, 3)) == 0
    plain = st.builds(Percent, percent=RATES)
    amounts = (
        [Split()]
        if shared
        else draw(st.lists(ways() if per_piece else plain, min_size=1, max_size=3))
    )
    return rules(
        *amounts,
        kind=SchemeKind.DISCOUNT if shared else SchemeKind.REFUND,
        choose=draw(st.sampled_from(Choose)),
        caps=draw(caps()),
        deduct=draw(
            st.sampled_from(
                [None, Deduct(), Deduct(after=True), Deduct(payers=frozenset({"school"}))]
            )
        ),
        minimum=draw(
            st.one_of(
                st.none(), st.builds(Minimum, amount_cents=CENTS, of=st.sampled_from(SpendOf))
            )
        ),
        covers=draw(
            st.sampled_from(
                [
                    (),
                    (Cover(excluded=frozenset({"library"})),),
                    (Cover(excluded_parts=frozenset({"drinks"})),),
                ]
            )
        ),
        rounding=Round(to=draw(st.sampled_from(Rounding))),
        budget=draw(st.sampled_from([None, Budget(when_spent=Spent.PRO_RATA)]))
        if per_piece
        else None,
        eligible=draw(ELIGIBLE),
        deadline=draw(st.sampled_from([None, Deadline(month=1, day=15, years_later=1)])),
    )


OTHERS = st.lists(
    st.builds(OtherPayer, payer=st.sampled_from(["school", "health_fund"]), cents=CENTS), max_size=2
).map(tuple)
ITEMS = st.lists(
    st.builds(Item, cents=CENTS, count=st.integers(1, 3), part=st.sampled_from(["", "drinks"])),
    max_size=3,
).map(tuple)
FAMILY = (
    Member(person="a", birth_on=dt.date(2008, 2, 29), role="child"),
    Member(person="b", birth_on=dt.date(1990, 5, 5), role="adult", parent=True),
)


@st.composite
def askings(draw: st.DrawFn) -> Facts:
    """Mostly complete facts; now and then a fact is not known."""
    cost_on = draw(DAYS)
    items = draw(ITEMS)
    cost = sum(one.cents * one.count for one in items) if items else draw(CENTS)
    return facts(
        cost,
        items=items,
        count=draw(st.integers(1, 3)),
        cost_on=cost_on,
        requested_on=cost_on + dt.timedelta(days=draw(st.integers(-30, 500))),
        birth_on=draw(st.sampled_from([None, dt.date(2008, 2, 29), dt.date(1990, 5, 5)])),
        category=draw(st.sampled_from([*CATEGORIES, "ticket", None])),
        household_statuses=draw(
            st.sampled_from([None, frozenset(), frozenset({"leefloon"}), frozenset({"leefloon"})])
        ),
        statuses=frozenset(),
        members=draw(st.sampled_from([None, FAMILY, FAMILY, FAMILY])),
        unit=draw(st.sampled_from([None, "day", "day", "lesson"])),
        unit_count=draw(st.integers(1, 5)),
        other_payers=draw(OTHERS),
        shares=draw(st.one_of(shares(), st.none())),
        pro_rata=draw(
            st.one_of(st.none(), st.builds(ProRata, available_cents=CENTS, asked_cents=CENTS))
        ),
        instalment_of=draw(st.sampled_from(["", "", "season"])),
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
        pieces=draw(st.integers(1, 2)),
        instalment_of=draw(st.sampled_from(["", "", "season", "other"])),
    )


HISTORIES = st.lists(claims(), max_size=6).map(tuple)
