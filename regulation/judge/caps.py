"""What is left under a cap, from grants and open requests: pure, in the regulation room."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from regulation.findings.assessment import Answer, CapState
from regulation.findings.findings import Finding
from regulation.findings.matter import Matter
from regulation.findings.selectors import fits
from regulation.vocabulary.blocks import When, YearDay
from regulation.vocabulary.dates import DateKind, add_months, year_of
from regulation.vocabulary.facts import Claim, Dated, Facts
from regulation.vocabulary.limits import Cap, CapPer, CountOf, Period
from regulation.vocabulary.means import Member
from regulation.vocabulary.rules import RuleSet, Scheme

INDEX = "value"
Counted = list[tuple[Claim, int]]


@dataclass(frozen=True)
class Room:
    """One cap as it stands: the own room first, then those that may be used once it is full.

    `beyond` are the facts that would tell whether there are such rooms: asked once it is full.
    """

    states: tuple[CapState, ...]
    instalments: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()

    @property
    def own(self) -> CapState:
        """The room of this person or household itself."""
        return self.states[0]

    @property
    def left_cents(self) -> int:
        """All that is left together."""
        return sum(state.left_before_cents for state in self.states)

    def booked(self, cents: int) -> tuple[CapState, ...]:
        """The states with what this request books on each, the own one first."""
        booked = []
        for state in self.states:
            has_limit = state.limit_cents is not None
            here = min(cents, state.left_before_cents) if has_limit else 0
            booked.append(replace(state, amount_cents=here))
            cents -= here
        return tuple(booked)


def caps_left(rule_set: RuleSet, facts: Facts, history: Iterable[Claim]) -> tuple[CapState, ...]:
    """The caps that hold for this person on the judged date, with what is left under each."""
    scheme = rule_set.schemes[facts.scheme]
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None:
        return ()
    matter = Matter(scheme, facts, judged_on, tuple(history), rule_set.series)
    return tuple(state for room in rooms_of(matter)[0] for state in room.states)


def rooms_of(matter: Matter) -> tuple[tuple[Room, ...], frozenset[str]]:
    """The caps concerned, and the facts that would tell whether others are, or how much is left."""
    rooms: list[Room] = []
    missing: set[str] = set()
    for cap in matter.scheme.caps:
        fit = _fit(cap, matter)
        if fit.answer is Answer.ASK:
            missing |= fit.missing
        elif fit.answer is not Answer.NO:
            rooms.append(_room(cap, matter))
    return tuple(rooms), frozenset(missing)


def _fit(cap: Cap, matter: Matter) -> Finding:
    """Does a cap concern this request, and is all known that it counts by?"""
    fit = fits(cap.when, matter)
    if fit.answer in (Answer.NO, Answer.ASK):
        return fit
    unknown: set[str] = set()
    if _counted_by(cap, matter.scheme, matter.facts) is None:
        unknown.add((cap.dates_by or matter.scheme.dates_by).fact)
    if (cap.pooled or cap.only_theirs) and not matter.facts.members:
        unknown.add("members")
    return Finding(Answer.ASK, (), frozenset(unknown)) if unknown else fit


def _room(cap: Cap, matter: Matter) -> Room:
    counted = _counted(cap, matter, _subject(cap, matter))
    own = _state(cap, matter, _subject(cap, matter), counted)
    instalments = frozenset(claim.instalment_of for claim, _cents in counted if claim.instalment_of)
    parents_may = fits(cap.parents_when, matter) if cap.overflow else Finding(Answer.NO)
    if parents_may.answer is Answer.ASK:
        return Room((own,), instalments, parents_may.missing)
    if parents_may.answer is not Answer.YES:
        return Room((own,), instalments)
    if not matter.facts.members:
        return Room((own,), instalments, frozenset({"members"}))
    parents_cap = next(one for one in matter.scheme.caps if one.name == cap.overflow)
    parents = [one.person for one in matter.facts.members or () if one.parent]
    others = (
        _state(parents_cap, matter, parent, _counted(parents_cap, matter, parent))
        for parent in parents
    )
    return Room((own, *others), instalments)


def _subject(cap: Cap, matter: Matter) -> str:
    """Whose room it is: the household's or the client's own."""
    facts = matter.facts
    return facts.household if cap.per is CapPer.HOUSEHOLD or cap.pooled else facts.client


def _state(cap: Cap, matter: Matter, subject: str, counted: Counted) -> CapState:
    """One cap as it stands before this request, for one person or household."""
    day = _counted_by(cap, matter.scheme, matter.facts) or matter.judged_on
    from_on, until_on = period_of(cap.period, cap.starts, day)
    inside = [
        (claim, cents)
        for claim, cents in counted
        if from_on <= (_counted_by(cap, matter.scheme, claim) or dt.date.min) <= until_on
    ]
    granted, opened = _times(cap, [claim for claim, _cents in inside])
    return CapState(
        name=cap.name,
        title=cap.title,
        per=CapPer.HOUSEHOLD if cap.pooled else cap.per,
        from_on=from_on,
        until_on=until_on,
        limit_cents=_limit(cap, matter, day),
        granted_before_cents=sum(cents for claim, cents in inside if not claim.is_open),
        open_before_cents=sum(cents for claim, cents in inside if claim.is_open),
        article=cap.ref,
        words=cap.words,
        subject=subject,
        count=cap.count,
        counted_before=granted,
        counted_open_before=opened,
        of_pieces=cap.count_of is CountOf.PIECES,
    )


def _times(cap: Cap, claims: Sequence[Claim]) -> tuple[int, int]:
    """Times, or pieces, that were granted, and those open beside them.

    All instalments of one membership are one time, of as many pieces as the largest of them.
    """
    granted: dict[str | int, int] = {}
    opened: dict[str | int, int] = {}
    for number, claim in enumerate(claims):
        into, time = opened if claim.is_open else granted, claim.instalment_of or number
        size = claim.pieces if cap.count_of is CountOf.PIECES else 1
        into[time] = max(size, into.get(time, 0))
    beside = (size for time, size in opened.items() if time not in granted)
    return sum(granted.values()), sum(beside)


def _counted(cap: Cap, matter: Matter, subject: str) -> Counted:
    """The claims that use this room, and how much of it each uses.

    A selector on the cost filters the history; one on the person does not: who turned 18 keeps
    what was had as a child.
    """
    schemes = cap.counts or {matter.scheme.code}
    pool = _pool(cap, matter)
    return [
        (claim, cents)
        for claim in matter.history
        if claim.scheme in schemes
        and _is_such_a_cost(cap, claim, matter.facts)
        and (cents := _booked_by(claim, cap, pool, subject)) is not None
    ]


def _pool(cap: Cap, matter: Matter) -> frozenset[str] | None:
    """Whose claims count as one, nobody known where it is empty; None where each counts apart."""
    if not (cap.pooled or cap.only_theirs):
        return None
    return frozenset(one.person for one in pool_of(cap, matter) if one.person)


def _booked_by(claim: Claim, cap: Cap, pool: frozenset[str] | None, subject: str) -> int | None:
    """What a claim booked on this room; None where it did not touch it."""
    if pool is not None:
        in_pool = claim.client in pool if pool else claim.household == subject
        return claim.counted_cents if in_pool else None
    if claim.bookings:
        of_cap = [one for one in claim.bookings if one.cap == cap.name]
        if of_cap:
            booked = [one.cents for one in of_cap if one.subject == subject]
            return sum(booked) if booked else None
    own = claim.household if cap.per is CapPer.HOUSEHOLD else claim.client
    return claim.counted_cents if own == subject else None


def pool_of(cap: Cap, matter: Matter) -> list[Member]:
    """The members of the household whose limits are added up."""
    return [one for one in matter.facts.members or () if _is_such_a_person(cap.when, one, matter)]


def _is_such_a_person(when: When, member: Member, matter: Matter) -> bool:
    age = member.age_on(matter.judged_on)
    return (when.age is None or (age is not None and when.age.hold(age))) and (
        not when.roles or member.role in when.roles
    )


def _limit(cap: Cap, matter: Matter, day: dt.date) -> int | None:
    """The limit, pooled and indexed; None where the text, or the series, prints none."""
    limit_cents = cap.limit_cents
    if limit_cents is None:
        return None
    if cap.index:
        series = matter.series[cap.index.series]
        base = series.on(dt.date(cap.index.base_year, 12, 31), INDEX)
        now = series.on(day, INDEX)
        if not base or now is None:
            return None
        limit_cents = int((Decimal(limit_cents) * now / base).to_integral_value(ROUND_FLOOR))
    return limit_cents * len(pool_of(cap, matter)) if cap.pooled else limit_cents


def period_of(period: Period, starts: YearDay | None, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of the period that a day lies in."""
    if period is Period.ONCE:
        return dt.date.min, dt.date.max
    if period in (Period.MONTH, Period.QUARTER):
        months = 1 if period is Period.MONTH else 3
        begun = dt.date(day.year, day.month - (day.month - 1) % months, 1)
        return begun, add_months(begun, months) - dt.timedelta(days=1)
    begun = year_of(starts if period is Period.YEAR_FROM else None, day)
    return begun, begun.replace(year=begun.year + 1) - dt.timedelta(days=1)


def _counted_by(cap: Cap, scheme: Scheme, one: Dated) -> dt.date | None:
    """The day that decides the period. A claim without that date counts by its cost or request."""
    day = one.on(cap.dates_by or scheme.dates_by)
    if day is None and isinstance(one, Claim):
        day = one.cost_on or one.requested_on or next(filter(None, map(one.on, DateKind)), None)
        if day is None:
            raise ValueError("what counts under a cap needs a date")
    return day


def _is_such_a_cost(cap: Cap, claim: Claim, facts: Facts) -> bool:
    """What is not known of an earlier cost counts: a cap is never passed by forgetting."""
    when = cap.when
    if cap.same_category and claim.category not in (None, facts.category):
        return False
    return (
        (not when.categories or claim.category is None or claim.category in when.categories)
        and (claim.category is None or claim.category not in when.except_categories)
        and (not when.strands or claim.strand is None or claim.strand in when.strands)
        and (claim.strand is None or claim.strand not in when.except_strands)
        and (
            not when.provider_types
            or claim.provider_type is None
            or claim.provider_type in when.provider_types
        )
    )
