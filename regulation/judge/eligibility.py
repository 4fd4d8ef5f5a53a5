"""Who may ask and for whom a block holds: judged purely in the regulation room, without amounts."""

import datetime as dt
from functools import singledispatch

from regulation.judge.assessment import Kind
from regulation.judge.blocks import (
    AgeBounds,
    Block,
    Condition,
    Group,
    GroupKind,
    HasAge,
    HasStatus,
    Judged,
    LivesHere,
    When,
    Whose,
)
from regulation.judge.facts import Facts, age_years
from regulation.judge.findings import YES, Answer, Finding, all_of, any_of, ask, no, remark


@singledispatch
def holds(condition: Condition, facts: Facts, judged_on: dt.date) -> Finding:
    """Does a condition hold for this person on the judged date?"""
    raise TypeError(f"no judge for {type(condition).__name__}")


@holds.register
def _(condition: HasStatus, facts: Facts, judged_on: dt.date) -> Finding:
    held = _statuses(condition.whose, facts)
    if condition.any_of & held:
        return YES
    unknown = _unknown_statuses(condition.whose, facts)
    if unknown:
        return ask(*unknown)
    return no(Kind.NO_STATUS, condition, statuses=",".join(sorted(condition.any_of)))


def _statuses(whose: Whose, facts: Facts) -> frozenset[str]:
    own = facts.statuses or frozenset()
    together = facts.household_statuses or frozenset()
    return own | together if whose is Whose.HOUSEHOLD else own


def _unknown_statuses(whose: Whose, facts: Facts) -> list[str]:
    unknown = ["statuses"] if facts.statuses is None else []
    if whose is Whose.HOUSEHOLD and facts.household_statuses is None:
        unknown.append("household_statuses")
    return unknown


@holds.register
def _(condition: HasAge, facts: Facts, judged_on: dt.date) -> Finding:
    return _of_age(condition.bounds, condition, facts, judged_on)


def _of_age(bounds: AgeBounds, block: Block, facts: Facts, judged_on: dt.date) -> Finding:
    if facts.birth_on is None:
        return ask("birth_on")
    years = age_years(facts.birth_on, judged_on)
    return YES if bounds.hold(years) else no(Kind.WRONG_AGE, block, age=years)


@holds.register
def _(condition: LivesHere, facts: Facts, judged_on: dt.date) -> Finding:
    if facts.resident is None:
        return ask("resident")
    return YES if facts.resident else no(Kind.NOT_RESIDENT, condition)


@holds.register
def _(condition: Judged, facts: Facts, judged_on: dt.date) -> Finding:
    if condition.name in facts.judged_no:
        return no(Kind.JUDGED_NO, condition, name=condition.name)
    if condition.name in facts.judged_yes:
        return YES
    return Finding(Answer.JUDGE, (remark(Kind.TO_JUDGE, condition, name=condition.name),))


@holds.register
def _(condition: Group, facts: Facts, judged_on: dt.date) -> Finding:
    parts = [holds(part, facts, judged_on) for part in condition.parts]
    if condition.how is GroupKind.ALL_OF:
        return all_of(parts)
    found = any_of(parts)
    if condition.how is GroupKind.NONE_OF:
        return _turned_round(found, condition)
    if found.answer is Answer.NO and condition.words:
        return no(Kind.NO_GROUP, condition)
    return found


def _turned_round(found: Finding, group: Group) -> Finding:
    if found.answer is Answer.YES:
        return no(Kind.NO_GROUP, group)
    return YES if found.answer is Answer.NO else found


# A selector says nothing by itself: only whether its block holds is asked of it.
_SILENT = Block()


def fits(when: When, facts: Facts, judged_on: dt.date) -> Finding:
    """Is this block for this person, this cost and this payment?"""
    found = [] if when.age is None else [_of_age(when.age, _SILENT, facts, judged_on)]
    if when.statuses:
        found.append(_any_status(when.statuses, facts))
    found += [
        _among("category", when.categories, facts.category),
        _not_among("category", when.except_categories, facts.category),
        _among("strand", when.strands, facts.strand),
        _among("provider_type", when.provider_types, facts.provider_type),
        _among("payee", when.payees, facts.payee),
    ]
    return all_of(found)


def _any_status(wanted: frozenset[str], facts: Facts) -> Finding:
    if facts.statuses is None:
        return ask("statuses")
    return YES if wanted & facts.statuses else Finding(Answer.NO)


def _among(fact: str, wanted: frozenset[str], known: str | None) -> Finding:
    if not wanted:
        return YES
    if known is None:
        return ask(fact)
    return YES if known in wanted else Finding(Answer.NO)


def _not_among(fact: str, unwanted: frozenset[str], known: str | None) -> Finding:
    if not unwanted:
        return YES
    if known is None:
        return ask(fact)
    return Finding(Answer.NO) if known in unwanted else YES
