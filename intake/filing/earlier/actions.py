"""Taking over an earlier grant as a request of its own state. Commits nothing; the money is fund's."""

import datetime as dt
from dataclasses import dataclass

from flask_babel import gettext as _

from accounts.models import Account
from core import audit, clock
from core.db import db
from core.errors import RuleBroken
from core.numbers import next_number
from intake.asking.asked import FUND
from intake.asking.told import Told
from intake.people.models import Client
from intake.people.queries import household_of, responsible_on
from intake.requests.actions import add_version
from intake.requests.judging import bookings_for, scheme_for
from intake.requests.life import advance
from intake.requests.models import Filing, Request
from regulation.versions.models import RuleVersion
from regulation.versions.queries import rule_in_force, rule_set
from regulation.vocabulary.facts import Facts
from regulation.vocabulary.rules import Scheme

NOON = dt.timedelta(hours=12)


@dataclass(frozen=True, kw_only=True)
class EarlierGrant:
    """What a centre granted before: to whom, when, for what, how much."""

    client: Client
    granted_on: dt.date
    category: str
    amount_cents: int
    cost_cents: int
    what: str
    provider_name: str = ""
    paid_on: dt.date | None = None


def rule_of_today() -> tuple[RuleVersion, Scheme]:
    """What earlier grants count under from now on: the rule of today; RuleBroken without one."""
    version = rule_in_force(clock.today())
    scheme = scheme_for(rule_set(version), FUND) if version else None
    if version is None or scheme is None:
        raise RuleBroken(_("No rule is in force today. Put one into force first."))
    return version, scheme


def take_over(
    grant: EarlierGrant, *, rule: tuple[RuleVersion, Scheme], by: Account, key: str
) -> Request:
    """A request that was granted elsewhere; the same key can be taken over once only."""
    version, scheme = rule
    request = _request_row(grant, scheme, by, key)
    db.session.add(request)
    advance(request, "take_over", by=by)
    db.session.flush()
    add_version(request, 1, by, version.id, _facts(grant, request, scheme), Told())
    request.bookings = bookings_for(request, grant.amount_cents)
    audit.record("request.take_over", kind="request", object_id=request.id)
    return request


def _request_row(grant: EarlierGrant, scheme: Scheme, by: Account, key: str) -> Request:
    granted_at, year = clock.begin_of(grant.granted_on) + NOON, grant.granted_on.year
    number = f"O-{year}-{next_number('taken_over', year):04}"
    filing = Filing(
        idempotency_key=key, receipt_number=number, filed_by=by.person, filed_at=clock.now()
    )
    responsible = responsible_on(grant.client, clock.today())
    return Request(
        filing=filing,
        number=number,
        client=grant.client,
        household=household_of(grant.client, grant.granted_on),
        worker_id=responsible.worker_id,
        team_id=responsible.team_id,
        kind=FUND,
        scheme=scheme.code,
        what=grant.what,
        provider_name=grant.provider_name,
        provider_type="other",
        category=grant.category,
        cost_cents=grant.cost_cents,
        cost_on=grant.granted_on,
        # A list of grants has one day, whatever day a rule counts by.
        payment_on=grant.paid_on or grant.granted_on,
        invoice_on=grant.granted_on,
        activity_on=grant.granted_on,
        reason="other",
        payee="client",
        submitted_at=granted_at,
        legal_due_on=grant.granted_on,
        proposed_cents=grant.amount_cents,
        granted_cents=grant.amount_cents,
        freed_cents=0,
        decided_at=granted_at,
        left_at=granted_at,
        paid_cents=grant.amount_cents if grant.paid_on else 0,
        paid_on=grant.paid_on,
    )


def _facts(grant: EarlierGrant, request: Request, scheme: Scheme) -> Facts:
    """What a list of grants tells; nobody judged it by a rule of ours."""
    return Facts(
        scheme=scheme.code,
        client=str(grant.client.id),
        household=str(request.household_id),
        birth_on=grant.client.birth_on,
        category=grant.category,
        provider_type="other",
        cost_cents=grant.cost_cents,
        requested_on=grant.granted_on,
        cost_on=grant.granted_on,
        decision_on=grant.granted_on,
    )
