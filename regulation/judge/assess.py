"""The judge of the regulation room: facts by rules, purely. No clock, database, budget or Flask."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regulation.judge.amount import Calculation, calculate, parts_of
from regulation.judge.assessment import (
    Assessment,
    CapState,
    EvidenceAsked,
    Kind,
    Outcome,
    Remark,
)
from regulation.judge.blocks import Block, Condition, Group
from regulation.judge.caps import caps_of
from regulation.judge.eligibility import fits, holds
from regulation.judge.facts import Claim, Facts
from regulation.judge.findings import YES, Answer, Finding, all_of, ask, no
from regulation.judge.rules import RuleSet, Scheme


@dataclass(frozen=True)
class _Matter:
    """One request before the judge."""

    scheme: Scheme
    facts: Facts
    judged_on: dt.date
    caps: tuple[CapState, ...]
    caps_unknown: frozenset[str]


def assess(rule_set: RuleSet, facts: Facts, history: Sequence[Claim]) -> Assessment:
    """What the rule gives for one cost of one person, and why. Raises KeyError on another scheme.

    `history` holds all other requests that may count, in any order; never this request itself.
    """
    scheme = rule_set.schemes[facts.scheme]
    blank = _blank(rule_set, scheme)
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None:
        return replace(blank, outcome=Outcome.NEEDS, missing=_first_questions(scheme, facts))
    caps, caps_unknown = caps_of(scheme, facts, judged_on, history)
    matter = _Matter(scheme, facts, judged_on, caps, caps_unknown)
    found = _may_ask(matter)
    dated = replace(
        blank,
        judged_on=judged_on,
        latest_on=scheme.deadline.latest_on(judged_on) if scheme.deadline else None,
        caps=caps,
    )
    if found.answer is Answer.NO:
        return _refused(dated, matter, found)
    sums = calculate(scheme, facts, judged_on, caps, caps_unknown)
    return _concluded(dated, matter, found, sums)


def _blank(rule_set: RuleSet, scheme: Scheme) -> Assessment:
    """What is the same whatever the facts are."""
    return Assessment(
        rule_id=rule_set.rule_id,
        rule_version=rule_set.version,
        scheme=scheme.code,
        outcome=Outcome.NOT,
        payees=scheme.pay.payees if scheme.pay else (),
        body=scheme.decide.body if scheme.decide else "",
        body_article=scheme.decide.ref if scheme.decide else "",
    )


def _first_questions(scheme: Scheme, facts: Facts) -> tuple[str, ...]:
    """Without the date that decides nothing can be judged; cost and category are asked with it."""
    asked = {"cost_cents": facts.cost_cents, "category": facts.category}
    unknown = {fact for fact, known in asked.items() if known is None}
    return tuple(sorted(unknown | {scheme.dates_by.fact}))


def _may_ask(matter: _Matter) -> Finding:
    """In time, the right person, the right cost, the right payee."""
    scheme, facts, judged_on = matter.scheme, matter.facts, matter.judged_on
    who = holds(scheme.eligible, facts, judged_on) if scheme.eligible else YES
    return all_of((_in_time(matter), who, _covered(scheme, facts), _payee(scheme, facts)))


def _in_time(matter: _Matter) -> Finding:
    deadline = matter.scheme.deadline
    latest_on = deadline.latest_on(matter.judged_on) if deadline else None
    if deadline is None or latest_on is None:
        return YES
    if matter.facts.requested_on is None:
        return ask("requested_on")
    late = matter.facts.requested_on > latest_on
    return no(Kind.TOO_LATE, deadline, latest_on=latest_on.isoformat()) if late else YES


def _covered(scheme: Scheme, facts: Facts) -> Finding:
    cover = scheme.cover
    if cover is None or not (cover.categories or cover.excluded):
        return YES
    if facts.category is None:
        return ask("category")
    listed = not cover.categories or facts.category in cover.categories
    if listed and facts.category not in cover.excluded:
        return YES
    return no(Kind.NOT_COVERED, cover, category=facts.category)


def _payee(scheme: Scheme, facts: Facts) -> Finding:
    if scheme.pay is None or facts.payee is None or facts.payee in scheme.pay.payees:
        return YES
    return no(Kind.PAYEE_NOT_ALLOWED, scheme.pay, payee=facts.payee)


def _refused(dated: Assessment, matter: _Matter, found: Finding) -> Assessment:
    """Nothing, with every reason: the first takes all, the others confirm it."""
    sums = Calculation()
    if matter.facts.cost_cents is not None:
        sums.step(Remark(kind=Kind.COST), matter.facts.cost_cents)
    for reason in found.remarks:
        sums.step(reason, 0)
    return replace(
        dated,
        lines=tuple(sums.lines),
        client_pays_cents=_client_pays_cents(matter.facts, 0),
    )


def _concluded(dated: Assessment, matter: _Matter, found: Finding, sums: Calculation) -> Assessment:
    outcome = _outcome(found, sums)
    if outcome is Outcome.NEEDS:
        missing = tuple(sorted(found.missing | sums.missing))
        return replace(dated, outcome=outcome, missing=missing, to_judge=found.remarks)
    parts = parts_of(sums, matter.facts.shares)
    given_cents = sums.at_cents + (parts.provider_cents if parts else 0)
    return replace(
        dated,
        outcome=outcome,
        amount_cents=sums.at_cents,
        lines=tuple(sums.lines),
        caps=tuple(replace(cap, amount_cents=sums.at_cents) for cap in matter.caps),
        split=parts,
        client_pays_cents=_client_pays_cents(matter.facts, given_cents),
        evidence=_evidence(matter) if outcome is not Outcome.NOT else (),
        to_judge=found.remarks if outcome is Outcome.JUDGEMENT else (),
        notes=_notes(matter, sums),
    )


def _outcome(found: Finding, sums: Calculation) -> Outcome:
    """Nothing is nothing, whatever is still unknown of the person: such facts are not asked."""
    if sums.missing:
        return Outcome.NEEDS
    if sums.at_cents == 0 and not sums.left_open and not _is_shared(sums):
        return Outcome.NOT
    if found.answer is Answer.ASK:
        return Outcome.NEEDS
    if sums.left_open or found.answer is Answer.JUDGE:
        return Outcome.JUDGEMENT
    return Outcome.PARTLY if sums.capped else Outcome.GRANTED


def _is_shared(sums: Calculation) -> bool:
    """A discount that costs the network nothing is still a discount."""
    return any(line.kind is Kind.NETWORK_SHARE for line in sums.lines)


def _client_pays_cents(facts: Facts, given_cents: int) -> int | None:
    if facts.cost_cents is None:
        return None
    return max(0, facts.cost_cents - facts.paid_by_others_cents - given_cents)


def _evidence(matter: _Matter) -> tuple[EvidenceAsked, ...]:
    facts = matter.facts
    return tuple(
        EvidenceAsked(
            any_of=proof.any_of,
            seen=bool(facts.evidence_seen.intersection(proof.any_of)),
            article=proof.ref,
            words=proof.words,
        )
        for proof in matter.scheme.evidence
        if fits(proof.when, facts, matter.judged_on).answer is Answer.YES
    )


def _notes(matter: _Matter, sums: Calculation) -> tuple[Remark, ...]:
    """What the text leaves open and how it was read, of the blocks that had a say."""
    return tuple(
        Remark(kind=kind, article=block.ref, words=text)
        for block in _blocks(matter, sums)
        for kind, text in ((Kind.OPEN, block.open), (Kind.ASSUMED, block.assumed))
        if text
    )


def _blocks(matter: _Matter, sums: Calculation) -> Iterator[Block]:
    scheme = matter.scheme
    concerned = {cap.name for cap in matter.caps}
    yield from _with_parts(scheme.eligible)
    blocks = (scheme, scheme.deadline, scheme.cover, scheme.deduct, sums.used, scheme.rounding)
    yield from (block for block in blocks if block)
    yield from (cap for cap in scheme.caps if cap.name in concerned)
    yield from (*scheme.evidence, *filter(None, (scheme.decide, scheme.pay)))


def _with_parts(condition: Condition | None) -> Iterator[Block]:
    if condition:
        yield condition
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from _with_parts(part)
