"""Small rule sets, facts and claims for the tests of the judge: a name for what differs, no more."""

import datetime as dt
from decimal import Decimal
from typing import Any

from regulation.vocabulary.amounts import Amount, Percent
from regulation.vocabulary.facts import Claim, Facts, OtherPayer
from regulation.vocabulary.limits import Cap, Deduct
from regulation.vocabulary.rules import Origin, RuleSet, Scheme, SchemeKind, Source, Validity

DAY = dt.date(2026, 6, 15)
ADULT = dt.date(1986, 6, 15)


def percent(figure: str) -> Percent:
    return Percent(percent=Decimal(figure))


def cap(limit_cents: int | None, name: str = "cap", **more: Any) -> Cap:
    return Cap(name=name, title=name, limit_cents=limit_cents, **more)


def rules(*amounts: Amount, kind: SchemeKind = SchemeKind.REFUND, **scheme: Any) -> RuleSet:
    """One scheme, other payers first."""
    made = {"amounts": amounts or (percent("90"),), "deduct": Deduct(), **scheme}
    fund = Scheme(code="fund", kind=kind, title="Fund", **made)
    return RuleSet(
        rule_id="made",
        version=1,
        title="Made",
        origin=Origin.OWN,
        source=Source(name="a test"),
        validity=Validity(from_on=dt.date(2020, 1, 1)),
        articles={},
        conditions={},
        schemes={"fund": fund},
    )


def facts(cost_cents: int | None, *, others: int = 0, **more: Any) -> Facts:
    """An adult who asks for a ticket on the day that it costs."""
    made: dict[str, Any] = {
        "scheme": "fund",
        "client": "a",
        "household": "h",
        "birth_on": ADULT,
        "statuses": frozenset({"leefloon"}),
        "household_statuses": frozenset(),
        "category": "ticket",
        "cost_on": DAY,
        "requested_on": DAY,
        "other_payers": (OtherPayer(payer="school", cents=others),) if others else (),
    }
    return Facts(cost_cents=cost_cents, **{**made, **more})


def claim(counted_cents: int, **more: Any) -> Claim:
    made: dict[str, Any] = {
        "scheme": "fund",
        "client": "a",
        "household": "h",
        "category": "ticket",
        "cost_on": DAY,
    }
    return Claim(counted_cents=counted_cents, **{**made, **more})
