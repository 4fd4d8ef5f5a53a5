"""Filing a form: once, whole, with its receipt. Commits nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import IntegrityError

from accounts.models import Account
from core import audit, clock, drafts, settings
from core.clock import brussels, budget_year
from core.db import db
from core.errors import NotThere
from core.numbers import next_number
from intake.asking.asked import DISCOUNT, FUND, FilingInput, RequestInput
from intake.evidence import actions as evidence
from intake.filing import receipt
from intake.filing.checking import judged
from intake.goals.queries import goal_to_serve
from intake.people.models import Client, Household
from intake.people.queries import client_in_care, responsible_on
from intake.requests.actions import add_version, note_facts
from intake.requests.judging import Judgement, most_of
from intake.requests.life import advance
from intake.requests.lists import DRAFT_KIND
from intake.requests.models import (
    Filing,
    OtherPayerPart,
    Request,
)
from intake.requests.queries import filing_by_key
from intake.requests.terms import last_day
from regulation.findings.assessment import Outcome
from regulation.vocabulary.rules import TimeLimits

AfterFiling = Callable[[Request, Account], None]
_afterwards: list[AfterFiling] = []

TERM_DAYS = settings.Key("decision_term_days", default=30)


def after_filing(act: AfterFiling) -> None:
    """Let an upper room act on a request that has just been filed, inside the same transaction."""
    if act not in _afterwards:
        _afterwards.append(act)


def submit(filing_input: FilingInput, *, by: Account, idempotency_key: str) -> Filing:
    """File the form, once: the same key gives the first filing back, also when both come at once.

    Raises NotThere for a client who is not ours, RuleBroken with the field that a rule concerns.
    """
    filing = _filed_before(idempotency_key, by)
    if filing is not None:
        return filing
    try:
        with db.session.begin_nested():
            filing = _new_filing(filing_input, by, idempotency_key)
    except IntegrityError:
        filing = _filed_before(idempotency_key, by)
        if filing is None:
            raise
        return filing
    for asked in filing_input.requests:
        _new_request(filing, asked, by)
    evidence.attach(idempotency_key, filing.requests[0], by=by)
    drafts.delete(DRAFT_KIND, idempotency_key, owner_id=by.person_id)
    receipt.issue(filing)
    for act in _afterwards:
        for request in filing.requests:
            act(request, by)
    return filing


def _filed_before(idempotency_key: str, by: Account) -> Filing | None:
    """The filing of this very form; somebody else's is not there."""
    filing = filing_by_key(idempotency_key)
    if filing is not None and filing.filed_by_id != by.person_id:
        raise NotThere
    return filing


def _new_filing(filing_input: FilingInput, by: Account, idempotency_key: str) -> Filing:
    at = clock.now()
    year = budget_year(at)
    goal_id = filing_input.plan_goal_id
    goal = goal_to_serve(by, goal_id) if goal_id is not None else None
    filing = Filing(
        idempotency_key=idempotency_key,
        receipt_number=f"OB-{year}-{next_number('receipt', year):04}",
        filed_by=by.person,
        filed_at=at,
        life_domain=goal.life_domain if goal else filing_input.life_domain,
        goal="" if goal else filing_input.goal,
        serves=goal,
        report=filing_input.report,
        barriers=list(filing_input.barriers),
        barrier_words=filing_input.barrier_words,
        guide_organisation=filing_input.guide_organisation,
        guide_name=filing_input.guide_name,
    )
    db.session.add(filing)
    db.session.flush()
    return filing


def _new_request(filing: Filing, asked: RequestInput, by: Account) -> None:
    client = client_in_care(by, asked.client_id)
    judgement = judged(asked, client)
    request = _request_row(filing, asked, judgement, client)
    note_facts(request, judgement.facts)
    db.session.add(request)
    advance(request, "submit", by=by)
    db.session.flush()
    note_payers(request, asked)
    add_version(request, 1, by, judgement.version.id, judgement.facts, asked.told)
    audit.record("request.submit", kind="request", object_id=request.id)


def _request_row(
    filing: Filing, asked: RequestInput, judgement: Judgement, client: Client
) -> Request:
    """The request as it is asked; `advance()` gives it its status."""
    filed_on = brussels(filing.filed_at).date()
    responsible = responsible_on(client, filed_on)
    return Request(
        filing=filing,
        number=f"{filed_on.year}-{next_number('request', filed_on.year):04}",
        client=client,
        worker_id=responsible.worker_id,
        team_id=responsible.team_id,
        **columns_of(asked, judgement),
        pieces=judgement.assessment.pieces,
        submitted_at=filing.filed_at,
        legal_due_on=_due_on(filed_on, judgement.scheme.time_limits),
        proposed_cents=judgement.assessment.amount_cents,
        proposed_most_cents=most_of(judgement.assessment),
        body=judgement.assessment.body,
        cap_reached=judgement.assessment.outcome is Outcome.PARTLY,
        bookings=judgement.bookings,
    )


def _due_on(filed_on: dt.date, limits: TimeLimits | None) -> dt.date:
    """The legal term: the days of the rule, else of the setting; to a working day where the rule says so."""
    days = limits.decide_days if limits else None
    return last_day(filed_on, days or settings.get(TERM_DAYS), limits)


def columns_of(asked: RequestInput, judgement: Judgement) -> dict[str, Any]:
    """What of the question stands on the request itself."""
    choice = judgement.choice
    return {
        "household": db.session.get_one(Household, judgement.home.id),
        "kind": DISCOUNT if judgement.is_discount else FUND,
        "scheme": judgement.facts.scheme,
        "activity_id": choice.activity.id if choice.activity else None,
        "provider_id": choice.provider.id if choice.provider else None,
        "what": asked.what,
        "provider_name": choice.provider_name,
        "provider_type": choice.provider_type,
        "category": choice.category,
        "cost_cents": asked.cost_cents,
        "cost_on": asked.cost_on,
        "reason": asked.reason,
        "payee": "provider" if judgement.is_discount else asked.payee,
    }


def note_payers(request: Request, asked: RequestInput) -> None:
    """What others pay of it, or say."""
    for part in asked.other_parts:
        db.session.add(OtherPayerPart(request_id=request.id, **vars(part)))
