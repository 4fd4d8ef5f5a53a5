"""A whole rule from six answers: who, how much, two limits, a period and a last day. Pure: it asks nobody.

What its examples expect is worked out here, and not by the judge: where the two differ, one is wrong.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from core.pages.words import say as _
from regulation.editing.checking import TO_FILL_IN
from regulation.shape.shape import Tables
from regulation.vocabulary.blocks import YearDay
from terms.lists import CATEGORIES

NEW_YEAR = YearDay(month=1, day=1)
ONE_DAY = dt.timedelta(days=1)
SOME_DAYS = dt.timedelta(days=45)
ADULT = 18
SMALL_CENTS = 10_00
# The name of the condition that asks both a status and the municipality.
BOTH = "statuut_en_inwoner"


@dataclass(frozen=True, kw_only=True)
class Six:
    """The answers; a percentage or an own share. The year begins on `starts`. The last three are more."""

    title: str
    statuses: tuple[str, ...]
    percent: Decimal | None
    own_cents: int | None
    adult_cents: int
    child_cents: int
    starts: YearDay
    last: YearDay
    years_later: int
    residents_only: bool = False
    minimum_cents: int | None = None
    excluded: tuple[str, ...] = ()

    @property
    def is_calendar_year(self) -> bool:
        """Whether the period is the year from 1 January."""
        return self.starts == NEW_YEAR

    def gives_cents(self, cost_cents: int) -> int:
        """What the rule gives of a cost, before any limit."""
        if self.percent is None:
            return max(0, cost_cents - (self.own_cents or 0))
        return int(cost_cents * self.percent / 100)

    def cost_beyond(self, limit_cents: int) -> int:
        """A cost in whole euros of which the rule would give more than the limit."""
        if self.percent is None:
            return (limit_cents + (self.own_cents or 0)) // 100 * 100 + 1000
        return int(limit_cents * 100 / self.percent) // 100 * 100 + 10_000

    def enough(self, cost_cents: int) -> int:
        """That cost, or one in whole euros from which on the fund pays."""
        return max(cost_cents, -(-(self.minimum_cents or 0) // 100) * 100)

    @property
    def category(self) -> str:
        """A kind of activity that the rule is for. The examples name one: a limit may follow for another."""
        return next(one for one in CATEGORIES if one not in self.excluded)

    def begins(self, on: dt.date) -> dt.date:
        """The first day of the period that a day lies in."""
        day = dt.date(on.year, self.starts.month, self.starts.day)
        return day if day <= on else day.replace(year=on.year - 1)

    def latest(self, begun: dt.date) -> dt.date:
        """The last day to ask for a cost of the period that began then."""
        day = dt.date(begun.year, self.last.month, self.last.day)
        first = day if day >= begun else day.replace(year=begun.year + 1)
        return first.replace(year=first.year + self.years_later)


def tables_of(six: Six, *, rule_id: str, version: int, scheme: str, on: dt.date) -> Tables:
    """The tables of a rule that reads and whose examples come out."""
    return {
        "format": 1,
        "id": rule_id,
        "version": version,
        "title": six.title,
        "origin": "own",
        "source": {"name": _("Decision of the council of %(day)s", day=TO_FILL_IN)},
        "validity": {"open": _("The first day has not been chosen yet.")},
        "articles": _articles(six),
        "conditions": _conditions(six),
        "schemes": {scheme: _scheme(six)},
        "case_facts": _usual(six, on),
        "cases": list(_cases(six, on)),
    }


def _conditions(six: Six) -> Tables:
    status = {"kind": "status", "any_of": list(six.statuses), "whose": "household"}
    made: Tables = {"statuut": {**status, "article": "wie"}}
    if six.residents_only:
        made["inwoner"] = {"kind": "resident", "article": "wie"}
        made[BOTH] = {"kind": "all_of", "of": ["statuut", "inwoner"], "article": "wie"}
    return made


def _articles(six: Six) -> Tables:
    texts = {
        "wie": _("Who may ask."),
        "bedrag": _("How much the fund gives."),
        "plafond": _("How much the fund gives at most."),
        "termijn": _("By when one must ask."),
        "anderen": _("What others pay goes off first."),
        "beslissing": _("Who decides."),
    }
    if six.excluded:
        texts["waarvoor"] = _("What the fund does not pay.")
    if six.minimum_cents:
        texts["minimum"] = _("From which cost on the fund pays.")
    ref = _("art. %(number)s", number=TO_FILL_IN)
    return {name: {"ref": ref, "text": text} for name, text in texts.items()}


def _scheme(six: Six) -> Tables:
    deadline: dict[str, Any] = {"month": six.last.month, "day": six.last.day}
    if six.years_later:
        deadline["years_later"] = six.years_later
    if not six.is_calendar_year:
        deadline["year_starts"] = _day(six.starts)
    return {
        "kind": "refund",
        "title": six.title,
        "dates_by": "cost",
        "eligible": BOTH if six.residents_only else "statuut",
        "article": "wie",
        "deadline": {**deadline, "article": "termijn"},
        **_more(six),
        "deduct": {"article": "anderen"},
        "amounts": [{**_amount(six), "article": "bedrag"}],
        "round": {"to": "cent_down", "assumed": _("Rounded down to the cent.")},
        "caps": dict(_caps(six)),
        "decide": [{"body": "approver", "article": "beslissing"}],
    }


def _more(six: Six) -> Tables:
    more: Tables = {}
    if six.excluded:
        more["cover"] = [{"except": list(six.excluded), "article": "waarvoor"}]
    if six.minimum_cents:
        more["minimum"] = {"amount": _euros(six.minimum_cents), "article": "minimum"}
    return more


def _amount(six: Six) -> Tables:
    if six.percent is None:
        return {"kind": "own_share", "own": _euros(six.own_cents or 0)}
    whole = six.percent == six.percent.to_integral_value()
    return {"kind": "percent", "percent": int(six.percent) if whole else six.percent}


def _caps(six: Six) -> Iterator[tuple[str, Tables]]:
    limits = (
        ("kind", _("Limit for a child"), six.child_cents, {"lt": ADULT}),
        ("volwassene", _("Limit for an adult"), six.adult_cents, {"gte": ADULT}),
    )
    for name, title, cents, age in limits:
        cap: Tables = {"title": title, "limit": _euros(cents), "per": "person"}
        if six.is_calendar_year:
            cap["period"] = "calendar_year"
        else:
            cap |= {"period": "year_from", "starts": _day(six.starts)}
        yield name, {**cap, "when": {"age": age}, "article": "plafond"}


def _usual(six: Six, on: dt.date) -> Tables:
    usual = {"cost_on": _cost_on(six, on), "household_statuses": [six.statuses[0]], "age": 40}
    usual["category"] = six.category
    if six.residents_only:
        usual["resident"] = True
    return usual


def _cost_on(six: Six, on: dt.date) -> dt.date:
    """A day well within the period, and never after the last day to ask."""
    begun = six.begins(on)
    return min(begun + SOME_DAYS, six.latest(begun))


def _cases(six: Six, on: dt.date) -> Iterator[Tables]:
    day, begun = _cost_on(six, on), six.begins(on)
    child, adult = six.child_cents, six.adult_cents
    beyond = _euros(six.enough(six.cost_beyond(max(child, adult))))
    birthday = day.replace(year=day.year - ADULT)
    cost = six.enough(SMALL_CENTS)
    small = min(six.gives_cents(cost), adult)
    yield _case(_("A small cost"), {"cost": _euros(cost)}, small)
    yield _case(_("An adult at the limit"), {"cost": beyond}, adult)
    yield _case(_("A child at the limit"), {"cost": beyond, "age": 9}, child)
    before = {"cost": beyond, "born": birthday + ONE_DAY}
    yield _case(_("The day before the 18th birthday: a child"), before, child)
    yield _case(_("On the 18th birthday: an adult"), {"cost": beyond, "born": birthday}, adult)
    full = [{"granted": _euros(adult), "cost_on": day}]
    yield _case(_("The limit is used up"), {"cost": beyond}, 0, history=full)
    earlier = [{"granted": _euros(adult), "cost_on": begun - ONE_DAY}]
    first = {"cost": beyond, "cost_on": begun}
    yield _case(_("The first day of a new period"), first, adult, history=earlier)
    last = six.latest(begun)
    yield _case(_("The last day to ask"), {"cost": beyond, "requested_on": last}, adult)
    late = {"cost": beyond, "requested_on": last + ONE_DAY}
    yield _refused(_("A day after the last day to ask"), late, "too_late")
    nobody: Tables = {"cost": beyond, "statuses": [], "household_statuses": []}
    yield _refused(_("Nobody in the household has a status"), nobody, "no_status")
    yield from _cases_of_more(six, beyond)


def _cases_of_more(six: Six, beyond: int | Decimal) -> Iterator[Tables]:
    if six.residents_only:
        away = {"cost": beyond, "resident": False}
        yield _refused(_("Somebody from another municipality"), away, "not_resident")
    if six.excluded:
        other = {"cost": beyond, "category": six.excluded[0]}
        yield _refused(_("An activity that the fund does not pay"), other, "not_covered")
    if six.minimum_cents and six.minimum_cents > 1:
        less = {"cost": _euros(six.minimum_cents - 1)}
        yield _refused(_("A cost below the minimum"), less, "minimum")


def _case(name: str, facts: Tables, cents: int, history: list[Tables] | None = None) -> Tables:
    case: Tables = {"name": name, "origin": "own", "facts": facts}
    if history:
        case["history"] = history
    return {**case, "expect": {"amount": _euros(cents)}}


def _refused(name: str, facts: Tables, reason: str) -> Tables:
    expect = {"outcome": "not", "amount": 0, "reason": reason}
    return {"name": name, "origin": "own", "facts": facts, "expect": expect}


def _day(day: YearDay) -> Tables:
    return {"month": day.month, "day": day.day}


def _euros(cents: int) -> int | Decimal:
    return cents // 100 if cents % 100 == 0 else Decimal(cents) / 100
