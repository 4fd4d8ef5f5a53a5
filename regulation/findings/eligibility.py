"""Who may ask: conditions judged purely in the regulation room, without amounts."""

import datetime as dt
from functools import singledispatch

from regulation.findings.assessment import Answer, Kind
from regulation.findings.findings import YES, Finding, all_of, any_of, ask, no, remark
from regulation.findings.matter import Matter
from regulation.findings.within import judge_income
from regulation.vocabulary import conditions as c
from regulation.vocabulary.blocks import Bounds, Condition
from regulation.vocabulary.conditions import AgeOn, Counting, GroupKind, Whose
from regulation.vocabulary.dates import add_months, age_years, month_after, year_of
from regulation.vocabulary.facts import Facts

MAJORITY_YEARS = 18


@singledispatch
def holds(condition: Condition, matter: Matter) -> Finding:
    """Does a condition hold for this person on the judged date?"""
    raise TypeError(f"no judge for {type(condition).__name__}")


@holds.register
def _(condition: c.HasStatus, matter: Matter) -> Finding:
    held, unknown = _statuses(condition.whose, matter)
    if condition.any_of & held:
        return YES
    if unknown:
        return ask(*unknown)
    return no(Kind.NO_STATUS, condition, statuses=",".join(sorted(condition.any_of)))


def _statuses(whose: Whose, matter: Matter) -> tuple[frozenset[str], list[str]]:
    """The statuses that count, and the facts that would tell of more."""
    facts = matter.facts
    if whose is Whose.OWN_OR_PARENTS:
        if facts.birth_on is None:
            return frozenset(), ["birth_on"]
        is_minor = age_years(facts.birth_on, matter.judged_on) < MAJORITY_YEARS
        whose = Whose.PARENTS if is_minor else Whose.CLIENT
    sources = {
        Whose.CLIENT: ("statuses",),
        Whose.PARENTS: ("parent_statuses",),
        Whose.HOUSEHOLD: ("statuses", "household_statuses"),
    }[whose]
    known = {name: getattr(facts, name) for name in sources}
    held = frozenset().union(*(statuses for statuses in known.values() if statuses))
    return held, [name for name, statuses in known.items() if statuses is None]


@holds.register
def _(condition: c.HasAge, matter: Matter) -> Finding:
    birth_on = matter.facts.birth_on
    if birth_on is None:
        return ask("birth_on")
    years = age_years(birth_on, _age_counts_on(condition, matter.judged_on))
    return YES if condition.bounds.hold(years) else no(Kind.WRONG_AGE, condition, age=years)


def _age_counts_on(condition: c.HasAge, judged_on: dt.date) -> dt.date:
    if condition.on is AgeOn.JUDGED_DATE:
        return judged_on
    begun = year_of(condition.year_starts, judged_on)
    if condition.on is AgeOn.FIRST_OF_YEAR:
        return begun
    return begun.replace(year=begun.year + 1) - dt.timedelta(days=1)


@holds.register
def _(condition: c.LivesHere, matter: Matter) -> Finding:
    facts = matter.facts
    if facts.resident is None:
        return ask("resident")
    if not facts.resident:
        return no(Kind.NOT_RESIDENT, condition)
    if not condition.months:
        return YES
    if facts.resident_since is None:
        return ask("resident_since")
    if add_months(facts.resident_since, condition.months) <= matter.judged_on:
        return YES
    return no(Kind.RESIDENT_TOO_SHORT, condition, months=condition.months)


@holds.register
def _(condition: c.HasRole, matter: Matter) -> Finding:
    role = matter.facts.role
    if role is None:
        return ask("role")
    return YES if role in condition.any_of else no(Kind.WRONG_ROLE, condition)


@holds.register
def _(condition: c.HasMember, matter: Matter) -> Finding:
    members = matter.facts.members
    if members is None:
        # The client is one of them.
        alone = of_age(condition.years, matter.facts, matter.judged_on).answer is Answer.YES
        return YES if alone and condition.count == 1 else ask("members")
    ages = [member.age_on(matter.judged_on) for member in members]
    found = sum(1 for age in ages if age is not None and condition.years.hold(age))
    if found >= condition.count:
        return YES
    return ask("members") if None in ages else no(Kind.NO_MEMBER, condition, count=condition.count)


@holds.register
def _(condition: c.Judged, matter: Matter) -> Finding:
    judged = judged_by_a_person(condition, matter.facts)
    if judged is None:
        return Finding(Answer.JUDGE, (remark(Kind.TO_JUDGE, condition, name=condition.name),))
    return judged


def judged_by_a_person(condition: Condition, facts: Facts) -> Finding | None:
    """What a person has judged of a condition, if somebody has."""
    if condition.name in facts.judged_no:
        return no(Kind.JUDGED_NO, condition, name=condition.name)
    return YES if condition.name in facts.judged_yes else None


@holds.register
def _(condition: c.AnswerIs, matter: Matter) -> Finding:
    answer = matter.facts.answer(condition.question.name)
    if answer is None or answer.yes is None:
        return ask(f"question:{condition.question.name}")
    return YES if answer.yes is not condition.no else no(Kind.ANSWER_NOT, condition)


@holds.register
def _(condition: c.NumberIs, matter: Matter) -> Finding:
    answer = matter.facts.answer(condition.question.name)
    if answer is None or answer.number is None:
        return ask(f"question:{condition.question.name}")
    return YES if condition.bounds.hold(answer.number) else no(Kind.NUMBER_NOT, condition)


@holds.register
def _(condition: c.Waited, matter: Matter) -> Finding:
    since_on = _since(condition, matter.facts)
    if since_on is None:
        question = condition.since_question
        return ask(f"question:{question.name}" if question else "statuses_since")
    if condition.counting is Counting.CALENDAR_MONTHS_AFTER:
        from_on = month_after(since_on, condition.months)
    else:
        from_on = add_months(since_on, condition.months)
    if from_on <= matter.judged_on:
        return YES
    return no(Kind.NOT_WAITED, condition, from_on=from_on.isoformat())


def _since(condition: c.Waited, facts: Facts) -> dt.date | None:
    """The day that the waiting began: the earliest of the statuses, or what was answered."""
    if condition.since_question:
        answer = facts.answer(condition.since_question.name)
        return answer.on if answer else None
    known = [one.since_on for one in facts.statuses_since if one.status in condition.since_status]
    return min(known, default=None)


@holds.register
def _(condition: c.FirstTime, matter: Matter) -> Finding:
    schemes = condition.schemes or {matter.scheme.code}
    before = any(
        claim.client == matter.facts.client and claim.scheme in schemes for claim in matter.history
    )
    return no(Kind.NOT_FIRST, condition) if before else YES


@holds.register
def _(condition: c.IncomeUpTo, matter: Matter) -> Finding:
    return judged_by_a_person(condition, matter.facts) or judge_income(condition, matter)


@holds.register
def _(condition: c.Group, matter: Matter) -> Finding:
    parts = [holds(part, matter) for part in condition.parts]
    if condition.how is GroupKind.ALL_OF:
        return all_of(parts)
    found = any_of(parts)
    if condition.how is GroupKind.NONE_OF:
        return _turned_round(found, condition)
    if found.answer is Answer.NO and condition.words:
        return no(Kind.NO_GROUP, condition)
    return found


def _turned_round(found: Finding, group: c.Group) -> Finding:
    if found.answer is Answer.YES:
        return no(Kind.NO_GROUP, group)
    return YES if found.answer is Answer.NO else found


def of_age(bounds: Bounds, facts: Facts, judged_on: dt.date) -> Finding:
    """Is somebody of an age? It gives no reason: only whether a block holds is asked."""
    if facts.birth_on is None:
        return ask("birth_on")
    return YES if bounds.hold(age_years(facts.birth_on, judged_on)) else Finding(Answer.NO)
