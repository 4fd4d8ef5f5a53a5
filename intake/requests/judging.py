"""From what is asked to what the rule gives: facts, history and the judge. It changes nothing."""

import datetime as dt
from dataclasses import dataclass

from core import clock
from core.db import db
from intake.people.models import Client, Household
from intake.people.queries import household_of
from intake.requests.asked import DISCOUNT, RequestInput
from intake.requests.choice import Choice, choice_of
from intake.requests.known import known_of
from intake.requests.models import Request, RequestVersion
from intake.requests.queries import history_of, latest_version
from regulation.judge.assess import assess
from regulation.judge.assessment import Assessment
from regulation.judge.dates import DateKind
from regulation.judge.facts import Facts, OtherPayer, Shares
from regulation.judge.rules import RuleSet, Scheme, SchemeKind
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set
from terms.lists import EVIDENCE


@dataclass(frozen=True)
class Judgement:
    """What the rule says of a request that is not filed yet, and what it was judged by."""

    version: RuleVersion
    choice: Choice
    household: Household
    facts: Facts
    assessment: Assessment


def judge(request: Request) -> Assessment:
    """The request's newest facts by the rule of that version, with the history as it is now."""
    version = latest_version(request)
    return judge_version(request, version)


def judge_version(request: Request, version: RequestVersion) -> Assessment:
    """The facts of one version, by its rule, with the history as it is now."""
    rule = db.session.get_one(RuleVersion, version.rule_version_id)
    history = history_of(request.client, request.household, excluding=request)
    return assess(rule_set(rule), Facts.from_json(version.facts), history)


def judge_draft(asked: RequestInput, client: Client) -> Judgement | None:
    """The same for what is being typed, as if it were filed now; None when no rule is in force."""
    today = clock.today()
    version = rule_in_force(today)
    if version is None:
        return None
    rules = rule_set(version)
    scheme = scheme_for(rules, asked.kind)
    if scheme is None:
        return None
    choice = choice_of(asked)
    household = household_of(client, asked.cost_on)
    facts = facts_from(asked, choice, client, household, scheme=scheme, requested_on=today)
    assessment = assess(rules, facts, history_of(client, household))
    return Judgement(version, choice, household, facts, assessment)


def scheme_for(rules: RuleSet, kind: str) -> Scheme | None:
    """The scheme of a rule set that a kind of request falls under."""
    wanted = SchemeKind.DISCOUNT if kind == DISCOUNT else SchemeKind.REFUND
    return next((one for one in rules.schemes.values() if one.kind is wanted), None)


def facts_from(
    asked: RequestInput,
    choice: Choice,
    client: Client,
    household: Household,
    *,
    scheme: Scheme,
    requested_on: dt.date,
) -> Facts:
    """All that the judge may know of this request, as of the day that the scheme judges by."""
    on = requested_on if scheme.dates_by is DateKind.REQUEST else asked.cost_on
    is_discount = scheme.kind is SchemeKind.DISCOUNT
    return Facts(
        scheme=scheme.code,
        client=str(client.id),
        household=str(household.id),
        **vars(known_of(client, household, on)),
        category=choice.category,
        provider_type=choice.provider_type,
        provider_local=choice.provider_local,
        cost_cents=asked.cost_cents,
        other_payers=tuple(
            OtherPayer(payer=part.payer, cents=part.amount_cents) for part in asked.other_parts
        ),
        evidence_seen=frozenset(asked.evidence_seen) & frozenset(EVIDENCE),
        payee="provider" if is_discount else asked.payee,
        shares=_shares(choice) if is_discount else None,
        requested_on=requested_on,
        cost_on=asked.cost_on,
    )


def _shares(choice: Choice) -> Shares | None:
    agreement = choice.agreement
    if agreement is None:
        return None
    return Shares(
        client_percent=agreement.client_percent,
        provider_percent=agreement.provider_percent,
        network_percent=agreement.network_percent,
    )
