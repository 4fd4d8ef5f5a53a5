"""What an assessment tells beside its amount: proofs, notes, who decides. Pure, in the regulation room."""

import datetime as dt
from collections.abc import Iterator

from regulation.findings.assessment import Answer, AskedQuestion, EvidenceAsked, Kind, Remark
from regulation.findings.coverage import covering
from regulation.findings.eligibility import holds
from regulation.findings.matter import Matter
from regulation.findings.selectors import fits
from regulation.judge.calculation import Calculation
from regulation.vocabulary.blocks import Block, Condition
from regulation.vocabulary.conditions import Group, IncomeUpTo
from regulation.vocabulary.dates import first_on_or_after, year_of
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import RuleSet

QUESTION = "question:"


def client_pays_cents(facts: Facts, given_cents: int) -> int | None:
    """What the family pays itself; None without a cost."""
    if facts.cost_cents is None:
        return None
    return max(0, facts.cost_cents - facts.paid_by_others_cents - given_cents)


def evidence_of(matter: Matter, amount_cents: int) -> tuple[EvidenceAsked, ...]:
    """The proofs that this request must come with."""
    seen = matter.facts.evidence_seen
    return tuple(
        EvidenceAsked(
            any_of=proof.any_of,
            seen=bool(seen.intersection(proof.any_of)),
            article=proof.ref,
            words=proof.words,
            shows=proof.shows,
        )
        for proof in matter.scheme.evidence
        if proof.any_of and fits(proof.when, matter, amount_cents).answer is Answer.YES
    )


def body_of(matter: Matter, amount_cents: int | None) -> tuple[str, str]:
    """Who decides, and where it stands: the first whose selector fits."""
    for rule in matter.scheme.decide:
        if fits(rule.when, matter, amount_cents).answer is Answer.YES:
            return rule.body, rule.ref
    return "", ""


def priority_of(matter: Matter) -> int | None:
    """The place in the text's order of who goes first, from 1; None outside that order."""
    if matter.scheme.budget is None:
        return None
    for place, condition in enumerate(matter.scheme.budget.priority, start=1):
        if holds(condition, matter).answer is Answer.YES:
            return place
    return None


def closes_on(matter: Matter) -> dt.date | None:
    """When the year of the money in which this request lies is closed; None where no day is known."""
    budget = matter.scheme.budget
    if budget is None or budget.closes is None:
        return None
    day = matter.facts.on(budget.dates_by or matter.scheme.dates_by)
    return first_on_or_after(year_of(budget.year_starts, day), budget.closes) if day else None


def questions_of(rule_set: RuleSet, missing: tuple[str, ...]) -> tuple[AskedQuestion, ...]:
    """The questions of the rule among the facts that are missing, as the form asks them."""
    names = [fact.removeprefix(QUESTION) for fact in missing if fact.startswith(QUESTION)]
    asked = [rule_set.questions[name] for name in names]
    return tuple(AskedQuestion(name=q.name, kind=q.kind, words=q.words) for q in asked)


def notes_of(matter: Matter, sums: Calculation) -> tuple[Remark, ...]:
    """What the text leaves open and how it was read, of the blocks that had a say."""
    told = (
        Remark(kind=kind, article=block.ref, words=text)
        for block in _blocks(matter, sums)
        for kind, text in ((Kind.OPEN, block.open), (Kind.ASSUMED, block.assumed))
        if text
    )
    return (*sums.notes, *told)


def _blocks(matter: Matter, sums: Calculation) -> Iterator[Block]:
    scheme = matter.scheme
    concerned = [cap for cap in scheme.caps if fits(cap.when, matter).answer is Answer.YES]
    single: tuple[Block | None, ...] = (
        scheme,
        scheme.exclusive,
        scheme.window,
        scheme.deadline,
        covering(matter),
        scheme.deduct,
        scheme.minimum,
        sums.used,
        scheme.rounding,
        scheme.budget,
        scheme.apply,
        scheme.basis,
        scheme.time_limits,
        scheme.pay,
    )
    yield from _with_parts(scheme.eligible)
    yield from (block for block in single if block)
    yield from concerned
    yield from scheme.evidence
    yield from scheme.decide


def _with_parts(condition: Condition | None) -> Iterator[Block]:
    if condition:
        yield condition
    if isinstance(condition, IncomeUpTo):
        yield condition.ceiling
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from _with_parts(part)
