"""From what is asked to what the rule gives: facts, history and the judge. It changes nothing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core import clock
from core.clock import brussels
from intake.asking.asked import DISCOUNT, RequestInput
from intake.asking.choice import Choice, choice_of
from intake.asking.known import Known, known_of
from intake.asking.needed import own_schemes
from intake.asking.showing import Frozen
from intake.people.homes import Files, Home
from intake.people.models import Client
from intake.requests.history import history_of
from intake.requests.models import Request, RequestVersion
from intake.requests.queries import latest_version
from regulation.findings.assessment import Assessment, Outcome
from regulation.judge.assess import assess
from regulation.judge.bookings import bookings_of
from regulation.versions.models import RuleVersion
from regulation.versions.queries import RuleText, rule_set
from regulation.vocabulary.dates import DateKind
from regulation.vocabulary.facts import Booking, Claim, Facts, OtherPayer, Shares
from regulation.vocabulary.rules import RuleSet, Scheme, SchemeKind, TimeLimits
from terms.lists import EVIDENCE


@dataclass(frozen=True)
class Judgement:
    """What the rule says of a request that is not filed yet, and what it was judged by."""

    version: RuleVersion | RuleText
    rules: RuleSet
    scheme: Scheme
    choice: Choice
    home: Home
    facts: Facts
    history: tuple[Claim, ...]
    assessment: Assessment

    @property
    def bookings(self) -> list[dict[str, Any]]:
        """The rooms of others that the proposal takes, as they are kept."""
        cents = self.assessment.amount_cents or most_of(self.assessment)
        return _plain(bookings_of(self.rules, self.facts, self.history, cents))

    @property
    def claim(self) -> Claim:
        """The same as one more open request, for what is asked after it in one go."""
        facts = self.facts
        return Claim(
            scheme=facts.scheme,
            client=facts.client,
            household=facts.household,
            counted_cents=self.assessment.amount_cents or most_of(self.assessment),
            is_open=True,
            birth_on=facts.birth_on,
            category=self.choice.category,
            strand=facts.strand,
            provider_type=self.choice.provider_type,
            pieces=self.assessment.pieces,
            cost_on=facts.cost_on,
            payment_on=facts.payment_on,
            invoice_on=facts.invoice_on,
            activity_on=facts.activity_on,
            instalment_of=facts.instalment_of,
            bookings=tuple(Booking(**one) for one in self.bookings),
            requested_on=facts.requested_on,
        )

    @property
    def is_discount(self) -> bool:
        """Is it given at the counter, against a proof?"""
        return self.scheme.kind is SchemeKind.DISCOUNT


def most_of(found: Assessment) -> int:
    """The most that a person may give, where the rule leaves the amount to one; else nothing."""
    is_open = found.outcome is Outcome.JUDGEMENT and not found.amount_cents
    return found.maximum_cents if is_open else 0


def judge(request: Request) -> Assessment:
    """The request's newest facts by the rule of that version, with the history as it is now."""
    version = latest_version(request)
    return judge_version(request, version)


def judge_version(
    request: Request, version: RequestVersion, on: dt.date | None = None
) -> Assessment:
    """The facts of one version, by its rule, with the history as it is now; `on` as in `facts_now`."""
    return judge_frozen(request, frozen_of(version), on)


def judge_frozen(request: Request, frozen: Frozen, on: dt.date | None = None) -> Assessment:
    """The same for what was frozen, once it is read."""
    history = history_of(request.client, request.household, excluding=request)
    return assess(frozen.rules, facts_now(request, frozen.facts, on), history)


def bookings_for(request: Request, cents: int) -> list[dict[str, Any]]:
    """The rooms of others that an amount takes now; asks for no history where the rule has none."""
    frozen = frozen_of(latest_version(request))
    if not any(cap.overflow for cap in frozen.rules.schemes[request.scheme].caps):
        return []
    history = history_of(request.client, request.household, excluding=request)
    return _plain(bookings_of(frozen.rules, facts_now(request, frozen.facts), history, cents))


def _plain(bookings: tuple[Booking, ...]) -> list[dict[str, Any]]:
    return [vars(one) for one in bookings]


def rule_of(version: RequestVersion) -> RuleVersion:
    """The rule that one version goes by."""
    return version.rule


def rules_of(version: RequestVersion) -> RuleSet:
    """What the rule of one version says."""
    return rule_set(rule_of(version))


def limits_of(request: Request) -> TimeLimits | None:
    """How long each step may take, by the rule that the request goes by; None where it says nothing."""
    return rules_of(latest_version(request)).schemes[request.scheme].time_limits


def facts_now(request: Request, facts: Facts, on: dt.date | None = None) -> Facts:
    """Frozen facts as they are judged. Where a rule goes by the day of the decision, that is today, or
    `on` when it is stored later; of what was decided it is the day of that: a revision moves no request
    to another year.

    Person and household have the numbers that the history knows them by: files may have been merged.
    """
    decided_at = request.decided_at if request.outcome is not None else None
    decided_on = brussels(decided_at).date() if decided_at else on or clock.today()
    return replace(
        facts,
        client=str(request.client_id),
        household=str(request.household_id),
        decision_on=decided_on if facts.decision_on is not None else None,
    )


def frozen_of(version: RequestVersion) -> Frozen:
    """What one version was judged by, with what the worker told."""
    return Frozen(rules_of(version), Facts.from_json(version.facts), version.told or ())


def judge_draft(
    asked: RequestInput,
    client: Client,
    version: RuleVersion | RuleText | None,
    before: Sequence[Claim] = (),
    corrects: Request | None = None,
    files: Files | None = None,
) -> Judgement | None:
    """The same for what is being typed, as if it were filed now; None when no rule is in force.

    `before` is what is asked before it in the same go, and not filed yet either. What `corrects` a
    request stands in its place, and was asked on its day. `files` are those that the page has read.
    """
    asked_on = brussels(corrects.submitted_at).date() if corrects else clock.today()
    rules = rule_set(version) if version else None
    scheme = scheme_for(rules, asked.kind, asked.told.scheme) if rules else None
    if version is None or rules is None or scheme is None:
        return None
    choice, files = choice_of(asked), files or Files()
    home, on = files.home_of(client, asked.cost_on), _judged_on(asked, scheme, asked_on)
    known = known_of(client, home, on, files)
    facts = facts_from(asked, choice, client, home, known, scheme=scheme, requested_on=asked_on)
    history = _with(history_of(client, home, corrects), before, client, home)
    assessment = assess(rules, facts, history)
    return Judgement(version, rules, scheme, choice, home, facts, history, assessment)


def _with(
    history: tuple[Claim, ...], before: Sequence[Claim], client: Client, home: Home
) -> tuple[Claim, ...]:
    """The history as it will be read once what was asked before is filed: in the same order."""
    if not before:
        return history
    whose = {str(client.id)}
    if any(one.household != str(home.id) for one in before):
        whose |= set(map(str, home.ever))
    ours = (one for one in before if one.client in whose or one.household == str(home.id))
    return tuple(sorted((*history, *ours), key=lambda claim: claim.cost_on or dt.date.min))


def scheme_for(rules: RuleSet, kind: str, code: str = "") -> Scheme | None:
    """The scheme that a kind of request falls under: the named one, else the first of its kind.

    A rule that gives only discounts, or none, is asked for what it gives.
    """
    own = own_schemes(rules)
    of_kind = [one for one in own if (one.kind is SchemeKind.DISCOUNT) is (kind == DISCOUNT)]
    named = (one for one in of_kind if one.code == code)
    return next(named, next(iter(of_kind or own), None))


def facts_from(
    asked: RequestInput,
    choice: Choice,
    client: Client,
    home: Home,
    known: Known,
    *,
    scheme: Scheme,
    requested_on: dt.date,
) -> Facts:
    """All that the judge may know of this request; `known` as of the day that the scheme judges by."""
    is_discount = scheme.kind is SchemeKind.DISCOUNT
    facts = Facts(
        scheme=scheme.code,
        client=str(client.id),
        household=str(home.id),
        **vars(known),
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
        decision_on=clock.today() if DateKind.DECISION in dates_of(scheme) else None,
    )
    return asked.told.on(facts)


def _judged_on(asked: RequestInput, scheme: Scheme, requested_on: dt.date) -> dt.date:
    """The day that the scheme goes by; that of the cost while the right one is not told yet."""
    if scheme.dates_by in (DateKind.REQUEST, DateKind.DECISION):
        return requested_on
    told_on: dt.date | None = asked.told.values.get(scheme.dates_by.fact)
    return told_on or asked.cost_on


def dates_of(scheme: Scheme) -> set[DateKind | None]:
    """The dates that a scheme goes by."""
    deadline = scheme.deadline.counts_from if scheme.deadline else None
    return {scheme.dates_by, deadline, *(cap.dates_by for cap in scheme.caps)}


def _shares(choice: Choice) -> Shares | None:
    agreement = choice.agreement
    if agreement is None:
        return None
    return Shares(
        client_percent=agreement.client_percent,
        provider_percent=agreement.provider_percent,
        network_percent=agreement.network_percent,
    )
