"""Reading what is left for a household, in intake: who lives there, what counts, what the caps leave."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from core.db import db
from intake.asking.known import Known, known_of_all
from intake.asking.needed import own_schemes
from intake.people.models import Household, Membership
from intake.requests.history import history_of
from intake.requests.life import OPEN
from intake.requests.models import Request
from regulation.judge.left import Left, left_of
from regulation.versions.queries import rule_in_force, rule_set
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.facts import Claim, Facts
from regulation.vocabulary.rules import RuleSet, Scheme


@dataclass(frozen=True)
class Standing:
    """What a household has left on a day, by scheme and by client, and all that was counted."""

    rules: RuleSet
    history: tuple[Claim, ...]
    # Of an open request a person sets the amount.
    has_unset: bool
    by_scheme: list[tuple[Scheme, dict[int, tuple[Left, ...]]]]


def standing_of(
    household: Household, members: Iterable[Membership], on: dt.date
) -> Standing | None:
    """By the rule in force, as if something were asked and paid that day; None without a rule.

    As many statements for ten members and a thousand requests as for one.
    """
    version = rule_in_force(on)
    rules = rule_set(version) if version else None
    people = list(members)
    if rules is None or not people:
        return None
    history = history_of(people[0].client, household)
    known = known_of_all(household, on)
    facts = {
        one.client_id: _facts(one.client_id, household, known[one.client_id], on) for one in people
    }
    return Standing(
        rules,
        history,
        _has_unset(household),
        [(scheme, _left(rules, scheme, facts, history)) for scheme in own_schemes(rules)],
    )


def _has_unset(household: Household) -> bool:
    """Such a request holds the most that can be given."""
    asked = select(Request.id).where(
        Request.household_id == household.id,
        Request.status.in_(OPEN),
        Request.proposed_cents == 0,
        Request.proposed_most_cents > 0,
    )
    return db.session.scalar(asked.limit(1)) is not None


def _left(
    rules: RuleSet, scheme: Scheme, facts: dict[int, Facts], history: tuple[Claim, ...]
) -> dict[int, tuple[Left, ...]]:
    return {
        client_id: left_of(rules, replace(known, scheme=scheme.code), history)
        for client_id, known in facts.items()
    }


def _facts(client_id: int, household: Household, known: Known, on: dt.date) -> Facts:
    """Whatever day a rule goes by, it is this one."""
    days: dict[str, Any] = {kind.fact: on for kind in DateKind}
    return Facts(
        scheme="", client=str(client_id), household=str(household.id), **vars(known), **days
    )
