"""What is left under each cap before any cost is named: purely, in the regulation room. It grants nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regulation.findings.assessment import Answer, CapState
from regulation.findings.matter import Matter
from regulation.findings.selectors import fits
from regulation.judge.caps import rooms_of
from regulation.vocabulary.blocks import When
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.limits import Cap
from regulation.vocabulary.rules import RuleSet, Scheme

# A cost of no category that a cap names or leaves out.
ANY_OTHER = ""


@dataclass(frozen=True, kw_only=True)
class Left:
    """One cap for one person: how it stands, or the facts that would tell whether it holds at all.

    `category` is set where the cap counts each kind of activity apart. With `is_judged` a person
    judges whether the cap is for somebody.
    """

    cap: Cap
    state: CapState | None = None
    missing: tuple[str, ...] = ()
    category: str | None = None
    is_judged: bool = False


def left_of(rule_set: RuleSet, facts: Facts, history: Sequence[Claim]) -> tuple[Left, ...]:
    """Every cap of the scheme that may hold for this person, whatever the cost will be.

    The facts name no cost, but all days that a rule may go by. Raises KeyError on another scheme.
    """
    scheme = rule_set.schemes[facts.scheme]
    judged_on = facts.on(scheme.dates_by)
    if judged_on is None:
        raise ValueError("what is left is asked for a day")
    matter = Matter(scheme, facts, judged_on, history, rule_set.series)
    return tuple(
        found
        for cap in scheme.caps
        for category, asked in _categories(cap, scheme, history)
        if (found := _left(cap, category, replace(matter, facts=replace(facts, category=asked))))
    )


def _categories(
    cap: Cap, scheme: Scheme, history: Sequence[Claim]
) -> Iterator[tuple[str | None, str]]:
    """What to show and what to ask for: where each kind counts apart, those that were used so far,
    then all others as one.
    """
    if not cap.same_category:
        yield None, min(cap.when.categories, default=ANY_OTHER)
        return
    schemes = cap.counts or {scheme.code}
    used = {claim.category for claim in history if claim.scheme in schemes and claim.category}
    yield from ((one, one) for one in sorted(used))
    unused = sorted(cap.when.categories - used) if cap.when.categories else [ANY_OTHER]
    if unused:
        yield ANY_OTHER, unused[0]


def _left(cap: Cap, category: str | None, matter: Matter) -> Left | None:
    """None where the cap is not for this person."""
    alone = replace(cap, overflow="")
    asked = replace(
        matter,
        scheme=replace(matter.scheme, caps=(alone,)),
        facts=_such_a_cost(matter.facts, cap.when),
    )
    rooms, missing = rooms_of(asked)
    if missing:
        return Left(cap=cap, missing=tuple(sorted(missing)), category=category)
    if not rooms:
        return None
    is_judged = fits(cap.when, asked).answer is Answer.JUDGE
    return Left(cap=cap, state=rooms[0].own, category=category, is_judged=is_judged)


def _such_a_cost(facts: Facts, when: When) -> Facts:
    """The facts as if a cost were asked that the cap is for: what remains open is the person."""
    return replace(
        facts,
        strand=min(when.strands, default=ANY_OTHER),
        unit=min(when.units, default=None),
        provider_type=min(when.provider_types, default=None),
        payee=min(when.payees, default=None),
    )
