"""The judge of the regulation room: facts by rules, purely. No clock, database, budget or Flask."""

from collections.abc import Sequence
from dataclasses import replace

from regulation.findings.assessment import (
    Answer,
    Assessment,
    FirstPayer,
    Kind,
    Outcome,
    Remark,
)
from regulation.findings.coverage import covered
from regulation.findings.eligibility import holds
from regulation.findings.findings import YES, Finding, all_of, ask, no
from regulation.findings.incomes import ceiling_states
from regulation.findings.matter import Matter
from regulation.findings.timing import in_time, latest_on
from regulation.judge.amount import calculate
from regulation.judge.calculation import Calculation
from regulation.judge.caps import Room, rooms_of
from regulation.judge.rooms import booked
from regulation.judge.sharing import parts_of
from regulation.judge.telling import (
    body_of,
    client_pays_cents,
    closes_on,
    evidence_of,
    notes_of,
    priority_of,
    questions_of,
)
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import RuleSet, Scheme


def assess(rule_set: RuleSet, facts: Facts, history: Sequence[Claim]) -> Assessment:
    """What the rule gives for one cost of one person, and why. Raises KeyError on another scheme.

    `history` holds all other requests that may count, in any order; never this request itself.
    """
    found = _judge(rule_set, facts, history)
    firsts = [
        _first(rule_set, one, facts, history)
        for one in rule_set.schemes.values()
        if one.payer and one.code != facts.scheme
    ]
    return replace(
        found,
        questions=questions_of(rule_set, found.missing),
        first_payers=tuple(first for first in firsts if first),
    )


def body_at(rule_set: RuleSet, facts: Facts, amount_cents: int) -> tuple[str, str]:
    """Who decides on an amount that a person sets, and where it stands. Raises as `assess()` does."""
    scheme = rule_set.schemes[facts.scheme]
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None:
        return "", ""
    return body_of(Matter(scheme, facts, judged_on, (), rule_set.series), amount_cents)


def _judge(rule_set: RuleSet, facts: Facts, history: Sequence[Claim]) -> Assessment:
    scheme = rule_set.schemes[facts.scheme]
    blank = _blank(rule_set, scheme)
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None:
        return replace(blank, outcome=Outcome.NEEDS, missing=_first_questions(scheme, facts))
    matter = Matter(scheme, facts, judged_on, history, rule_set.series)
    rooms, unknown = rooms_of(matter)
    person = holds(scheme.eligible, matter) if scheme.eligible else YES
    found = all_of((_exclusive(matter), in_time(matter), person, covered(matter), _payee(matter)))
    dated = replace(
        blank,
        judged_on=judged_on,
        latest_on=latest_on(matter),
        closes_on=closes_on(matter),
        eligible=person.answer,
        ceilings=ceiling_states(scheme.eligible, matter),
        caps=booked(rooms, 0),
    )
    if found.answer is Answer.NO:
        return _refused(dated, matter, found)
    sums = calculate(matter, rooms, unknown)
    return _concluded(dated, matter, found, sums, rooms)


def _blank(rule_set: RuleSet, scheme: Scheme) -> Assessment:
    """What is the same whatever the facts are."""
    return Assessment(
        rule_id=rule_set.rule_id,
        rule_version=rule_set.version,
        scheme=scheme.code,
        outcome=Outcome.NOT,
        eligible=Answer.ASK,
        payees=scheme.pay.payees if scheme.pay else (),
    )


def _first_questions(scheme: Scheme, facts: Facts) -> tuple[str, ...]:
    """Without the date that decides nothing can be judged; cost and category are asked with it."""
    asked = {"cost_cents": facts.cost_cents, "category": facts.category}
    unknown = {fact for fact, known in asked.items() if known is None}
    return tuple(sorted(unknown | {scheme.dates_by.fact}))


def _exclusive(matter: Matter) -> Finding:
    """What the scheme does not go together with, for the same cost."""
    rule, facts = matter.scheme.exclusive, matter.facts
    if rule is None:
        return YES
    found = []
    if rule.schemes:
        used = facts.other_schemes
        clash = ask("other_schemes") if used is None else YES
        found.append(no(Kind.EXCLUSIVE, rule) if used and used & rule.schemes else clash)
    if any(other.cents and other.payer in rule.payers for other in facts.other_payers):
        found.append(no(Kind.EXCLUSIVE, rule))
    if rule.other_discount:
        known = facts.other_discount
        unknown = ask("other_discount") if known is None else YES
        found.append(no(Kind.EXCLUSIVE, rule) if known else unknown)
    return all_of(found)


def _payee(matter: Matter) -> Finding:
    pay, payee = matter.scheme.pay, matter.facts.payee
    if pay is None or payee is None or not pay.payees or payee in pay.payees:
        return YES
    return no(Kind.PAYEE_NOT_ALLOWED, pay, payee=payee)


def _refused(dated: Assessment, matter: Matter, found: Finding) -> Assessment:
    """Nothing, with every reason: the first takes all, the others confirm it."""
    sums = Calculation()
    if matter.facts.cost_cents is not None:
        sums.step(Remark(kind=Kind.COST), matter.facts.cost_cents)
    for reason in found.remarks:
        sums.step(reason, 0)
    body, article = body_of(matter, 0)
    return replace(
        dated,
        lines=tuple(sums.lines),
        client_pays_cents=client_pays_cents(matter.facts, 0),
        body=body,
        body_article=article,
    )


def _concluded(
    dated: Assessment, matter: Matter, found: Finding, sums: Calculation, rooms: tuple[Room, ...]
) -> Assessment:
    outcome = _outcome(found, sums)
    to_judge = (*found.remarks, *sums.to_judge)
    if outcome is Outcome.NEEDS:
        missing = tuple(sorted(found.missing | sums.missing))
        body, article = body_of(matter, None)
        return replace(
            dated,
            outcome=outcome,
            missing=missing,
            to_judge=to_judge,
            body=body,
            body_article=article,
        )
    parts = parts_of(sums, matter.facts) if outcome is not Outcome.NOT else None
    given_cents = sums.at_cents + (parts.provider_cents if parts else 0)
    body, article = body_of(matter, sums.at_cents)
    return replace(
        dated,
        outcome=outcome,
        amount_cents=sums.at_cents,
        maximum_cents=sums.most_cents if sums.left_open else sums.at_cents,
        pieces=max(1, len(sums.pieces)),
        lines=tuple(sums.lines),
        caps=booked(rooms, sums.at_cents),
        split=parts,
        client_pays_cents=client_pays_cents(matter.facts, given_cents),
        evidence=evidence_of(matter, sums.at_cents) if outcome is not Outcome.NOT else (),
        to_judge=to_judge if outcome is Outcome.JUDGEMENT else (),
        notes=notes_of(matter, sums),
        priority=priority_of(matter),
        body=body,
        body_article=article,
    )


def _outcome(found: Finding, sums: Calculation) -> Outcome:
    """Nothing is nothing, whatever is still unknown of the person: such facts are not asked."""
    if sums.missing:
        return Outcome.NEEDS
    if sums.at_cents == 0 and not sums.left_open and not _is_shared(sums):
        return Outcome.NOT
    if found.answer is Answer.ASK:
        return Outcome.NEEDS
    if sums.left_open and sums.most_cents == 0 and not _is_shared(sums):
        return Outcome.NOT
    if sums.left_open or sums.to_judge or found.answer is Answer.JUDGE:
        return Outcome.JUDGEMENT
    return Outcome.PARTLY if sums.capped else Outcome.GRANTED


def _is_shared(sums: Calculation) -> bool:
    """A discount that costs the network nothing is still a discount, unless it was said no to later."""
    said = {line.kind for line in sums.lines}
    return sums.is_shared and not said & {Kind.COUNT, Kind.TOO_LITTLE}


def _first(
    rule_set: RuleSet, scheme: Scheme, facts: Facts, history: Sequence[Claim]
) -> FirstPayer | None:
    """What another payer of this regulation would give, unless it has been asked."""
    if any(other.payer == scheme.payer for other in facts.other_payers):
        return None
    theirs = _judge(rule_set, replace(facts, scheme=scheme.code, payee=None), history)
    gives = theirs.outcome in (Outcome.GRANTED, Outcome.PARTLY) and theirs.amount_cents > 0
    return (
        FirstPayer(payer=scheme.payer, cents=theirs.amount_cents, scheme=scheme.code)
        if gives
        else None
    )
