"""What is left under a cap, from grants and open requests: pure, in the regulation room."""

import datetime as dt
from collections.abc import Sequence

from regulation.judge.assessment import CapState
from regulation.judge.blocks import When
from regulation.judge.eligibility import fits
from regulation.judge.facts import Claim, Facts
from regulation.judge.findings import Answer
from regulation.judge.rules import Cap, CapPer, RuleSet, Scheme


def caps_left(rule_set: RuleSet, facts: Facts, history: Sequence[Claim]) -> tuple[CapState, ...]:
    """The caps that hold for this person on the judged date, with what is left under each."""
    scheme = rule_set.schemes[facts.scheme]
    judged_on = facts.on(scheme.dates_by)
    return caps_of(scheme, facts, judged_on, history)[0] if judged_on else ()


def caps_of(
    scheme: Scheme, facts: Facts, judged_on: dt.date, history: Sequence[Claim]
) -> tuple[tuple[CapState, ...], frozenset[str]]:
    """The caps concerned, and the facts that would tell whether others are."""
    found = [(cap, fits(cap.when, facts, judged_on)) for cap in scheme.caps]
    missing = [fit.missing for _cap, fit in found if fit.answer is Answer.ASK]
    states = [
        state_of(cap, scheme, facts, history)
        for cap, fit in found
        if fit.answer is Answer.YES and facts.on(cap.dates_by)
    ]
    undated = [
        frozenset({cap.dates_by.fact})
        for cap, fit in found
        if fit.answer is Answer.YES and not facts.on(cap.dates_by)
    ]
    return tuple(states), frozenset().union(*missing, *undated)


def state_of(cap: Cap, scheme: Scheme, facts: Facts, history: Sequence[Claim]) -> CapState:
    """One cap as it stands before this request."""
    year = _counted_on(cap, facts).year
    counted = [claim for claim in history if _counts(cap, scheme, facts, claim, year)]
    return CapState(
        name=cap.name,
        title=cap.title,
        per=cap.per,
        from_on=dt.date(year, 1, 1),
        until_on=dt.date(year, 12, 31),
        limit_cents=cap.limit_cents,
        granted_before_cents=sum(one.counted_cents for one in counted if not one.is_open),
        open_before_cents=sum(one.counted_cents for one in counted if one.is_open),
        article=cap.ref,
        words=cap.words,
    )


def _counts(cap: Cap, scheme: Scheme, facts: Facts, claim: Claim, year: int) -> bool:
    """Does an earlier claim use room of this cap?

    A selector on the cost filters the history; one on the person does not: who turned 18 keeps
    what was had as a child.
    """
    return (
        _is_for_the_same(cap, facts, claim)
        and claim.scheme in (cap.counts or {scheme.code})
        and _counted_on(cap, claim).year == year
        and _is_such_a_cost(cap.when, claim)
    )


def _is_for_the_same(cap: Cap, facts: Facts, claim: Claim) -> bool:
    if cap.per is CapPer.HOUSEHOLD:
        return claim.household == facts.household
    return claim.client == facts.client


def _counted_on(cap: Cap, one: Facts | Claim) -> dt.date:
    """The day that decides the period. A claim without that date counts by its cost or request."""
    day = one.on(cap.dates_by) or one.cost_on or one.requested_on
    if day is None:
        raise ValueError("what counts under a cap needs a date")
    return day


def _is_such_a_cost(when: When, claim: Claim) -> bool:
    """What is not known of an earlier cost counts: a cap is never passed by forgetting."""
    return (
        (not when.categories or claim.category is None or claim.category in when.categories)
        and (claim.category is None or claim.category not in when.except_categories)
        and (not when.strands or claim.strand is None or claim.strand in when.strands)
        and (
            not when.provider_types
            or claim.provider_type is None
            or claim.provider_type in when.provider_types
        )
    )
